"""
case: the first step instead of the last
kind: wrong
scores: {loss_fn_tests: 3}
says: {loss_fn_tests: "this is the first step, not the last"}
"""


# %% loss_fn
def loss_fn(pred, target, last_timestep_only=False):
    if last_timestep_only:
        pred, target = pred[:, 0], target[:, 0]
    return (pred - target).square().mean()
