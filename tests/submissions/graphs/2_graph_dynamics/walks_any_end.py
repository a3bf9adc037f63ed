"""
case: all walks from i, wherever they end
kind: wrong
scores:
  list_walks_tests: 0
says:
  list_walks_tests: does not end at j
"""


# %% list_walks
def list_walks(A, i, j, k):
    if k == 0:
        return [(i,)]
    return [(i, *rest) for step in range(len(A)) if A[i, step] for rest in list_walks(A, step, j, k - 1)]
