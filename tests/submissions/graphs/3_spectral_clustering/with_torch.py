"""
case: torch for the linear algebra
kind: right
"""

# %% normalised
import torch


def normalised(A):
    A = torch.as_tensor(A)
    d = A.sum(dim=1)
    return A / torch.sqrt(d[:, None] * d)


# %% top_vectors
def top_vectors(M, k):
    return torch.linalg.eigh(torch.as_tensor(M)).eigenvectors[:, -k:]


# %% column_stochastic
def column_stochastic(W):
    return torch.as_tensor(W) / torch.as_tensor(W).sum(dim=0)


# %% left_singular_vectors
def left_singular_vectors(W, k):
    W = torch.as_tensor(W)
    return torch.linalg.eigh(W @ W.T).eigenvectors[:, -k:]


# %% unit_rows
def unit_rows(U):
    return torch.nn.functional.normalize(torch.as_tensor(U), dim=1)
