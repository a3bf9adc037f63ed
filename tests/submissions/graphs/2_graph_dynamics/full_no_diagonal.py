"""
case: a node with itself is left out
kind: wrong
scores:
  first_full_layer_tests: 2
says:
  first_full_layer_tests: look at the diagonal
"""


# %% first_full_layer
def first_full_layer(A):
    n = len(A)
    joined = np.eye(n, dtype=int)
    for k in range((n - 1) ** 2 + 2):
        if (joined + np.eye(n) > 0).all():
            return k
        joined = (joined @ A > 0).astype(int)
    return None
