"""
case: rows divided by their sums
kind: wrong
scores:
  unit_rows_tests: 0
  results_tests: 2
says:
  unit_rows_tests: "the rows are divided by their sums"
"""


# %% unit_rows
def unit_rows(U):
    return U / U.sum(axis=1, keepdims=True)
