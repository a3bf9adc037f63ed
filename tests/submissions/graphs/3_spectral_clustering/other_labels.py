"""
case: labels in another order, as lists; another k-means
kind: right
"""

# %% results
M = normalised(adjacency(X, GAMMA))
U = top_vectors(M, 3)
embeddings = {"M": U, "M_stoch": left_singular_vectors(column_stochastic(M), 3), "rows": unit_rows(U)}
labels = {}
for name, rows in embeddings.items():
    found = KMeans(n_clusters=3, n_init=25, random_state=99).fit(rows)
    labels[name] = np.array([7, 3, 5])[found.labels_]
