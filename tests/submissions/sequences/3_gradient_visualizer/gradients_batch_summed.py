"""
case: the gradient summed over the batch, then the norm
kind: wrong
scores:
  hidden_state_gradients_tests: 3
says:
  hidden_state_gradients_tests: added up before the norm
"""


# %% hidden_state_gradients
def hidden_state_gradients(layer, head, x, target, last_target_only):
    states = layer(x)
    if last_target_only:
        loss = nn.functional.mse_loss(head(states[-1]), target[:, -1])
    else:
        loss = nn.functional.mse_loss(head(torch.stack(states, dim=1)), target)

    return [g.sum(dim=0).norm().item() for g in torch.autograd.grad(loss, states)]
