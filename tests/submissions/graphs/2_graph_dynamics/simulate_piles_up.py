"""
case: each layer is added to those before
kind: wrong
scores:
  simulate_tests: 0
says:
  simulate_tests: is not layer(A, H)
"""


# %% simulate
def simulate(layer, A, K):
    states = [np.eye(len(A))]
    for _ in range(K):
        states.append(states[-1] + layer(A, states[-1]))
    return np.array(states)
