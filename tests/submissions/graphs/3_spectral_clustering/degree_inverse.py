"""
case: the inverse of D
kind: wrong
scores:
  degree_matrix_tests: 0
says:
  degree_matrix_tests: "not its inverse"
"""


# %% degree_matrix
def degree_matrix(A):
    return np.diag(1 / A.sum(axis=1))
