"""
case: the rows sum to 1
kind: wrong
scores:
  column_stochastic_tests: 0
says:
  column_stochastic_tests: "the rows sum to 1, the columns should"
"""


# %% column_stochastic
def column_stochastic(W):
    return W / W.sum(axis=1, keepdims=True)
