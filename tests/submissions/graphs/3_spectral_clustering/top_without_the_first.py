"""
case: the first vector is thrown away as trivial
kind: wrong
scores:
  top_vectors_tests: 0
  results_tests: 2
says:
  top_vectors_tests: "the first vector is left out"
"""


# %% top_vectors
def top_vectors(M, k):
    return np.linalg.eigh(M)[1][:, -k - 1 : -1]
