"""
case: absolute errors
kind: wrong
scores: {error_per_step_tests: 0}
says: {error_per_step_tests: "these are absolute errors"}
"""


# %% error_per_step
def error_per_step(pred, target):
    return (pred - target).abs().mean(dim=(0, 2))
