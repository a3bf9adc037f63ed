"""
case: the vectors of A, not those of M
kind: wrong
scores:
  results_tests: 1
says:
  results_tests: "the ARI is"
"""

# %% results
A = adjacency(X, GAMMA)
U = top_vectors(A, 3)
labels = {
    "M": kmeans(U),
    "M_stoch": kmeans(left_singular_vectors(column_stochastic(A), 3)),
    "rows": kmeans(unit_rows(U)),
}
