"""
case: always the last target only
kind: wrong
scores:
  hidden_state_gradients_tests: 5
says:
  hidden_state_gradients_tests: last_target_only is not obeyed
"""


# %% hidden_state_gradients
def hidden_state_gradients(layer, head, x, target, last_target_only):
    states = layer(x)
    loss = nn.functional.mse_loss(head(states[-1]), target[:, -1])
    return [g.norm().item() for g in torch.autograd.grad(loss, states)]
