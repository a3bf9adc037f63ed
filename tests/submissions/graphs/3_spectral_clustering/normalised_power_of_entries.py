"""
case: the power of every entry of D
kind: wrong
scores:
  normalised_tests: 0
  results_tests: 0
says:
  normalised_tests: "is the power taken of the zeros of D"
"""


# %% normalised
def normalised(A):
    with np.errstate(divide="ignore", invalid="ignore"):
        D = np.diag(A.sum(axis=1)) ** -0.5
        return D @ A @ D
