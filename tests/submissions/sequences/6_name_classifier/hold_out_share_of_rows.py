"""
case: families are added until the share of the rows is reached, not of the families
kind: wrong
scores:
  hold_out_tests: 0
says:
  hold_out_tests: count families, not rows
"""


# %% hold_out
def hold_out(families, share, seed):
    different = sorted(set(families), key=families.count)
    held = set()
    while sum(family in held for family in families) < share * len(families):
        held.add(different.pop(0))
    return [family in held for family in families]
