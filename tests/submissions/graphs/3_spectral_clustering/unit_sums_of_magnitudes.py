"""
case: rows divided by sums of magnitudes
kind: wrong
scores:
  unit_rows_tests: 0
says:
  unit_rows_tests: "sums of magnitudes"
"""


# %% unit_rows
def unit_rows(U):
    return U / np.abs(U).sum(axis=1, keepdims=True)
