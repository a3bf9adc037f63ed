"""
case: the kept layers are all the same array
kind: wrong
scores:
  simulate_tests: 0
says:
  simulate_tests: overwritten in place
"""


# %% simulate
def simulate(layer, A, K):
    H = np.eye(len(A))
    states = [H]
    for _ in range(K):
        H[:] = layer(A, H)
        states.append(H)
    return np.array(states)
