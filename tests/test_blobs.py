"""The stretched blobs: the data set that the notebook's numbers are about."""

import numpy as np
from scipy.spatial.distance import cdist
from sklearn.datasets import make_blobs

from seqgraph_helpers.data.blobs import STRETCH, blobs


def test_the_stretch_acts_on_each_point() -> None:
    X, y = blobs(n=50, seed=3)
    round_ones, labels = make_blobs(n_samples=50, random_state=3)
    np.testing.assert_allclose(X, [STRETCH.T @ point for point in round_ones])
    np.testing.assert_array_equal(y, labels)
    assert (X.shape, X.dtype, y.shape, y.dtype) == ((50, 2), np.float64, (50,), np.int64)


def test_the_default_is_the_story_of_point_1391() -> None:
    X, y = blobs()
    squares = cdist(X, X, "sqeuclidean")
    degrees = np.exp(-7.5 * squares).sum(axis=1)
    assert np.argsort(degrees)[:3].tolist() == [1391, 384, 664]
    np.testing.assert_allclose(degrees[1391], 1.00065, atol=1e-5)
    np.testing.assert_allclose(squares.max(), 205.25, atol=0.01)
    assert np.bincount(y).tolist() == [667, 667, 666]


def test_the_seed_decides() -> None:
    assert np.array_equal(blobs(20, seed=1)[0], blobs(20, seed=1)[0])
    assert not np.array_equal(blobs(20, seed=1)[0], blobs(20, seed=2)[0])
