"""
case: every node also looks at itself
kind: wrong
scores:
  max_layer_tests: 0
says:
  max_layer_tests: looks at itself
"""


# %% max_layer
def max_layer(A, H):
    return np.maximum(H, A.T @ H > 0)
