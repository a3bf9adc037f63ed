"""
case: columns of length 1
kind: wrong
scores:
  unit_rows_tests: 0
  results_tests: 2
says:
  unit_rows_tests: "the columns have length 1"
  results_tests: "each *row* divided by its own length"
"""


# %% unit_rows
def unit_rows(U):
    return U / np.linalg.norm(U, axis=0)
