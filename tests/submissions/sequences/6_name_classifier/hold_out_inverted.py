"""
case: True where the row is kept
kind: wrong
scores:
  hold_out_tests: 1
says:
  hold_out_tests: not the rest
"""


# %% hold_out
def hold_out(families, share, seed):
    different = sorted(set(families))
    held = set(random.Random(seed).sample(different, round(share * len(different))))
    return [family not in held for family in families]
