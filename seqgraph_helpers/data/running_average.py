"""The running average: the smallest task that needs a memory of the whole past."""

from __future__ import annotations

import torch
from torch import Tensor


def running_averages(n: int, T: int, seed: int = 0) -> tuple[Tensor, Tensor]:
    """Sequences of independent standard normal numbers, and their running averages.

    ``y_t = (x_1 + … + x_t) / t``.

    Parameters
    ----------
    n : int
        Number of sequences.
    T : int
        Length of each.
    seed : int
        The same seed gives the same sequences.

    Returns
    -------
    x, y : Tensor (n, T, 1), float32
    """
    x = torch.randn(n, T, 1, generator=torch.Generator().manual_seed(seed))
    steps = torch.arange(1, T + 1, dtype=x.dtype).reshape(1, T, 1)
    return x, x.cumsum(dim=1) / steps
