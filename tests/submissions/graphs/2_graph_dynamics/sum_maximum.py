"""
case: the maximum in place of the sum
kind: wrong
scores:
  sum_layer_tests: 0
says:
  sum_layer_tests: not the sum
"""


# %% sum_layer
def sum_layer(A, H):
    return np.array([H[A[:, j] > 0].max(axis=0) if A[:, j].any() else 0 * H[j] for j in range(len(A))])
