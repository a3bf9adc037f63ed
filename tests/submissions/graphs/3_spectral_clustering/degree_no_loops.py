"""
case: self-loops left out
kind: wrong
scores:
  degree_matrix_tests: 0
says:
  degree_matrix_tests: "the self-loop is left out"
"""


# %% degree_matrix
def degree_matrix(A):
    return np.diag(A.sum(axis=1) - np.diag(A))
