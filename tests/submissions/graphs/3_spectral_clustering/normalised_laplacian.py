"""
case: the Laplacian I - M
kind: wrong
scores:
  normalised_tests: 0
  results_tests: 0
says:
  normalised_tests: "this is the Laplacian"
"""


# %% normalised
def normalised(A):
    d = A.sum(axis=1)
    return np.eye(len(A)) - A / np.sqrt(np.outer(d, d))
