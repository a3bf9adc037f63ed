"""Three blobs, stretched until nearest-centre thinking fails."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from sklearn.datasets import make_blobs

#: Stretches round blobs along a common slanted direction.
STRETCH = np.array([[-0.60834549, -0.63667341], [0.40887718, 0.85253229]])


def blobs(n: int = 2000, seed: int = 170) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Three Gaussian blobs of (nearly) equal size, each multiplied from the right by :data:`STRETCH`.

    The course's data set is the default one: its loneliest point, number 1391, is part of the story.

    Parameters
    ----------
    n : int
        Number of points.
    seed : int
        The same seed gives the same points.

    Returns
    -------
    X : ndarray (n, 2), float64
        Coordinates.
    y : ndarray (n,), int64
        The blob, 0, 1 or 2, that each point was drawn from.
    """
    X, y = make_blobs(n_samples=n, random_state=seed)
    return X @ STRETCH, y.astype(np.int64)
