"""
case: each prediction against each target
kind: wrong
scores: {loss_fn_tests: 4}
says: {loss_fn_tests: "every prediction is compared with every target"}
"""


# %% loss_fn
def loss_fn(pred, target, last_timestep_only=False):
    if last_timestep_only:
        return (pred[:, None, -1] - target[None, :, -1]).square().mean()
    return (pred - target).square().mean()
