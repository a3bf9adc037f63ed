"""
case: the spectral radius alone
kind: wrong
scores:
  growth_tests: 0
says:
  growth_tests: return two numbers
"""


# %% growth
def growth(layer):
    return torch.linalg.eigvals(layer.W_h.detach()).abs().max().item()
