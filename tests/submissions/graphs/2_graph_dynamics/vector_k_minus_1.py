"""
case: one product too few
kind: wrong
scores:
  node_vector_tests: 0
says:
  node_vector_tests: off by one
"""


# %% node_vector
def node_vector(A, j, k):
    return np.linalg.matrix_power(A, max(k - 1, 0))[:, j]
