"""
case: retain_grad and backward
kind: right
"""


# %% lstm_gradients
def lstm_gradients(layer, head, x, target, last_target_only):
    h, C = layer.states(x)
    for state in h + C:
        state.retain_grad()
    errors = torch.stack([(head(one) - target[:, t]).square().mean() for t, one in enumerate(h)])
    (errors[-1] if last_target_only else errors.mean()).backward()
    return tuple(
        torch.stack([torch.zeros(()) if s.grad is None else s.grad.norm() for s in kind]) for kind in (h, C)
    )
