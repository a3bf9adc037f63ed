"""
case: the given layer itself is scaled, so factors pile up
kind: wrong
scores:
  rescaled_tests: 2
says:
  rescaled_tests: the factors pile up
"""


# %% rescaled
def rescaled(layer, factor):
    with torch.no_grad():
        layer.W_h.mul_(factor)
    return layer
