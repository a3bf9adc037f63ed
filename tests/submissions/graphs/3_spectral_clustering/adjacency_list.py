"""
case: a list of rows, computed in a loop over the points
kind: wrong
scores:
  adjacency_tests: 0
  results_tests: 0
says:
  adjacency_tests: "stack its parts"
"""


# %% adjacency
def adjacency(X, gamma):
    return [np.exp(-gamma * ((X - x) ** 2).sum(axis=1)) for x in X]
