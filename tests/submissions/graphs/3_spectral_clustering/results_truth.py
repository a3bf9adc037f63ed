"""
case: the true labels
kind: wrong
scores:
  results_tests: 0
says:
  results_tests: "these are the true labels"
"""

# %% results
labels = dict.fromkeys(("M", "M_stoch", "rows"), y)
