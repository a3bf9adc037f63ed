"""
case: rescaled builds a new layer and loads the weights; growth by numpy
kind: right
"""


# %% rescaled
def rescaled(layer, factor):
    new = UnrolledRNN(layer.W_x.shape[1], layer.hidden_size, layer.nonlinearity)
    weights = {name: value.clone() for name, value in layer.state_dict().items()}
    weights["W_h"] = weights["W_h"] * factor
    new.load_state_dict(weights)
    return new


# %% growth
import numpy as np


def growth(layer):
    W = layer.W_h.detach().numpy()
    return np.abs(np.linalg.eigvals(W)).max(), np.linalg.norm(W, 2)
