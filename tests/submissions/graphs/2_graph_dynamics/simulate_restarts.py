"""
case: every layer starts from layer 0 again
kind: wrong
scores:
  simulate_tests: 0
says:
  simulate_tests: from layer 0 again
"""


# %% simulate
def simulate(layer, A, K):
    H = np.eye(len(A))
    return np.array([H] + [layer(A, H) for _ in range(K)])
