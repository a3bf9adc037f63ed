"""
case: k counts nodes, not steps
kind: wrong
scores:
  list_walks_tests: 0
says:
  list_walks_tests: but one of
"""


# %% list_walks
def list_walks(A, i, j, k):
    if k <= 1:
        return [(i,)] if i == j else []
    return [(i, *rest) for step in range(len(A)) if A[i, step] for rest in list_walks(A, step, j, k - 1)]
