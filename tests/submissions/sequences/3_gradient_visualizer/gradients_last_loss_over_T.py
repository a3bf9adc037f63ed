"""
case: the last target alone, but averaged over all steps
kind: wrong
scores:
  hidden_state_gradients_tests: 4
says:
  hidden_state_gradients_tests: off by the same factor
"""


# %% hidden_state_gradients
def hidden_state_gradients(layer, head, x, target, last_target_only):
    states = layer(x)
    weights = torch.ones(x.shape[1])
    if last_target_only:
        weights[:-1] = 0
    errors = (head(torch.stack(states, dim=1)) - target) ** 2
    loss = (errors * weights[:, None]).mean()
    return [g.norm().item() for g in torch.autograd.grad(loss, states)]
