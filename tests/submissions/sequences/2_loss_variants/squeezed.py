"""
case: every axis of size 1 is squeezed
kind: wrong
scores: {loss_fn_tests: 7}
says: {loss_fn_tests: "IndexError"}
"""


# %% loss_fn
def loss_fn(pred, target, last_timestep_only=False):
    pred, target = pred.squeeze(), target.squeeze()
    if last_timestep_only:
        pred, target = pred[:, -1], target[:, -1]
    return (pred - target).square().mean()
