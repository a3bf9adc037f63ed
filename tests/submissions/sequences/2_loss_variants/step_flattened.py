"""
case: all but time flattened
kind: right
"""


# %% error_per_step
def error_per_step(pred, target):
    return ((pred - target) ** 2).transpose(0, 1).flatten(1).mean(dim=1)
