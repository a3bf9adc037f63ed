"""
case: the two numbers come back as tensors
kind: right
"""


# %% growth
def growth(layer):
    W = layer.W_h.detach()
    return torch.linalg.eigvals(W).abs().max(), torch.linalg.matrix_norm(W, 2)
