"""
case: 1 and 0 for directed and undirected, and more entries than asked for
kind: right
"""

# %% directed
directed = {"A": 0, "M": 0, "M_stoch": 1, "L": 0}
