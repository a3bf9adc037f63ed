"""
case: all undirected
kind: wrong
scores:
  directed_tests: 0
says:
  directed_tests: "entry (i, j) of M_stoch"
"""

# %% directed
directed = {"A": False, "M": False, "M_stoch": False}
