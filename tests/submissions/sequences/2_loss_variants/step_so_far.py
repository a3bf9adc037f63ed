"""
case: the mean over all steps so far
kind: wrong
scores: {error_per_step_tests: 0}
says: {error_per_step_tests: "each number is the mean over all steps so far"}
"""


# %% error_per_step
def error_per_step(pred, target):
    errors = (pred - target).square().mean(dim=(0, 2))
    return errors.cumsum(0) / torch.arange(1, len(errors) + 1)
