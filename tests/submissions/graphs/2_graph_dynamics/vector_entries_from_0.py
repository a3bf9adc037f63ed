"""
case: each entry to the power k, all ones for k = 0
kind: wrong
scores:
  node_vector_tests: 0
says:
  node_vector_tests: not one-hot
"""


# %% node_vector
def node_vector(A, j, k):
    return (A**k)[:, j]
