"""
case: one number per node
kind: wrong
scores:
  max_layer_tests: 0
says:
  max_layer_tests: the shape is
"""


# %% max_layer
def max_layer(A, H):
    return (A.T @ H > 0).any(axis=1)
