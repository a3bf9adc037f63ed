"""
case: walks are printed, not returned
kind: wrong
scores:
  list_walks_tests: 0
says:
  list_walks_tests: is there a `return`
"""


# %% list_walks
def list_walks(A, i, j, k):
    for walk in itertools.product(range(len(A)), repeat=k + 1):
        if walk[0] == i and walk[-1] == j and all(A[u, v] for u, v in itertools.pairwise(walk)):
            print(walk)
