"""
case: gives up after n layers
kind: wrong
scores:
  first_full_layer_tests: 2
says:
  first_full_layer_tests: is given up
"""


# %% first_full_layer
def first_full_layer(A):
    n = len(A)
    joined = np.eye(n, dtype=int)
    for k in range(n + 1):
        if joined.all():
            return k
        joined = (joined @ A > 0).astype(int)
    return None
