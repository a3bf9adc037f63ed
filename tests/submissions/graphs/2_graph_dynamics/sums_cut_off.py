"""
case: sums cut off at 1; floating-point counts
kind: right
"""


# %% max_layer
def max_layer(A, H):
    return np.minimum(A.T @ H, 1)


# %% first_full_layer
def first_full_layer(A):
    n = len(A)
    counts = np.eye(n)
    for k in range((n - 1) ** 2 + 2):
        if (counts > 0).all():
            return k
        counts = counts @ A
    return None
