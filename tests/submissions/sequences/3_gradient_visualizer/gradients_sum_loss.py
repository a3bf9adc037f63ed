"""
case: the sum of squared errors, not the mean
kind: wrong
scores:
  hidden_state_gradients_tests: 2
says:
  hidden_state_gradients_tests: off by the same factor
"""


# %% hidden_state_gradients
def hidden_state_gradients(layer, head, x, target, last_target_only):
    states = layer(x)
    errors = (head(torch.stack(states, dim=1)) - target) ** 2
    loss = errors[:, -1].sum() if last_target_only else errors.sum()
    return [g.norm().item() for g in torch.autograd.grad(loss, states)]
