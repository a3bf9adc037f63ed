"""
case: powers of the entries
kind: wrong
scores:
  first_full_layer_tests: 0
says:
  first_full_layer_tests: A^0 is the identity
"""


# %% first_full_layer
def first_full_layer(A):
    for k in range((len(A) - 1) ** 2 + 2):
        if (A**k).all():
            return k
    return None
