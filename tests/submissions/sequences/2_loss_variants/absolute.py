"""
case: absolute instead of squared errors
kind: wrong
scores: {loss_fn_tests: 0}
says: {loss_fn_tests: "these are absolute errors"}
"""


# %% loss_fn
def loss_fn(pred, target, last_timestep_only=False):
    if last_timestep_only:
        pred, target = pred[:, -1], target[:, -1]
    return (pred - target).abs().mean()
