"""
case: each family is held out or not by a coin
kind: wrong
scores: {hold_out_tests: 1}
says: {hold_out_tests: "exactly so many, not each by a coin"}
"""


# %% hold_out
def hold_out(families, share, seed):
    dice = random.Random(seed)
    out = {family: dice.random() < share for family in sorted(set(families))}
    return [out[family] for family in families]
