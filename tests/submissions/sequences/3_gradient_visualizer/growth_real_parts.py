"""
case: magnitudes of the real parts only
kind: wrong
scores:
  growth_tests: 2
says:
  growth_tests: with its sign
"""


# %% growth
def growth(layer):
    W = layer.W_h.detach()
    return torch.linalg.eigvals(W).real.abs().max().item(), torch.linalg.svdvals(W)[0].item()
