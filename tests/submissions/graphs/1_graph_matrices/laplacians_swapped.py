"""
case: L_out comes first
kind: wrong
scores: {directed_tests: 1}
says: {directed_tests: "the pair is swapped"}
"""


# %% directed
def in_out_degrees(A):
    """In-degrees (n,) and out-degrees (n,) for A[i, j] = 1 for an edge from i to j."""
    A = np.asarray(A)
    return A.sum(axis=0), A.sum(axis=1)


def directed_laplacians(A):
    """L_in and L_out, each (n, n), zeros where a degree is 0."""
    A = np.asarray(A, dtype=float)
    found = []
    for degrees in in_out_degrees(A):
        root = np.array([degree**-0.5 if degree else 0.0 for degree in degrees])
        found.append(root[:, None] * (np.diag(degrees) - A) * root)
    return tuple(found[::-1])
