"""
case: the rows are scaled at once
kind: wrong
scores:
  top_vectors_tests: 1
  results_tests: 2
says:
  top_vectors_tests: "scaling the rows is a later step"
"""


# %% top_vectors
def top_vectors(M, k):
    n = len(M)
    U = eigh(M, subset_by_index=[n - k, n - 1])[1]
    length = np.linalg.norm(U, axis=1, keepdims=True)
    return U / np.where(length > 0, length, 1)
