"""
case: new random weights with the scale, not those of the given layer
kind: wrong
scores:
  rescaled_tests: 0
says:
  rescaled_tests: W_h of the result is not 3 times
"""


# %% rescaled
def rescaled(layer, factor):
    return UnrolledRNN(layer.W_x.shape[1], layer.hidden_size, scale=factor, seed=54321)
