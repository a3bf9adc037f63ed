"""
case: the row in place of the column
kind: wrong
scores:
  node_vector_tests: 0
says:
  node_vector_tests: this is row j
"""


# %% node_vector
def node_vector(A, j, k):
    return np.linalg.matrix_power(A, k)[j]
