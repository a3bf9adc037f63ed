"""
case: all the vectors, not k
kind: wrong
scores:
  top_vectors_tests: 0
  results_tests: 1
says:
  top_vectors_tests: "look at axis k"
"""


# %% top_vectors
def top_vectors(M, k):
    return np.linalg.eigh(M)[1]
