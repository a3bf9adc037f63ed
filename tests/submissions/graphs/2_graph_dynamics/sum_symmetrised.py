"""
case: arrows are used in both directions
kind: wrong
scores:
  sum_layer_tests: 1
says:
  sum_layer_tests: one-way street
"""


# %% sum_layer
def sum_layer(A, H):
    return (A | A.T) @ H
