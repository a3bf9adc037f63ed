"""
case: retain_grad on each state, then backward
kind: right
"""


# %% hidden_state_gradients
def hidden_state_gradients(layer, head, x, target, last_target_only):
    states = layer(x)
    for state in states:
        state.retain_grad()
    predictions = torch.stack([head(state) for state in states], dim=1)
    errors = (predictions - target) ** 2
    loss = errors[:, -1].mean() if last_target_only else errors.mean()
    loss.backward()
    return torch.stack([state.grad.norm() for state in states])
