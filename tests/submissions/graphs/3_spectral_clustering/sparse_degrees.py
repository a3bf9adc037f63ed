"""
case: D as a sparse matrix
kind: right
"""

# %% degree_matrix
from scipy import sparse


def degree_matrix(A):
    return sparse.diags(A.sum(axis=1))


# %% normalised
def normalised(A):
    root = sparse.diags(A.sum(axis=1) ** -0.5)
    return root @ A @ root
