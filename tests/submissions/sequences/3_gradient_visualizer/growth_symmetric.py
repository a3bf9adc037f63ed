"""
case: eigvalsh, as if W_h were symmetric
kind: wrong
scores:
  growth_tests: 2
says:
  growth_tests: not the largest magnitude
"""


# %% growth
def growth(layer):
    W = layer.W_h.detach()
    return torch.linalg.eigvalsh(W).abs().max().item(), torch.linalg.svdvals(W)[0].item()
