"""
case: each state is cut from the one before, so that it may be a leaf
kind: wrong
scores:
  hidden_state_gradients_tests: 1
says:
  hidden_state_gradients_tests: immediate derivative alone
"""


# %% hidden_state_gradients
def hidden_state_gradients(layer, head, x, target, last_target_only):
    states, h = [], None
    for t in range(x.shape[1]):
        h = layer.step(x[:, t], h).detach().requires_grad_()
        states.append(h)
    errors = (head(torch.stack(states, dim=1)) - target) ** 2
    (errors[:, -1].mean() if last_target_only else errors.mean()).backward()
    return [0.0 if state.grad is None else state.grad.norm().item() for state in states]
