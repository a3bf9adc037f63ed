"""
case: entry by entry
kind: right
"""


# %% matrices
def degree_matrix(A):
    """Diagonal matrix of the row sums of A: (n, n) -> (n, n)."""
    return np.diag(np.asarray(A).sum(axis=1))


def normalized_adjacency(A):
    """A_sym = D^(-1/2) A D^(-1/2), zeros where a degree is 0: (n, n) -> (n, n)."""
    n, degrees = len(A), [sum(row) for row in A]
    result = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            if degrees[i] * degrees[j] > 0:
                result[i, j] = A[i][j] / (degrees[i] * degrees[j]) ** 0.5
    return result


def laplacian(A):
    """L = D - A: (n, n) -> (n, n)."""
    return degree_matrix(A) - np.asarray(A)


def normalized_laplacian(A):
    """L_sym = D^(-1/2) L D^(-1/2), zeros where a degree is 0: (n, n) -> (n, n)."""
    A = np.asarray(A, dtype=float)
    degrees = A.sum(axis=1)
    with np.errstate(divide="ignore"):
        root = np.where(degrees > 0, degrees**-0.5, 0)
    return root[:, None] * (np.diag(degrees) - A) * root
