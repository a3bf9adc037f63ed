"""
case: a hook on each state collects its gradient
kind: right
"""


# %% hidden_state_gradients
def hidden_state_gradients(layer, head, x, target, last_target_only):
    states = layer(x)
    if last_target_only:
        loss = nn.functional.mse_loss(head(states[-1]), target[:, -1])
    else:
        loss = nn.functional.mse_loss(head(torch.stack(states, dim=1)), target)

    sizes = [0.0] * len(states)
    for t, state in enumerate(states):

        def keep(gradient, t=t):
            sizes[t] = float(gradient.norm())

        state.register_hook(keep)
    loss.backward()
    return sizes
