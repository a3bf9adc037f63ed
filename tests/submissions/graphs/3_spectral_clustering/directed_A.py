"""
case: yes and no exchanged
kind: wrong
scores:
  directed_tests: 0
says:
  directed_tests: "is the distance from i to j another one"
"""

# %% directed
directed = {"A": True, "M": True, "M_stoch": False}
