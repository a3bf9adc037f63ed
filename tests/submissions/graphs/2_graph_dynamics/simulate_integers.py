"""
case: an array of integers cuts fractions off
kind: wrong
scores:
  simulate_tests: 2
says:
  simulate_tests: fractions are lost
"""


# %% simulate
def simulate(layer, A, K):
    states = np.zeros((K + 1, len(A), len(A)), dtype=int)
    states[0] = np.eye(len(A))
    for k in range(K):
        states[k + 1] = layer(A, states[k])
    return states
