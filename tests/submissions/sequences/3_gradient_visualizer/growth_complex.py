"""
case: the eigenvalue of largest magnitude, not its magnitude
kind: wrong
scores:
  growth_tests: 0
says:
  growth_tests: take its magnitude
"""


# %% growth
def growth(layer):
    W = layer.W_h.detach()
    values = torch.linalg.eigvals(W)
    return values[values.abs().argmax()], torch.linalg.svdvals(W)[0]
