"""
case: walks are yielded one by one
kind: right
"""


# %% list_walks
def list_walks(A, i, j, k):
    if k == 0:
        if i == j:
            yield (i,)
    else:
        for step in np.flatnonzero(A[i]):
            for rest in list_walks(A, step, j, k - 1):
                yield (i, *rest)
