"""
case: U[:k].T in place of U[:, :k]
kind: wrong
scores:
  top_vectors_tests: 0
  results_tests: 1
says:
  top_vectors_tests: ["are these *columns* of U", "neither U[:k].T"]
"""


# %% top_vectors
def top_vectors(M, k):
    return np.linalg.svd(M)[0][:k].T
