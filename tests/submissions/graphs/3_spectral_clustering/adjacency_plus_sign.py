"""
case: the exponent is positive
kind: wrong
scores:
  adjacency_tests: 0
  results_tests: 0
says:
  adjacency_tests: "sign of the exponent"
"""


# %% adjacency
def adjacency(X, gamma):
    return np.exp(gamma * cdist(X, X, "sqeuclidean"))
