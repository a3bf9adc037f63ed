"""
case: all tuples are tried, as a set
kind: right
"""


# %% list_walks
def list_walks(A, i, j, k):
    return {
        walk
        for walk in itertools.product(range(len(A)), repeat=k + 1)
        if walk[0] == i and walk[-1] == j and all(A[u, v] for u, v in itertools.pairwise(walk))
    }
