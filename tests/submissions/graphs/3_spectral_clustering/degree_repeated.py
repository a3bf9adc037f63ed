"""
case: the vector repeated in every row
kind: wrong
scores:
  degree_matrix_tests: 0
says:
  degree_matrix_tests: "D is not diagonal"
"""


# %% degree_matrix
def degree_matrix(A):
    return np.tile(A.sum(axis=1), (len(A), 1))
