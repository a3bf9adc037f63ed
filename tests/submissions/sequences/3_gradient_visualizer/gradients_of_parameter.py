"""
case: the gradient of W_h at every step instead of that of the state
kind: wrong
scores:
  hidden_state_gradients_tests: 1
says:
  hidden_state_gradients_tests: is it the gradient of a parameter
"""


# %% hidden_state_gradients
def hidden_state_gradients(layer, head, x, target, last_target_only):
    states = layer(x)
    if last_target_only:
        loss = nn.functional.mse_loss(head(states[-1]), target[:, -1])
    else:
        loss = nn.functional.mse_loss(head(torch.stack(states, dim=1)), target)

    loss.backward()
    return [layer.W_h.grad.norm().item() for _ in states]
