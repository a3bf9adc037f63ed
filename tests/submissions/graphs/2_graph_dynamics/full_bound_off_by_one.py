"""
case: gives up one layer too early
kind: wrong
scores:
  first_full_layer_tests: 3
says:
  first_full_layer_tests: itself included
"""


# %% first_full_layer
def first_full_layer(A):
    n = len(A)
    joined = np.eye(n, dtype=int)
    for k in range((n - 1) ** 2 + 1):
        if joined.all():
            return k
        joined = (joined @ A > 0).astype(int)
    return None
