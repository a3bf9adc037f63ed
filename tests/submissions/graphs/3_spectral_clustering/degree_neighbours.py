"""
case: numbers of neighbours
kind: wrong
scores:
  degree_matrix_tests: 0
says:
  degree_matrix_tests: ["the degrees are [2, 3, 2]", "numbers of neighbours"]
"""


# %% degree_matrix
def degree_matrix(A):
    return np.diag((A > 0).sum(axis=1))
