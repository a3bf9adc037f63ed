"""
case: squared distances from inner products, rounding errors left in
kind: right
"""


# %% adjacency
def adjacency(X, gamma):
    squares = np.sum(X * X, 1, keepdims=True)
    return np.exp(-gamma * (squares + squares.T - 2 * (X @ X.T)))
