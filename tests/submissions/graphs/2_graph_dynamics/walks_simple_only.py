"""
case: simple paths only
kind: wrong
scores:
  list_walks_tests: 3
says:
  list_walks_tests: visit a node twice
"""


# %% list_walks
def list_walks(A, i, j, k):
    if k == 0:
        return [(i,)] if i == j else []
    return [
        walk
        for walk in itertools.permutations(range(len(A)), k + 1)
        if walk[0] == i and walk[-1] == j and all(A[u, v] for u, v in itertools.pairwise(walk))
    ]
