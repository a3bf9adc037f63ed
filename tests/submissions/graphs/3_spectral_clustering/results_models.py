"""
case: fitted models in place of labels
kind: wrong
scores:
  results_tests: 0
says:
  results_tests: "a fitted KMeans"
"""

# %% results
M = normalised(adjacency(X, GAMMA))
U = top_vectors(M, 3)
P = left_singular_vectors(column_stochastic(M), 3)
labels = {
    name: KMeans(3, n_init=10, random_state=0).fit(rows)
    for name, rows in [("M", U), ("M_stoch", P), ("rows", unit_rows(U))]
}
