"""
case: GAMMA in place of the argument
kind: wrong
scores:
  adjacency_tests: 0
says:
  adjacency_tests: ["another gamma than the given one"]
"""


# %% adjacency
def adjacency(X, gamma):
    return np.exp(-GAMMA * cdist(X, X, "sqeuclidean"))
