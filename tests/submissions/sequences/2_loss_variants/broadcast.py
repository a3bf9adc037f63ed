"""
case: (B, 1) minus (B,)
kind: wrong
scores: {loss_fn_tests: 4}
says: {loss_fn_tests: "was subtracted from a shape"}
"""


# %% loss_fn
def loss_fn(pred, target, last_timestep_only=False):
    if last_timestep_only:
        return (pred[:, -1] - target[:, -1, 0]).square().mean()
    return (pred - target).square().mean()
