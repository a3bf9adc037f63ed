"""
case: the later functions use the network itself
kind: right
"""


# %% simulate
def simulate(layer, A, K):
    if K == 0:
        return np.eye(len(A))[None]
    before = simulate(layer, A, K - 1)
    return np.concatenate([before, layer(A, before[-1])[None]])


# %% node_vector
def node_vector(A, j, k):
    return simulate(sum_layer, A, k)[k, j]


# %% first_full_layer
def first_full_layer(A):
    H = np.eye(len(A), dtype=int)
    for k in range((len(A) - 1) ** 2 + 2):
        if H.all():
            return k
        H = max_layer(A, H)
    return None
