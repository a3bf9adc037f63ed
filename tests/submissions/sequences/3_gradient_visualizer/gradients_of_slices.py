"""
case: 'slices of the stack: their gradient is None'
kind: wrong
scores:
  hidden_state_gradients_tests: 0
says:
  hidden_state_gradients_tests: the gradient of a stack or of a slice of it
"""


# %% hidden_state_gradients
def hidden_state_gradients(layer, head, x, target, last_target_only):
    states = torch.stack(layer(x), dim=1)
    slices = [states[:, t] for t in range(x.shape[1])]
    for part in slices:
        part.retain_grad()
    errors = (head(states) - target) ** 2
    (errors[:, -1].mean() if last_target_only else errors.mean()).backward()
    return [part.grad.norm().item() for part in slices]
