"""
case: the loss of the last step divided by T
kind: wrong
scores: {loss_fn_tests: 3}
says: {loss_fn_tests: "the last step's loss is divided by T"}
"""


# %% loss_fn
def loss_fn(pred, target, last_timestep_only=False):
    loss = (pred - target).square()
    if last_timestep_only:
        return loss[:, -1].mean() / pred.shape[1]
    return loss.mean()
