"""
case: all steps but the last are masked, then the mean over all
kind: wrong
scores: {loss_fn_tests: 3}
says: {loss_fn_tests: "the last step's loss is divided by T"}
"""


# %% loss_fn
def loss_fn(pred, target, last_timestep_only=False):
    mask = torch.ones_like(pred)
    if last_timestep_only:
        mask[:, :-1] = 0
    return (mask * (pred - target).square()).mean()
