"""
case: nn.MSELoss
kind: right
"""


# %% loss_fn
def loss_fn(pred, target, last_timestep_only=False):
    if last_timestep_only:
        pred, target = pred[:, -1], target[:, -1]
    return nn.MSELoss()(pred, target)
