"""
case: the last layer comes first
kind: wrong
scores:
  simulate_tests: 0
says:
  simulate_tests: reverse order
"""


# %% simulate
def simulate(layer, A, K):
    states = [np.eye(len(A))]
    for _ in range(K):
        states.insert(0, layer(A, states[0]))
    return np.array(states)
