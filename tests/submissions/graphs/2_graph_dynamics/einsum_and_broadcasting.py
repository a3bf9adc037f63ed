"""
case: einsum, broadcasting, an array made beforehand
kind: right
"""


# %% sum_layer
def sum_layer(A, H):
    return np.einsum("ij,if->jf", A, H)


# %% max_layer
def max_layer(A, H):
    return (A[:, :, None] * H[:, None, :]).max(axis=0)


# %% simulate
def simulate(layer, A, K):
    states = np.zeros((K + 1, len(A), len(A)))
    states[0] = np.eye(len(A))
    for k in range(1, K + 1):
        states[k] = layer(A, states[k - 1])
    return states


# %% node_vector
def node_vector(A, j, k):
    return np.linalg.matrix_power(A.T, k)[j]
