"""
case: only layer K comes back
kind: wrong
scores:
  simulate_tests: 0
says:
  simulate_tests: the shape is
"""


# %% simulate
def simulate(layer, A, K):
    H = np.eye(len(A))
    for _ in range(K):
        H = layer(A, H)
    return H
