"""
case: other names in the dictionary
kind: wrong
scores:
  results_tests: 2
says:
  results_tests: "labels has no entry"
"""

# %% results
M = normalised(adjacency(X, GAMMA))
U = top_vectors(M, 3)
P = left_singular_vectors(column_stochastic(M), 3)
labels = {"U": kmeans(U), "M_stoch": kmeans(P), "rows": kmeans(unit_rows(U))}
