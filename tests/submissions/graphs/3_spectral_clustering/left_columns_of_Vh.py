"""
case: Vh[:, :k]
kind: wrong
scores:
  left_singular_vectors_tests: 0
  results_tests: 2
says:
  left_singular_vectors_tests: "columns of Vh"
"""


# %% left_singular_vectors
def left_singular_vectors(W, k):
    return np.linalg.svd(W)[2][:, :k]
