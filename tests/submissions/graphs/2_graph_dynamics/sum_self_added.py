"""
case: self-loops are added
kind: wrong
scores:
  sum_layer_tests: 0
says:
  sum_layer_tests: every node also adds itself
"""


# %% sum_layer
def sum_layer(A, H):
    return A.T @ H + H
