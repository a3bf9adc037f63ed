"""
case: the sum of the squares
kind: wrong
scores: {loss_fn_tests: 0}
says: {loss_fn_tests: "this is the sum"}
"""


# %% loss_fn
def loss_fn(pred, target, last_timestep_only=False):
    if last_timestep_only:
        pred, target = pred[:, -1], target[:, -1]
    return (pred - target).square().sum()
