"""
case: one number for all steps
kind: wrong
scores: {error_per_step_tests: 0}
says: {error_per_step_tests: "one number per step is asked for, 3 here; 1 came back"}
"""


# %% error_per_step
def error_per_step(pred, target):
    return (pred - target).square().mean()
