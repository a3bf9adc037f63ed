"""
case: looks further than it must
kind: right
"""


# %% first_full_layer
def first_full_layer(A):
    n = len(A)
    joined = np.eye(n, dtype=int)
    for k in range(n**2 + 5):
        if joined.all():
            return k
        joined = (joined @ A > 0).astype(int)
    return None
