"""
case: chance comes from the global generator
kind: wrong
scores:
  hold_out_tests: 1
says:
  hold_out_tests: come from `seed` alone
"""


# %% hold_out
def hold_out(families, share, seed):
    different = sorted(set(families))
    held = set(random.sample(different, round(share * len(different))))
    return [family in held for family in families]
