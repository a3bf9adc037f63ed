"""
case: rows for columns
kind: wrong
scores:
  max_layer_tests: 0
says:
  max_layer_tests: those it talks to
"""


# %% max_layer
def max_layer(A, H):
    return (A @ H > 0).astype(int)
