"""
case: -1 in place of None
kind: wrong
scores:
  first_full_layer_tests: 2
says:
  first_full_layer_tests: a number came back
"""


# %% first_full_layer
def first_full_layer(A):
    n = len(A)
    joined = np.eye(n, dtype=int)
    for k in range((n - 1) ** 2 + 2):
        if joined.all():
            return k
        joined = (joined @ A > 0).astype(int)
    return -1
