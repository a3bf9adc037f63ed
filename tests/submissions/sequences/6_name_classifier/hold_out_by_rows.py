"""
case: rows are dealt out, so families are divided (a leak)
kind: wrong
scores:
  hold_out_tests: 0
says:
  hold_out_tests: a leak
"""


# %% hold_out
def hold_out(families, share, seed):
    held = set(random.Random(seed).sample(range(len(families)), round(share * len(families))))
    return [row in held for row in range(len(families))]
