"""
case: U is overwritten before M's turn
kind: wrong
scores:
  results_tests: 2
says:
  results_tests: "was U changed in place"
"""

# %% results
M = normalised(adjacency(X, GAMMA))
U = top_vectors(M, 3)
P = left_singular_vectors(column_stochastic(M), 3)
U = unit_rows(U)
labels = {"M": kmeans(U), "M_stoch": kmeans(P), "rows": kmeans(U)}
