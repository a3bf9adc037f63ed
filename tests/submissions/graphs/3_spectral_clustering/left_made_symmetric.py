"""
case: W is made symmetric first
kind: wrong
scores:
  left_singular_vectors_tests: 0
  results_tests: 2
says:
  left_singular_vectors_tests: "W is made symmetric first"
"""


# %% left_singular_vectors
def left_singular_vectors(W, k):
    return np.linalg.eigh((W + W.T) / 2)[1][:, -k:]
