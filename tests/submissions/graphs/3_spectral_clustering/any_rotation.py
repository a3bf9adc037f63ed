"""
case: another orthonormal basis of the same spaces
kind: right
"""


# %% top_vectors
def rotated(U):
    return U @ np.linalg.qr(np.random.default_rng(5).normal(size=(U.shape[1], U.shape[1])))[0]


def top_vectors(M, k):
    return rotated(eigh(M)[1][:, -k:])


# %% left_singular_vectors
def left_singular_vectors(W, k):
    return rotated(svds(W, k)[0])
