"""
case: columns of length 1
kind: wrong
scores:
  column_stochastic_tests: 0
  results_tests: 2
says:
  column_stochastic_tests: "their *sums* should be 1"
"""


# %% column_stochastic
def column_stochastic(W):
    return W / np.linalg.norm(W, axis=0)
