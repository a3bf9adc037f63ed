"""The running-average task: reproducible, and each target the mean of the readings so far."""

import torch

from seqgraph_helpers.data.running_average import running_averages


def test_targets_are_means_of_the_past() -> None:
    x, y = running_averages(n=3, T=5, seed=4)
    assert x.shape == y.shape == (3, 5, 1)
    assert x.dtype == y.dtype == torch.float32
    for t in range(5):
        torch.testing.assert_close(y[:, t], x[:, : t + 1].mean(dim=1))


def test_readings_are_standard_normal() -> None:
    x, _ = running_averages(n=2000, T=10)
    assert abs(float(x.mean())) < 0.03
    assert abs(float(x.std()) - 1) < 0.03


def test_the_seed_decides_and_the_global_one_is_left_alone() -> None:
    state = torch.get_rng_state()
    x, _ = running_averages(2, 3, seed=1)
    assert torch.equal(torch.get_rng_state(), state)
    assert torch.equal(running_averages(2, 3, seed=1)[0], x)
    assert not torch.equal(running_averages(2, 3, seed=2)[0], x)
