"""
case: walks of at most k steps
kind: wrong
scores:
  list_walks_tests: 1
says:
  list_walks_tests: not at most k
"""


# %% list_walks
def list_walks(A, i, j, k):
    found = [(i,)] if i == j else []
    if k > 0:
        for step in range(len(A)):
            if A[i, step]:
                found += [(i, *rest) for rest in list_walks(A, step, j, k - 1)]
    return found
