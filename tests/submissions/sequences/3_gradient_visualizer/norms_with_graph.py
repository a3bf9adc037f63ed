"""
case: norms that still require a gradient, from create_graph
kind: right
"""


# %% hidden_state_gradients
def hidden_state_gradients(layer, head, x, target, last_target_only):
    states = layer(x)
    if last_target_only:
        loss = nn.functional.mse_loss(head(states[-1]), target[:, -1])
    else:
        loss = nn.functional.mse_loss(head(torch.stack(states, dim=1)), target)

    return [g.norm() for g in torch.autograd.grad(loss, states, create_graph=True)]
