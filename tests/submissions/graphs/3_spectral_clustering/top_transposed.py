"""
case: one row per vector
kind: wrong
scores:
  top_vectors_tests: 0
  results_tests: 1
says:
  top_vectors_tests: "the right sizes in another order"
  results_tests: "not its columns"
"""


# %% top_vectors
def top_vectors(M, k):
    return svds(M, k)[0].T
