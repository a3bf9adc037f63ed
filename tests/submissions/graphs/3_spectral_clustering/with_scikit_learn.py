"""
case: library routines throughout
kind: right
"""

# %% adjacency
from sklearn.metrics.pairwise import rbf_kernel


def adjacency(X, gamma):
    return rbf_kernel(X, gamma=gamma)


# %% column_stochastic
from sklearn.preprocessing import normalize


def column_stochastic(W):
    return normalize(W, norm="l1", axis=0)


# %% unit_rows
def unit_rows(U):
    return normalize(U)
