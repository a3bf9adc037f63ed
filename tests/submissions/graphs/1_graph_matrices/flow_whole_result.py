"""
case: the whole result of linprog
kind: wrong
scores: {flow_tests: 3}
says: {flow_tests: "the numbers are its attribute .x"}
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
loops = 22 - np.linalg.matrix_rank(B)
flow = linprog(np.ones(22), A_eq=B, b_eq=demand)
