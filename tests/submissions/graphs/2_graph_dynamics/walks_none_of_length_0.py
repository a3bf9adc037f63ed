"""
case: no walk of length 0
kind: wrong
scores:
  list_walks_tests: 2
says:
  list_walks_tests: length 0
"""


# %% list_walks
def list_walks(A, i, j, k):
    if k == 0:
        return []
    if k == 1:
        return [(i, j)] if A[i, j] else []
    return [(i, *rest) for step in range(len(A)) if A[i, step] for rest in list_walks(A, step, j, k - 1)]
