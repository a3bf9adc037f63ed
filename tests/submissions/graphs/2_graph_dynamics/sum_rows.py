"""
case: rows for columns, a node adds those it talks to
kind: wrong
scores:
  sum_layer_tests: 1
says:
  sum_layer_tests: those it talks to
"""


# %% sum_layer
def sum_layer(A, H):
    return A @ H
