"""
case: full singular value decompositions by numpy
kind: right
"""


# %% adjacency
def adjacency(X, gamma):
    differences = X[:, None, :] - X[None, :, :]
    return np.exp(-gamma * np.sum(differences**2, axis=-1))


# %% top_vectors
def top_vectors(M, k):
    U, _, _ = np.linalg.svd(M)
    return U[:, :k]


# %% left_singular_vectors
def left_singular_vectors(W, k):
    return np.linalg.svd(W, full_matrices=False)[0][:, :k]
