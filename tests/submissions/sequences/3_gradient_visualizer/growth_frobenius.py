"""
case: the Frobenius norm for the largest singular value
kind: wrong
scores:
  growth_tests: 2
says:
  growth_tests: Frobenius
"""


# %% growth
def growth(layer):
    W = layer.W_h.detach()
    return torch.linalg.eigvals(W).abs().max().item(), W.norm().item()
