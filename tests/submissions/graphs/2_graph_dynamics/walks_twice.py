"""
case: walks are listed more than once
kind: wrong
scores:
  list_walks_tests: 1
says:
  list_walks_tests: more than once
"""


# %% list_walks
def list_walks(A, i, j, k):
    if k == 0:
        return [(i,)] if i == j else []
    found = [(i, *rest) for step in range(len(A)) if A[i, step] for rest in list_walks(A, step, j, k - 1)]
    return found + found
