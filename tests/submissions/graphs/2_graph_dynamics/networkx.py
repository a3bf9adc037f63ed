"""
case: sums and maxima over predecessors in networkx
kind: right
"""


# %% sum_layer
def sum_layer(A, H):
    graph = nx.from_numpy_array(A, create_using=nx.DiGraph)
    return np.array([sum((H[i] for i in graph.predecessors(j)), np.zeros(H.shape[1])) for j in range(len(A))])


# %% first_full_layer
def first_full_layer(A):
    graph = nx.from_numpy_array(A, create_using=nx.DiGraph)
    reached = {i: {i} for i in graph}
    for k in range((len(A) - 1) ** 2 + 2):
        if all(len(found) == len(A) for found in reached.values()):
            return k
        reached = {i: {w for v in found for w in graph[v]} for i, found in reached.items()}
    return None


# %% list_walks
def list_walks(A, i, j, k):
    graph = nx.from_numpy_array(A, create_using=nx.DiGraph)
    if k == 0:
        return [(i,)] if i == j else []
    return [(*walk, j) for last in graph.predecessors(j) for walk in list_walks(A, i, last, k - 1)]
