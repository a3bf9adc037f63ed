"""
case: arguments are overwritten, to save memory
kind: right
"""


# %% column_stochastic
def column_stochastic(W):
    W /= W.sum(axis=0)
    return W


# %% unit_rows
def unit_rows(U):
    U /= np.linalg.norm(U, axis=1, keepdims=True)
    return U
