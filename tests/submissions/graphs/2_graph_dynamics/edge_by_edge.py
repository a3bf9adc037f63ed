"""
case: loops over edges and nodes
kind: right
"""


# %% sum_layer
def sum_layer(A, H):
    result = np.zeros_like(H)
    for i in range(len(A)):
        for j in range(len(A)):
            if A[i, j]:
                result[j] += H[i]
    return result


# %% max_layer
def max_layer(A, H):
    result = np.zeros_like(H)
    for i, j in zip(*np.nonzero(A), strict=True):
        result[j] = np.maximum(result[j], H[i])
    return result


# %% node_vector
def node_vector(A, j, k):
    h = np.zeros(len(A), dtype=int)
    h[j] = 1
    for _ in range(k):
        h = A @ h
    return h
