"""
case: a node that hears nobody stops it
kind: wrong
scores:
  max_layer_tests: 0
says:
  max_layer_tests: ValueError
"""


# %% max_layer
def max_layer(A, H):
    return np.array([H[A[:, j] > 0].max(axis=0) for j in range(len(A))])
