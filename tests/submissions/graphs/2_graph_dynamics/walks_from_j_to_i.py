"""
case: walks from j to i
kind: wrong
scores:
  list_walks_tests: 0
says:
  list_walks_tests: does not start at i
"""


# %% list_walks
def list_walks(A, i, j, k):
    if k == 0:
        return [(i,)] if i == j else []
    return [(j, *rest) for step in range(len(A)) if A[j, step] for rest in list_walks(A, i, step, k - 1)]
