"""
case: eigenvectors of the transpose times W, which are the right ones
kind: wrong
scores:
  left_singular_vectors_tests: 0
says:
  left_singular_vectors_tests: "these are the right singular vectors"
"""


# %% left_singular_vectors
def left_singular_vectors(W, k):
    return np.linalg.eigh(W.T @ W)[1][:, -k:]
