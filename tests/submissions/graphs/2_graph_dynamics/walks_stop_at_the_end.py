"""
case: a walk ends when it first meets j
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
    found = []
    for middle in itertools.product(range(len(A)), repeat=k - 1):
        walk = (i, *middle, j)
        if all(A[u, v] for u, v in itertools.pairwise(walk)) and j not in middle:
            found.append(walk)
    return found
