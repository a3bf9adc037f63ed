"""
case: rows divided by their largest entry
kind: wrong
scores:
  unit_rows_tests: 0
  results_tests: 2
says:
  unit_rows_tests: "the rows are not"
"""


# %% unit_rows
def unit_rows(U):
    return U / U.max(axis=1, keepdims=True)
