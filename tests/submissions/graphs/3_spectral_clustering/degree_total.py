"""
case: one sum for the whole graph
kind: wrong
scores:
  degree_matrix_tests: 0
says:
  degree_matrix_tests: "the shape is ()"
"""


# %% degree_matrix
def degree_matrix(A):
    return A.sum()
