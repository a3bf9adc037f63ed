"""
case: a list of numbers
kind: right
"""


# %% error_per_step
def error_per_step(pred, target):
    return [nn.functional.mse_loss(pred[:, t], target[:, t]).item() for t in range(pred.shape[1])]
