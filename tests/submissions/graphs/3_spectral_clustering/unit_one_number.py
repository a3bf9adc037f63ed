"""
case: everything divided by one number
kind: wrong
scores:
  unit_rows_tests: 0
  results_tests: 2
says:
  unit_rows_tests: "each row has its own length"
  results_tests: "each *row* divided by its own length"
"""


# %% unit_rows
def unit_rows(U):
    return U / np.linalg.norm(U)
