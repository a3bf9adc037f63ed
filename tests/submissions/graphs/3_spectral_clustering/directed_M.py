"""
case: M taken for directed
kind: wrong
scores:
  directed_tests: 0
says:
  directed_tests: "what changes when i and j change places?"
"""

# %% directed
directed = {"A": False, "M": True, "M_stoch": True}
