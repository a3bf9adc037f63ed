"""
case: a plain number is returned
kind: wrong
scores: {loss_fn_tests: 7}
says: {loss_fn_tests: "the loss is cut off from the predictions (.item(), .detach(), float()"}
"""


# %% loss_fn
def loss_fn(pred, target, last_timestep_only=False):
    if last_timestep_only:
        pred, target = pred[:, -1], target[:, -1]
    return (pred - target).square().mean().item()
