"""
case: gamma is 1
kind: wrong
scores:
  results_tests: 0
says:
  results_tests: "the ARI is"
"""

# %% results
M = normalised(adjacency(X, 1))
U = top_vectors(M, 3)
labels = {
    "M": kmeans(U),
    "M_stoch": kmeans(left_singular_vectors(column_stochastic(M), 3)),
    "rows": kmeans(unit_rows(U)),
}
