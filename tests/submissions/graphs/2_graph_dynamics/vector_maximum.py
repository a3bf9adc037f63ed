"""
case: yes or no in place of counts
kind: wrong
scores:
  node_vector_tests: 1
says:
  node_vector_tests: entries are at most 1
"""


# %% node_vector
def node_vector(A, j, k):
    return (np.linalg.matrix_power(A, k)[:, j] > 0).astype(int)
