"""
case: every street used, by hand; null space by SVD
kind: right
"""


# %% flow
def incidence_matrix(n, edges):
    """B (n, m): -1 at the tail, +1 at the head of each edge (tail, head)."""
    B = np.zeros((n, len(edges)))
    for column, (tail, head) in enumerate(edges):
        B[tail, column] -= 1
        B[head, column] += 1
    return B


nodes = list(road_network())
segments = [(nodes.index(tail), nodes.index(head)) for tail, head in road_network().edges]
demand = np.array([0, 2, 0, 0, 5, 0, -4, -3])
B = incidence_matrix(8, segments)
loops = len(segments) - int((np.linalg.svd(B)[1] > 1e-9).sum())
flow = [6, 1, 1, 1, 1, 1, 2, 1, 1, 8, 1, 1, 1, 1, 1, 1, 5, 1, 3, 1, 8, 1]
