"""
case: k starts at 1
kind: wrong
scores:
  first_full_layer_tests: 2
says:
  first_full_layer_tests: one node without edges
"""


# %% first_full_layer
def first_full_layer(A):
    n = len(A)
    joined = A
    for k in range(1, (n - 1) ** 2 + 2):
        if joined.all():
            return k
        joined = (joined @ A > 0).astype(int)
    return None
