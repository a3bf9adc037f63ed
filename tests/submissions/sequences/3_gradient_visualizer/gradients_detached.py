"""
case: the states are detached before the loss
kind: wrong
scores:
  hidden_state_gradients_tests: 0
says:
  hidden_state_gradients_tests: were they detached
"""


# %% hidden_state_gradients
def hidden_state_gradients(layer, head, x, target, last_target_only):
    states = [state.detach() for state in layer(x)]
    if last_target_only:
        loss = nn.functional.mse_loss(head(states[-1]), target[:, -1])
    else:
        loss = nn.functional.mse_loss(head(torch.stack(states, dim=1)), target)

    return [g.norm().item() for g in torch.autograd.grad(loss, states)]
