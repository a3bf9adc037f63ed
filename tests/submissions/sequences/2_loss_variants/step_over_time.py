"""
case: mean over time instead of over the batch
kind: wrong
scores: {error_per_step_tests: 0}
says: {error_per_step_tests: "one number per step is asked for, 3 here; 2 came back"}
"""


# %% error_per_step
def error_per_step(pred, target):
    return (pred - target).square().mean(dim=(1, 2))
