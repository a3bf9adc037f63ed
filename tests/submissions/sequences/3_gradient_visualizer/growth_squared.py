"""
case: an eigenvalue of W.T @ W without the root
kind: wrong
scores:
  growth_tests: 1
says:
  growth_tests: root is missing
"""


# %% growth
def growth(layer):
    W = layer.W_h.detach()
    return torch.linalg.eigvals(W).abs().max().item(), torch.linalg.eigvalsh(W.T @ W)[-1].item()
