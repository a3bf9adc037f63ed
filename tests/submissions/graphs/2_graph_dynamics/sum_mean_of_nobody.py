"""
case: the mean, and nothing divided by nothing
kind: wrong
scores:
  sum_layer_tests: 0
says:
  sum_layer_tests: not finite
"""


# %% sum_layer
def sum_layer(A, H):
    with np.errstate(invalid="ignore"):
        return A.T @ H / A.sum(axis=0)[:, None]
