"""
case: eigenvectors of the smallest eigenvalues
kind: wrong
scores:
  top_vectors_tests: 0
  results_tests: 0
says:
  top_vectors_tests: ["the other end", "these belong to the smallest values"]
"""


# %% top_vectors
def top_vectors(M, k):
    return np.linalg.eigh(M)[1][:, :k]
