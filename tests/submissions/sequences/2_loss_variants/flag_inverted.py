"""
case: the flag is inverted
kind: wrong
scores: {loss_fn_tests: 0}
says: {loss_fn_tests: "this is the loss of the last step, but all steps are asked for"}
"""


# %% loss_fn
def loss_fn(pred, target, last_timestep_only=False):
    if not last_timestep_only:
        pred, target = pred[:, -1], target[:, -1]
    return (pred - target).square().mean()
