"""
case: right singular vectors
kind: wrong
scores:
  left_singular_vectors_tests: 0
says:
  left_singular_vectors_tests: ["a column of V", "these are the right singular vectors"]
"""


# %% left_singular_vectors
def left_singular_vectors(W, k):
    return svds(W, k)[2].T
