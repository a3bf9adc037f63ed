"""
case: the sum over batch and outputs
kind: wrong
scores: {error_per_step_tests: 0}
says: {error_per_step_tests: "the errors are summed"}
"""


# %% error_per_step
def error_per_step(pred, target):
    return (pred - target).square().sum(dim=(0, 2))
