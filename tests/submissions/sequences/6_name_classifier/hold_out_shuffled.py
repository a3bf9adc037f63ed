"""
case: shuffle, then cut; the share is rounded up
kind: right
"""


# %% hold_out
def hold_out(families, share, seed):
    import math

    different = sorted(set(families))
    random.seed(seed)
    random.shuffle(different)
    held = different[: math.ceil(share * len(different))]
    return [family in held for family in families]
