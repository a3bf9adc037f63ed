"""
case: the layer is scaled, copied, and not set back
kind: wrong
scores:
  rescaled_tests: 2
says:
  rescaled_tests: W_h of the given layer was changed
"""


# %% rescaled
def rescaled(layer, factor):
    with torch.no_grad():
        layer.W_h.copy_(factor * UnrolledRNN(layer.W_x.shape[1], layer.hidden_size, seed=1).W_h)
    return copy.deepcopy(layer)
