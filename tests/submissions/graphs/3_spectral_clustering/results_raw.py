"""
case: k-means on the coordinates
kind: wrong
scores:
  results_tests: 0
says:
  results_tests: "raw coordinates"
"""

# %% results
labels = dict.fromkeys(("M", "M_stoch", "rows"), kmeans(X))
