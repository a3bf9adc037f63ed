"""
case: gamma taken for the standard deviation of a Gaussian
kind: wrong
scores:
  adjacency_tests: 0
  results_tests: 0
says:
  adjacency_tests: "gamma is taken for a standard deviation"
"""


# %% adjacency
def adjacency(X, gamma):
    return np.exp(-cdist(X, X, "sqeuclidean") / (2 * gamma**2))
