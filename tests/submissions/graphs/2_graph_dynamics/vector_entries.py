"""
case: each entry to the power k
kind: wrong
scores:
  node_vector_tests: 0
says:
  node_vector_tests: each entry by itself
"""


# %% node_vector
def node_vector(A, j, k):
    if k == 0:
        return np.eye(len(A))[:, j]
    return (A**k)[:, j]
