"""
case: three vectors whatever k is
kind: wrong
scores:
  top_vectors_tests: 0
says:
  top_vectors_tests: "look at axis k"
"""


# %% top_vectors
def top_vectors(M, k):
    n = len(M)
    return eigh(M, subset_by_index=[n - 3, n - 1])[1]
