"""
case: the minimum in place of the maximum
kind: wrong
scores:
  max_layer_tests: 0
says:
  max_layer_tests: the smallest is taken
"""


# %% max_layer
def max_layer(A, H):
    return np.array([H[A[:, j] > 0].min(axis=0) if A[:, j].any() else 0 * H[j] for j in range(len(A))])
