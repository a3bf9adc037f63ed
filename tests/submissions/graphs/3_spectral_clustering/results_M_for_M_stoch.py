"""
case: M_stoch is never used
kind: wrong
scores:
  results_tests: 2
says:
  results_tests: "that of U(M)"
"""

# %% results
M = normalised(adjacency(X, GAMMA))
U = top_vectors(M, 3)
P = left_singular_vectors(column_stochastic(M), 3)
labels = {"M": kmeans(U), "M_stoch": kmeans(left_singular_vectors(M, 3)), "rows": kmeans(unit_rows(U))}
