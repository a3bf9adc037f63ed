"""
case: one product too many
kind: wrong
scores:
  node_vector_tests: 0
says:
  node_vector_tests: not one-hot
"""


# %% node_vector
def node_vector(A, j, k):
    return np.linalg.matrix_power(A, k + 1)[:, j]
