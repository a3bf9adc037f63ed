"""
case: a numpy array of bool, by permutation
kind: right
"""


# %% hold_out
def hold_out(families, share, seed):
    import numpy as np

    different = np.unique(families)
    held = np.random.default_rng(seed).permutation(different)[: int(share * len(different))]
    return np.isin(families, held)
