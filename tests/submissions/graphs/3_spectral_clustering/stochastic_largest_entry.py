"""
case: columns divided by their largest entry
kind: wrong
scores:
  column_stochastic_tests: 0
  results_tests: 2
says:
  column_stochastic_tests: "largest entry"
"""


# %% column_stochastic
def column_stochastic(W):
    return W / W.max(axis=0)
