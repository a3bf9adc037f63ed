"""
case: walks as lists of edges
kind: wrong
scores:
  list_walks_tests: 0
says:
  list_walks_tests: not of edges
"""


# %% list_walks
def list_walks(A, i, j, k):
    if k == 0:
        return [()] if i == j else []
    return [
        ((i, step), *rest) for step in range(len(A)) if A[i, step] for rest in list_walks(A, step, j, k - 1)
    ]
