"""
case: pred[-1], the last sequence of the batch
kind: wrong
scores: {loss_fn_tests: 3}
says: {loss_fn_tests: "this is the last sequence of the batch"}
"""


# %% loss_fn
def loss_fn(pred, target, last_timestep_only=False):
    if last_timestep_only:
        pred, target = pred[-1], target[-1]
    return (pred - target).square().mean()
