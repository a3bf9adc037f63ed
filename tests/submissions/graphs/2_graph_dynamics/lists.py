"""
case: plain lists in place of arrays
kind: right
"""


# %% sum_layer
def sum_layer(A, H):
    n, F = H.shape
    return [[sum(H[i, f] for i in range(n) if A[i, j]) for f in range(F)] for j in range(n)]


# %% max_layer
def max_layer(A, H):
    n, F = H.shape
    return [[max((int(H[i, f]) for i in range(n) if A[i, j]), default=0) for f in range(F)] for j in range(n)]


# %% simulate
def simulate(layer, A, K):
    states = [np.eye(len(A))]
    while len(states) <= K:
        states.append(layer(A, states[-1]))
    return states


# %% node_vector
def node_vector(A, j, k):
    return np.linalg.matrix_power(A, k)[:, j].tolist()


# %% list_walks
def list_walks(A, i, j, k):
    walks = [[i]]
    for _ in range(k):
        walks = [[*walk, int(step)] for walk in walks for step in np.flatnonzero(A[walk[-1]])]
    return [walk for walk in walks if walk[-1] == j]
