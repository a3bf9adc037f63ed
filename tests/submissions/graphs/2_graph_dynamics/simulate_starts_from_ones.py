"""
case: layer 0 is all ones
kind: wrong
scores:
  simulate_tests: 0
says:
  simulate_tests: not one-hot
"""


# %% simulate
def simulate(layer, A, K):
    states = [np.ones((len(A), len(A)))]
    for _ in range(K):
        states.append(layer(A, states[-1]))
    return np.array(states)
