"""
case: the rows are not scaled
kind: wrong
scores:
  results_tests: 2
says:
  results_tests: "the loner still takes a cluster"
"""

# %% results
M = normalised(adjacency(X, GAMMA))
U = top_vectors(M, 3)
P = left_singular_vectors(column_stochastic(M), 3)
labels = {"M": kmeans(U), "M_stoch": kmeans(P), "rows": kmeans(U)}
