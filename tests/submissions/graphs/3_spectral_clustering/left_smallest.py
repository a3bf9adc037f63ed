"""
case: ascending order forgotten
kind: wrong
scores:
  left_singular_vectors_tests: 0
  results_tests: 2
says:
  left_singular_vectors_tests: "these belong to the smallest singular values"
"""


# %% left_singular_vectors
def left_singular_vectors(W, k):
    return np.linalg.eigh(W @ W.T)[1][:, :k]
