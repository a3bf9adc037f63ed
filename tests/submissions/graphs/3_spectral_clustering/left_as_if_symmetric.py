"""
case: eigh of a matrix that is not symmetric
kind: wrong
scores:
  left_singular_vectors_tests: 0
says:
  left_singular_vectors_tests: "these come from eigh"
"""


# %% left_singular_vectors
def left_singular_vectors(W, k):
    return np.linalg.eigh(W)[1][:, -k:]
