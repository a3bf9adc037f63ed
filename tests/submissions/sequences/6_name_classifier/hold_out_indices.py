"""
case: the numbers of the rows come back, not one bool per row
kind: wrong
scores:
  hold_out_tests: 0
says:
  hold_out_tests: one bool per row
"""


# %% hold_out
def hold_out(families, share, seed):
    different = sorted(set(families))
    held = set(random.Random(seed).sample(different, round(share * len(different))))
    return [row for row, family in enumerate(families) if family in held]
