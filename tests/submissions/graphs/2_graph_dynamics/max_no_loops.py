"""
case: self-loops are dropped
kind: wrong
scores:
  max_layer_tests: 1
says:
  max_layer_tests: drops self-loops
"""


# %% max_layer
def max_layer(A, H):
    A = A * (1 - np.eye(len(A), dtype=int))
    return (A.T @ H > 0).astype(int)
