"""
case: one answer is missing
kind: wrong
scores:
  directed_tests: 0
says:
  directed_tests: "has no entry"
"""

# %% directed
directed = {"A": False, "M": False}
