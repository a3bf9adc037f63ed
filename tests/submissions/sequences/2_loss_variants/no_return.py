"""
case: no return for all steps
kind: wrong
scores: {loss_fn_tests: 3}
says: {loss_fn_tests: "nothing came back"}
"""


# %% loss_fn
def loss_fn(pred, target, last_timestep_only=False):
    if last_timestep_only:
        return (pred[:, -1] - target[:, -1]).square().mean()
