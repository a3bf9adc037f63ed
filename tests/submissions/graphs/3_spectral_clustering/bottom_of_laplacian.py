"""
case: vectors of the smallest eigenvalues of the symmetric Laplacian
kind: right
"""


# %% top_vectors
def top_vectors(M, k):
    laplacian = np.eye(len(M)) - M
    return eigh(laplacian, subset_by_index=[0, k - 1])[1]
