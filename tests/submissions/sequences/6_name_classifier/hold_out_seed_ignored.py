"""
case: chance has a fixed seed of its own
kind: wrong
scores:
  hold_out_tests: 1
says:
  hold_out_tests: is `seed` used
"""


# %% hold_out
def hold_out(families, share, seed):
    different = sorted(set(families))
    held = set(random.Random(0).sample(different, round(share * len(different))))
    return [family in held for family in families]
