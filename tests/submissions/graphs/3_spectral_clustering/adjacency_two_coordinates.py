"""
case: only the first two coordinates count
kind: wrong
scores:
  adjacency_tests: 1
says:
  adjacency_tests: "only the first two coordinates are used"
"""


# %% adjacency
def adjacency(X, gamma):
    return np.exp(-gamma * ((X[:, None, 0] - X[None, :, 0]) ** 2 + (X[:, None, 1] - X[None, :, 1]) ** 2))
