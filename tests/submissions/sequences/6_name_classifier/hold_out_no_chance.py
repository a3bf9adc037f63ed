"""
case: always the first families of the alphabet
kind: wrong
scores:
  hold_out_tests: 1
says:
  hold_out_tests: drawn by chance
"""


# %% hold_out
def hold_out(families, share, seed):
    different = sorted(set(families))
    return [family in different[: round(share * len(different))] for family in families]
