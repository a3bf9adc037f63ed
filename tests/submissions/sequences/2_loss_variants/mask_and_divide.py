"""
case: weights that mask, divided by their sum
kind: right
"""


# %% loss_fn
def loss_fn(pred, target, last_timestep_only=False):
    weights = torch.ones_like(pred)
    if last_timestep_only:
        weights[:, :-1] = 0
    return (weights * (pred - target) ** 2).sum() / weights.sum()
