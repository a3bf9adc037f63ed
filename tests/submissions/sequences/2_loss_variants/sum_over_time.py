"""
case: summed over time, mean over the rest
kind: wrong
scores: {loss_fn_tests: 3}
says: {loss_fn_tests: "the errors are summed over the steps"}
"""


# %% loss_fn
def loss_fn(pred, target, last_timestep_only=False):
    error = (pred - target).square()
    if last_timestep_only:
        return error[:, -1].mean()
    return error.sum(dim=1).mean()
