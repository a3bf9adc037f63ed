"""
case: svds for both, vectors turned round and their signs changed
kind: right
"""


# %% top_vectors
def top_vectors(M, k):
    U, s, Vh = svds(M, k=k)
    return -U[:, ::-1]


# %% left_singular_vectors
def left_singular_vectors(W, k):
    return -svds(W, k=k)[0][:, ::-1]
