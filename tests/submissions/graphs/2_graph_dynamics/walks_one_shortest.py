"""
case: one walk only, the first found
kind: wrong
scores:
  list_walks_tests: 3
says:
  list_walks_tests: missing
"""


# %% list_walks
def list_walks(A, i, j, k):
    def search(walk):
        if len(walk) == k + 1:
            return [walk] if walk[-1] == j else []
        for step in range(len(A)):
            if A[walk[-1], step]:
                found = search((*walk, step))
                if found:
                    return found
        return []

    return search((i,))
