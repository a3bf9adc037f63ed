"""
case: layer K is missing
kind: wrong
scores:
  simulate_tests: 0
says:
  simulate_tests: look at axis K + 1
"""


# %% simulate
def simulate(layer, A, K):
    H = np.eye(len(A))
    states = []
    for _ in range(K):
        states.append(H)
        H = layer(A, H)
    return np.array(states)
