"""
case: 'autograd.grad of slices of the stack: not used in the graph'
kind: wrong
scores:
  hidden_state_gradients_tests: 0
says:
  hidden_state_gradients_tests: the states in the list
"""


# %% hidden_state_gradients
def hidden_state_gradients(layer, head, x, target, last_target_only):
    states = torch.stack(layer(x), dim=1)
    slices = [states[:, t] for t in range(x.shape[1])]
    errors = (head(states) - target) ** 2
    loss = errors[:, -1].mean() if last_target_only else errors.mean()
    return [g.norm().item() for g in torch.autograd.grad(loss, slices)]
