"""
case: 64-bit counts
kind: wrong
scores:
  first_full_layer_tests: 3
says:
  first_full_layer_tests: too many for 64 bits
"""


# %% first_full_layer
def first_full_layer(A):
    n = len(A)
    counts = np.eye(n, dtype=np.int64)
    for k in range((n - 1) ** 2 + 2):
        if (counts > 0).all():
            return k
        counts = counts @ A
    return None
