"""
case: U[:k].T
kind: wrong
scores:
  left_singular_vectors_tests: 0
  results_tests: 2
says:
  left_singular_vectors_tests: "these are rows of U"
"""


# %% left_singular_vectors
def left_singular_vectors(W, k):
    return np.linalg.svd(W)[0][:k].T
