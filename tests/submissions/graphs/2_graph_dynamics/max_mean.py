"""
case: the mean in place of the maximum
kind: wrong
scores:
  max_layer_tests: 0
says:
  max_layer_tests: between 0 and 1
"""


# %% max_layer
def max_layer(A, H):
    return A.T @ H / np.maximum(A.sum(axis=0), 1)[:, None]
