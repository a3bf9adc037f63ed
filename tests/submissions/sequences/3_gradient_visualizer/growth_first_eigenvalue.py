"""
case: the first eigenvalue, not the largest
kind: wrong
scores: {growth_tests: 2}
says: {growth_tests: "not the largest magnitude"}
"""


# %% growth
def growth(layer):
    W = layer.W_h.detach()
    return torch.linalg.eigvals(W).abs()[0].item(), torch.linalg.svdvals(W)[0].item()
