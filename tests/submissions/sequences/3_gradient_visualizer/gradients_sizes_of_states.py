"""
case: the norms of the states
kind: wrong
scores:
  hidden_state_gradients_tests: 1
says:
  hidden_state_gradients_tests: not of the gradients
"""


# %% hidden_state_gradients
def hidden_state_gradients(layer, head, x, target, last_target_only):
    return [state.norm().item() for state in layer(x)]
