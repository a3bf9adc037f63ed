"""
case: vectors scaled by their singular values
kind: wrong
scores:
  top_vectors_tests: 0
says:
  top_vectors_tests: "are they scaled by singular values?"
"""


# %% top_vectors
def top_vectors(M, k):
    U, s, _ = svds(M, k)
    return U * s
