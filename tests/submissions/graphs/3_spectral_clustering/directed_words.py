"""
case: answers in words
kind: wrong
scores:
  directed_tests: 0
says:
  directed_tests: "should be True or False"
"""

# %% directed
directed = {"A": "no", "M": "no", "M_stoch": "yes"}
