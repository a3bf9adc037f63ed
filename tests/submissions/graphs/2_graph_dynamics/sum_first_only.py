"""
case: only the first of those that a node hears
kind: wrong
scores:
  sum_layer_tests: 0
says:
  sum_layer_tests: not the sum
"""


# %% sum_layer
def sum_layer(A, H):
    return np.array([H[A[:, j].argmax()] if A[:, j].any() else 0 * H[j] for j in range(len(A))])
