"""
case: columns divided by the sums of rows
kind: wrong
scores:
  column_stochastic_tests: 0
says:
  column_stochastic_tests: "sum of *row* j"
"""


# %% column_stochastic
def column_stochastic(W):
    return W / W.sum(axis=1)
