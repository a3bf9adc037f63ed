"""
case: the last step first
kind: wrong
scores: {error_per_step_tests: 0}
says: {error_per_step_tests: "it gives [5.0, 2.5, 1.0], not [1, 2.5, 5]"}
"""


# %% error_per_step
def error_per_step(pred, target):
    return (pred - target).square().mean(dim=(0, 2)).flip(0)
