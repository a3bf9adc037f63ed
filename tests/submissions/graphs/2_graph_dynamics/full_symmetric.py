"""
case: arrows are used in both directions
kind: wrong
scores:
  first_full_layer_tests: 1
says:
  first_full_layer_tests: both directions
"""


# %% first_full_layer
def first_full_layer(A):
    A = A | A.T
    n = len(A)
    joined = np.eye(n, dtype=int)
    for k in range((n - 1) ** 2 + 2):
        if joined.all():
            return k
        joined = (joined @ A > 0).astype(int)
    return None
