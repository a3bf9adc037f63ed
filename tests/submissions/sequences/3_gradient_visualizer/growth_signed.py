"""
case: the largest eigenvalue with its sign
kind: wrong
scores:
  growth_tests: 2
says:
  growth_tests: with its sign
"""


# %% growth
def growth(layer):
    W = layer.W_h.detach()
    return torch.linalg.eigvals(W).real.max().item(), torch.linalg.svdvals(W)[0].item()
