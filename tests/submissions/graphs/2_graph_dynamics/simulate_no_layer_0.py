"""
case: layer 0 is missing, layer K + 1 is there
kind: wrong
scores:
  simulate_tests: 0
says:
  simulate_tests: not one-hot
"""


# %% simulate
def simulate(layer, A, K):
    H = np.eye(len(A))
    states = []
    for _ in range(K + 1):
        H = layer(A, H)
        states.append(H)
    return np.array(states)
