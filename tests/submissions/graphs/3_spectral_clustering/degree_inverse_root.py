"""
case: D^(-1/2) is returned
kind: wrong
scores:
  degree_matrix_tests: 0
says:
  degree_matrix_tests: "not D^(-1/2)"
"""


# %% degree_matrix
def degree_matrix(A):
    return np.diag(A.sum(axis=1) ** -0.5)
