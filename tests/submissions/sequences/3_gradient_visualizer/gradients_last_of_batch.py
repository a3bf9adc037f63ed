"""
case: the last sequence of the batch for the last step
kind: wrong
scores:
  hidden_state_gradients_tests: 4
says:
  hidden_state_gradients_tests: a nudge of h_t moves the loss by another amount
"""


# %% hidden_state_gradients
def hidden_state_gradients(layer, head, x, target, last_target_only):
    states = torch.stack(layer(x), dim=1)
    states = list(layer(x))
    predictions = torch.stack([head(state) for state in states], dim=1)
    if last_target_only:
        loss = nn.functional.mse_loss(predictions[-1], target[-1])
    else:
        loss = nn.functional.mse_loss(predictions, target)
    return [g.norm().item() for g in torch.autograd.grad(loss, states)]
