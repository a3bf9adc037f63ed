"""
case: walks of at most k steps
kind: wrong
scores:
  node_vector_tests: 0
says:
  node_vector_tests: the vector is not
"""


# %% node_vector
def node_vector(A, j, k):
    return sum(np.linalg.matrix_power(A, m)[:, j] for m in range(k + 1))
