"""
case: self-loops counted twice, as graph libraries do
kind: wrong
scores:
  degree_matrix_tests: 0
says:
  degree_matrix_tests: "the self-loop counts twice"
"""


# %% degree_matrix
def degree_matrix(A):
    return np.diag(A.sum(axis=1) + np.diag(A))
