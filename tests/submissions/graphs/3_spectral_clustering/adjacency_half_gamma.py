"""
case: half of gamma in the exponent
kind: wrong
scores:
  adjacency_tests: 0
  results_tests: 1
says:
  adjacency_tests: "gamma / 2"
"""


# %% adjacency
def adjacency(X, gamma):
    return np.exp(-gamma / 2 * cdist(X, X, "sqeuclidean"))
