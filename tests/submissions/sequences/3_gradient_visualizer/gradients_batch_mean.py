"""
case: the mean over the batch of one norm per sequence
kind: wrong
scores:
  hidden_state_gradients_tests: 3
says:
  hidden_state_gradients_tests: averaged over the batch
"""


# %% hidden_state_gradients
def hidden_state_gradients(layer, head, x, target, last_target_only):
    states = layer(x)
    if last_target_only:
        loss = nn.functional.mse_loss(head(states[-1]), target[:, -1])
    else:
        loss = nn.functional.mse_loss(head(torch.stack(states, dim=1)), target)

    return [g.norm(dim=1).mean().item() for g in torch.autograd.grad(loss, states)]
