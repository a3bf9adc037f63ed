"""
case: nothing is returned
kind: wrong
scores:
  rescaled_tests: 0
says:
  rescaled_tests: nothing came back
"""


# %% rescaled
def rescaled(layer, factor):
    new = copy.deepcopy(layer)
    with torch.no_grad():
        new.W_h.mul_(factor)
