"""
case: the first layer at which some node is joined to all
kind: wrong
scores:
  first_full_layer_tests: 0
says:
  first_full_layer_tests: came back
"""


# %% first_full_layer
def first_full_layer(A):
    n = len(A)
    joined = np.eye(n, dtype=int)
    for k in range((n - 1) ** 2 + 2):
        if joined.all(axis=1).any():
            return k
        joined = (joined @ A > 0).astype(int)
    return None
