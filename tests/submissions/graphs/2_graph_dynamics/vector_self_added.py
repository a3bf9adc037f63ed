"""
case: the identity is added to A
kind: wrong
scores:
  node_vector_tests: 0
says:
  node_vector_tests: is the identity added
"""


# %% node_vector
def node_vector(A, j, k):
    return np.linalg.matrix_power(A + np.eye(len(A), dtype=int), k)[:, j]
