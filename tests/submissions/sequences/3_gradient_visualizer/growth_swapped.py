"""
case: norm first, radius second
kind: wrong
scores:
  growth_tests: 0
says:
  growth_tests: the spectral radius comes out as 10
"""


# %% growth
def growth(layer):
    W = layer.W_h.detach()
    return torch.linalg.svdvals(W)[0].item(), torch.linalg.eigvals(W).abs().max().item()
