"""
case: squared errors summed and divided by hand; a numpy array comes back
kind: right
"""


# %% hidden_state_gradients
def hidden_state_gradients(layer, head, x, target, last_target_only):
    import numpy as np

    states = layer(x)
    steps = range(x.shape[1])
    total, count = 0.0, 0
    for t in steps:
        if last_target_only and t != steps[-1]:
            continue
        error = head(states[t]) - target[:, t]
        total = total + (error * error).sum()
        count += error.numel()
    gradients = torch.autograd.grad(total / count, states)
    return np.array([np.sqrt((g.numpy() ** 2).sum()) for g in gradients])
