"""
case: sparse products, boolean matrices
kind: right
"""

# %% sum_layer
import scipy.sparse


def sum_layer(A, H):
    return scipy.sparse.csr_array(A).T @ H


# %% max_layer
def max_layer(A, H):
    return (A.T.astype(bool)[:, :, None] & H.astype(bool)[None]).any(axis=1)


# %% first_full_layer
def first_full_layer(A):
    n = len(A)
    A, joined = A.astype(bool), np.eye(n, dtype=bool)
    k = 0
    while not joined.all():
        if k > (n - 1) ** 2:
            return None
        joined, k = joined @ A, k + 1
    return k
