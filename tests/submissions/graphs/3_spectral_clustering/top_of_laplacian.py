"""
case: the top of I - M is the bottom of M
kind: wrong
scores:
  top_vectors_tests: 0
  results_tests: 1
says:
  top_vectors_tests: ["the other end", "the top of I - M is the bottom of M"]
"""


# %% top_vectors
def top_vectors(M, k):
    n = len(M)
    return eigh(np.eye(n) - M, subset_by_index=[n - k, n - 1])[1]
