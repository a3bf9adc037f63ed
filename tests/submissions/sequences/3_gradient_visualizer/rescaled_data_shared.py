"""
case: a shallow copy shares the matrix with the given layer
kind: wrong
scores:
  rescaled_tests: 2
says:
  rescaled_tests: the factors pile up
"""


# %% rescaled
def rescaled(layer, factor):
    new = copy.copy(layer)
    new.W_h.data *= factor
    return new
