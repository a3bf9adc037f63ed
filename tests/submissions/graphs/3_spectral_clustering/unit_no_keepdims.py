"""
case: keepdims is missing, so a square example divides columns
kind: wrong
scores:
  unit_rows_tests: 0
  results_tests: 0
says:
  unit_rows_tests: ["what does keepdims do?", "broadcast"]
  results_tests: "`labels` does not exist"
"""


# %% unit_rows
def unit_rows(U):
    return U / np.linalg.norm(U, axis=1)
