"""
case: squared norms
kind: wrong
scores:
  hidden_state_gradients_tests: 1
says:
  hidden_state_gradients_tests: the root is missing
"""


# %% hidden_state_gradients
def hidden_state_gradients(layer, head, x, target, last_target_only):
    states = layer(x)
    if last_target_only:
        loss = nn.functional.mse_loss(head(states[-1]), target[:, -1])
    else:
        loss = nn.functional.mse_loss(head(torch.stack(states, dim=1)), target)

    return [g.square().sum().item() for g in torch.autograd.grad(loss, states)]
