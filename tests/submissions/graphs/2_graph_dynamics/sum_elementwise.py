"""
case: an elementwise product
kind: wrong
scores:
  sum_layer_tests: 0
says:
  sum_layer_tests: ValueError
"""


# %% sum_layer
def sum_layer(A, H):
    return A * H
