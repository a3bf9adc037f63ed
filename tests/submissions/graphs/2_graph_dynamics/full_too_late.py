"""
case: one layer too late
kind: wrong
scores:
  first_full_layer_tests: 1
says:
  first_full_layer_tests: too late
"""


# %% first_full_layer
def first_full_layer(A):
    n = len(A)
    joined = np.eye(n, dtype=int)
    for k in range((n - 1) ** 2 + 2):
        if joined.all():
            return k + 1
        joined = (joined @ A > 0).astype(int)
    return None
