"""
case: the mean in place of the sum
kind: wrong
scores:
  sum_layer_tests: 0
says:
  sum_layer_tests: takes the mean
"""


# %% sum_layer
def sum_layer(A, H):
    return A.T @ H / np.maximum(A.sum(axis=0), 1)[:, None]
