"""
case: the mean before the square, so that errors cancel
kind: wrong
scores: {error_per_step_tests: 0}
says: {error_per_step_tests: "positive and negative errors cancel"}
"""


# %% error_per_step
def error_per_step(pred, target):
    return (pred - target).mean(dim=(0, 2)).square()
