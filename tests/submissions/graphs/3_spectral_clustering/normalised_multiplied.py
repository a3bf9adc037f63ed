"""
case: multiplied by the roots of the degrees
kind: wrong
scores:
  normalised_tests: 0
  results_tests: 1
says:
  normalised_tests: "divide, do not multiply"
"""


# %% normalised
def normalised(A):
    d = np.sqrt(A.sum(axis=1))
    return d[:, None] * A * d
