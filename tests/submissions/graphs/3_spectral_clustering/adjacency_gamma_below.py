"""
case: gamma divides
kind: wrong
scores:
  adjacency_tests: 0
  results_tests: 0
says:
  adjacency_tests: "gamma is in the denominator"
"""


# %% adjacency
def adjacency(X, gamma):
    return np.exp(-cdist(X, X, "sqeuclidean") / gamma)
