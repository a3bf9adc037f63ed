"""
case: no self-loops, as some textbooks have it
kind: wrong
scores:
  adjacency_tests: 0
  results_tests: 1
says:
  adjacency_tests: ["the diagonal is not 1", "the self-loops A_ii = exp(0) = 1 are part of this graph"]
  results_tests: ["A_ii set to 0", "is A_ii still 1?"]
"""


# %% adjacency
def adjacency(X, gamma):
    return np.exp(-gamma * cdist(X, X, "sqeuclidean")) - np.eye(len(X))
