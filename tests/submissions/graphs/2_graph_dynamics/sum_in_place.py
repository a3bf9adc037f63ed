"""
case: nodes are updated one after another, in place
kind: wrong
scores:
  sum_layer_tests: 0
says:
  sum_layer_tests: new already
"""


# %% sum_layer
def sum_layer(A, H):
    for j in range(len(A)):
        H[j] = A[:, j] @ H
    return H
