"""
case: summed over the batch
kind: wrong
scores: {error_per_step_tests: 0}
says: {error_per_step_tests: "the errors are summed over the batch"}
"""


# %% error_per_step
def error_per_step(pred, target):
    return (pred - target).square().mean(dim=2).sum(dim=0)
