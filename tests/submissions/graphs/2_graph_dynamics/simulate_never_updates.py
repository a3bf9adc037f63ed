"""
case: the result of the layer is thrown away
kind: wrong
scores:
  simulate_tests: 0
says:
  simulate_tests: never updated
"""


# %% simulate
def simulate(layer, A, K):
    H = np.eye(len(A))
    states = [H]
    for _ in range(K):
        layer(A, H)
        states.append(H)
    return np.array(states)
