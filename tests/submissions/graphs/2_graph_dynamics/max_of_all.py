"""
case: the maximum over all nodes
kind: wrong
scores:
  max_layer_tests: 0
says:
  max_layer_tests: over all nodes
"""


# %% max_layer
def max_layer(A, H):
    return np.tile(H.max(axis=0), (len(A), 1))
