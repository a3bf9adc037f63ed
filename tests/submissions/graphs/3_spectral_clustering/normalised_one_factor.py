"""
case: one factor D^(-1/2)
kind: wrong
scores:
  normalised_tests: 0
  results_tests: 1
says:
  normalised_tests: "only one factor"
"""


# %% normalised
def normalised(A):
    return A / np.sqrt(A.sum(axis=1, keepdims=True))
