"""
case: rows and columns of each layer are swapped
kind: wrong
scores:
  simulate_tests: 0
says:
  simulate_tests: rows and columns are swapped
"""


# %% simulate
def simulate(layer, A, K):
    states = [np.eye(len(A))]
    for _ in range(K):
        states.append(layer(A, states[-1]))
    return np.array([H.T for H in states])
