"""
case: all parameters are scaled
kind: wrong
scores:
  rescaled_tests: 2
says:
  rescaled_tests: W_x was changed
"""


# %% rescaled
def rescaled(layer, factor):
    new = copy.deepcopy(layer)
    with torch.no_grad():
        for parameter in new.parameters():
            parameter.mul_(factor)
    return new
