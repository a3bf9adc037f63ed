"""
case: D^(-1) A
kind: wrong
scores:
  normalised_tests: 0
  results_tests: 1
says:
  normalised_tests: "divides rows only"
"""


# %% normalised
def normalised(A):
    return A / A.sum(axis=1, keepdims=True)
