"""
case: everything divided by one number
kind: wrong
scores:
  column_stochastic_tests: 0
  results_tests: 2
says:
  column_stochastic_tests: "each column has its own sum"
"""


# %% column_stochastic
def column_stochastic(W):
    return W / W.sum()
