"""
case: one start of k-means only
kind: wrong
scores:
  results_tests: 2
says:
  results_tests: "the ARI is"
"""

# %% results
M = normalised(adjacency(X, GAMMA))
U = top_vectors(M, 3)
P = left_singular_vectors(column_stochastic(M), 3)


def one_start(rows):
    return KMeans(3, n_init=1, init="random", random_state=0).fit_predict(rows)


labels = {"M": one_start(U), "M_stoch": one_start(P), "rows": one_start(unit_rows(U))}
