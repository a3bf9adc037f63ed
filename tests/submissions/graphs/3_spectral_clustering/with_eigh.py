"""
case: full eigendecompositions by numpy, largest first; products with D written out
kind: right
"""


# %% normalised
def normalised(A):
    root = np.diag(np.diag(degree_matrix(A)) ** -0.5)
    return root @ A @ root


# %% column_stochastic
def column_stochastic(W):
    return W @ np.linalg.inv(np.diag(np.ones(len(W)) @ W))


# %% top_vectors
def top_vectors(M, k):
    values, vectors = np.linalg.eigh(M)
    return vectors[:, np.argsort(-values)[:k]]


# %% left_singular_vectors
def left_singular_vectors(W, k):
    return np.linalg.eigh(W @ W.T)[1][:, ::-1][:, :k]
