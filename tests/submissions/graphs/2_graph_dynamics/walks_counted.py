"""
case: the number of walks in place of the walks
kind: wrong
scores:
  list_walks_tests: 0
says:
  list_walks_tests: the walks themselves
"""


# %% list_walks
def list_walks(A, i, j, k):
    return int(np.linalg.matrix_power(A, k)[i, j])
