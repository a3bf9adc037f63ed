"""
case: the distance is not squared
kind: wrong
scores:
  adjacency_tests: 0
  results_tests: 0
says:
  adjacency_tests: ["is the distance squared?", "the distance is not squared"]
  results_tests: "that is the index if the distance is not squared"
"""


# %% adjacency
def adjacency(X, gamma):
    return np.exp(-gamma * cdist(X, X))
