"""
case: sums in a loop over the steps
kind: right
"""


# %% loss_fn
def loss_fn(pred, target, last_timestep_only=False):
    steps = [pred.shape[1] - 1] if last_timestep_only else range(pred.shape[1])
    total = sum(((pred[:, t] - target[:, t]) ** 2).sum() for t in steps)
    return total / (len(steps) * pred.shape[0] * pred.shape[2])
