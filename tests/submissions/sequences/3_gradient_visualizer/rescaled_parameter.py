"""
case: rescaled gives the copy a new Parameter; growth by way of W.T @ W
kind: right
"""

# %% rescaled
from copy import deepcopy


def rescaled(layer, factor):
    new = deepcopy(layer)
    new.W_h = nn.Parameter(factor * layer.W_h.detach())
    return new


# %% growth
def growth(layer):
    W = layer.W_h.data
    return [max(abs(torch.linalg.eigvals(W))), torch.linalg.eigvalsh(W.T @ W).max().sqrt()]
