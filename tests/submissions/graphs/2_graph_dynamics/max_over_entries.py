"""
case: one maximum per node, over all entries
kind: wrong
scores:
  max_layer_tests: 0
says:
  max_layer_tests: keep each entry apart
"""


# %% max_layer
def max_layer(A, H):
    heard = (A.T @ H > 0).astype(int)
    return np.repeat(heard.max(axis=1, keepdims=True), H.shape[1], axis=1)
