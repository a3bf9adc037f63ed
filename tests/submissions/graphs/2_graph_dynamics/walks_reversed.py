"""
case: walks run against the arrows
kind: wrong
scores:
  list_walks_tests: 0
says:
  list_walks_tests: against one
"""


# %% list_walks
def list_walks(A, i, j, k):
    if k == 0:
        return [(i,)] if i == j else []
    return [(i, *rest) for step in range(len(A)) if A[step, i] for rest in list_walks(A, step, j, k - 1)]
