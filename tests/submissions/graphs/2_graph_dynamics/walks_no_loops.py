"""
case: a walk never stays at a node
kind: wrong
scores:
  list_walks_tests: 3
says:
  list_walks_tests: through a self-loop
"""


# %% list_walks
def list_walks(A, i, j, k):
    if k == 0:
        return [(i,)] if i == j else []
    steps = [step for step in range(len(A)) if A[i, step] and step != i]
    return [(i, *rest) for step in steps for rest in list_walks(A, step, j, k - 1)]
