"""
case: self-loops are dropped
kind: wrong
scores:
  sum_layer_tests: 1
says:
  sum_layer_tests: drops self-loops
"""


# %% sum_layer
def sum_layer(A, H):
    A = A.copy()
    np.fill_diagonal(A, 0)
    return A.T @ H
