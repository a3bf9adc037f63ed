"""
case: counts in place of the maximum
kind: wrong
scores:
  max_layer_tests: 0
says:
  max_layer_tests: these are counts
"""


# %% max_layer
def max_layer(A, H):
    return A.T @ H
