"""
case: the step before the last
kind: wrong
scores: {loss_fn_tests: 3}
says: {loss_fn_tests: "this is the step before the last"}
"""


# %% loss_fn
def loss_fn(pred, target, last_timestep_only=False):
    if last_timestep_only:
        pred, target = pred[:, -2], target[:, -2]
    return (pred - target).square().mean()
