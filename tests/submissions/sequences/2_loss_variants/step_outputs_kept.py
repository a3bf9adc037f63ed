"""
case: the axis of the outputs is kept
kind: wrong
scores: {error_per_step_tests: 0}
says: {error_per_step_tests: "the shape is (3, 1)"}
"""


# %% error_per_step
def error_per_step(pred, target):
    return (pred - target).square().mean(dim=0)
