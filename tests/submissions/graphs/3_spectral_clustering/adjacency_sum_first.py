"""
case: the differences are summed before they are squared
kind: wrong
scores:
  adjacency_tests: 0
  results_tests: 0
says:
  adjacency_tests: "the weights are not"
"""


# %% adjacency
def adjacency(X, gamma):
    return np.exp(-gamma * (X[:, None] - X[None]).sum(axis=2) ** 2)
