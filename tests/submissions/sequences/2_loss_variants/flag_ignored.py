"""
case: the flag is ignored
kind: wrong
scores: {loss_fn_tests: 3}
says: {loss_fn_tests: "this is the loss over all steps, but the last alone is asked for"}
"""


# %% loss_fn
def loss_fn(pred, target, last_timestep_only=False):
    return (pred - target).square().mean()
