"""
case: the root of each mean
kind: wrong
scores: {error_per_step_tests: 0}
says: {error_per_step_tests: "the root was taken"}
"""


# %% error_per_step
def error_per_step(pred, target):
    return (pred - target).square().mean(dim=(0, 2)).sqrt()
