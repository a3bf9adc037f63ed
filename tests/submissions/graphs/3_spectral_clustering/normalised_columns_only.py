"""
case: A D^(-1)
kind: wrong
scores:
  normalised_tests: 0
  results_tests: 2
says:
  normalised_tests: "divides columns only"
"""


# %% normalised
def normalised(A):
    return A / A.sum(axis=0)
