"""
case: hooks append to a list that is never emptied
kind: wrong
scores:
  hidden_state_gradients_tests: 1
says:
  hidden_state_gradients_tests: left over from an earlier call
"""

# %% hidden_state_gradients
found = []


def hidden_state_gradients(layer, head, x, target, last_target_only):
    states = layer(x)
    for state in states:
        state.register_hook(lambda gradient: found.insert(0, gradient.norm().item()))
    predictions = torch.stack([head(state) for state in states], dim=1)
    errors = (predictions - target) ** 2
    (errors[:, -1].mean() if last_target_only else errors.mean()).backward()
    return found
