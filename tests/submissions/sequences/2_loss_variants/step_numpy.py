"""
case: through NumPy
kind: right
"""


# %% error_per_step
def error_per_step(pred, target):
    return ((pred - target).detach().numpy() ** 2).mean(axis=(0, 2))
