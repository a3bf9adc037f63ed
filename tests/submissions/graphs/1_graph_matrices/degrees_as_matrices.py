"""
case: degrees as diagonal matrices, einsum
kind: right
"""


# %% directed
def in_out_degrees(A):
    """In-degrees (n,) and out-degrees (n,) for A[i, j] = 1 for an edge from i to j."""
    A = np.asarray(A)
    return np.diag(np.einsum("ij->j", A)), np.diag(np.einsum("ij->i", A))


def directed_laplacians(A):
    """L_in and L_out, each (n, n), zeros where a degree is 0."""
    A = np.asarray(A, dtype=float)
    found = []
    for degrees in (A.sum(axis=0), A.sum(axis=1)):
        root = np.array([degree**-0.5 if degree else 0.0 for degree in degrees])
        found.append(root[:, None] * (np.diag(degrees) - A) * root)
    return tuple(found)
