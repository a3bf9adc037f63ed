"""
case: squared distances from inner products; degrees as a vector
kind: right
"""


# %% adjacency
def adjacency(X, gamma):
    squares = (X**2).sum(axis=1)
    distances = squares[:, None] + squares[None, :] - 2 * X @ X.T
    return np.exp(-gamma * np.maximum(distances, 0))


# %% degree_matrix
def degree_matrix(A):
    return A.sum(axis=0)


# %% normalised
def normalised(A):
    d = degree_matrix(A)
    return A / np.sqrt(d) / np.sqrt(d)[:, None]
