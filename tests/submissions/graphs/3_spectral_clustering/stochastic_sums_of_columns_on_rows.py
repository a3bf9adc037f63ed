"""
case: rows divided by the sums of columns
kind: wrong
scores:
  column_stochastic_tests: 0
says:
  column_stochastic_tests: "row i is divided by the sum of *column* i"
"""


# %% column_stochastic
def column_stochastic(W):
    return W / W.sum(axis=0)[:, None]
