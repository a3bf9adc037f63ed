"""
case: the root is missing
kind: wrong
scores:
  unit_rows_tests: 0
  results_tests: 2
says:
  unit_rows_tests: "the root is missing"
"""


# %% unit_rows
def unit_rows(U):
    return U / (U**2).sum(axis=1, keepdims=True)
