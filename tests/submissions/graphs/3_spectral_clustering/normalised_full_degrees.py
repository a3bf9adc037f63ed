"""
case: D^(-1) A D^(-1)
kind: wrong
scores:
  normalised_tests: 0
  results_tests: 0
says:
  normalised_tests: ["0.5 / sqrt(1.5 · 1.75)", "the square roots of the degrees are missing"]
"""


# %% normalised
def normalised(A):
    d = A.sum(axis=1)
    return A / np.outer(d, d)
