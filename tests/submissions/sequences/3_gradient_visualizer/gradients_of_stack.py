"""
case: 'the gradient of the stacked states: immediate derivatives only'
kind: wrong
scores:
  hidden_state_gradients_tests: 1
says:
  hidden_state_gradients_tests: immediate derivative alone
"""


# %% hidden_state_gradients
def hidden_state_gradients(layer, head, x, target, last_target_only):
    states = torch.stack(layer(x), dim=1)
    errors = (head(states) - target) ** 2
    loss = errors[:, -1].mean() if last_target_only else errors.mean()
    (gradient,) = torch.autograd.grad(loss, states)
    return gradient.norm(dim=(0, 2))
