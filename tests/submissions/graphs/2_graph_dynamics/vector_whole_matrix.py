"""
case: the whole power comes back
kind: wrong
scores:
  node_vector_tests: 0
says:
  node_vector_tests: the shape is (3, 3)
"""


# %% node_vector
def node_vector(A, j, k):
    return np.linalg.matrix_power(A, k)
