"""
case: the outputs are summed
kind: wrong
scores: {error_per_step_tests: 1}
says: {error_per_step_tests: "the errors are summed over the outputs"}
"""


# %% error_per_step
def error_per_step(pred, target):
    return (pred - target).square().sum(dim=2).mean(dim=0)
