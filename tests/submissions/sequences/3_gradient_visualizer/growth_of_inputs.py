"""
case: eigenvalues of W_x
kind: wrong
scores:
  growth_tests: 1
says:
  growth_tests: eigenvalues of W_x
"""


# %% growth
def growth(layer):
    return torch.linalg.eigvals(layer.W_x).abs().max().item(), torch.linalg.svdvals(layer.W_h)[0].item()
