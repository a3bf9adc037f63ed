"""
case: the embedding is transposed
kind: wrong
scores:
  results_tests: 0
says:
  results_tests: "not its columns"
"""

# %% results
M = normalised(adjacency(X, GAMMA))
U = top_vectors(M, 3)
P = left_singular_vectors(column_stochastic(M), 3)
labels = {"M": kmeans(U.T), "M_stoch": kmeans(P.T), "rows": kmeans(unit_rows(U).T)}
