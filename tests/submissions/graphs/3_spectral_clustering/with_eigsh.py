"""
case: Lanczos for M, svds for both
kind: right
"""

# %% top_vectors
from scipy.sparse.linalg import eigsh


def top_vectors(M, k):
    return eigsh(M, k=k, which="LA")[1]
