"""
case: half the mean, as in some textbooks
kind: wrong
scores: {loss_fn_tests: 0}
says: {loss_fn_tests: "the errors are halved"}
"""


# %% loss_fn
def loss_fn(pred, target, last_timestep_only=False):
    if last_timestep_only:
        pred, target = pred[:, -1], target[:, -1]
    return (pred - target).square().mean() / 2
