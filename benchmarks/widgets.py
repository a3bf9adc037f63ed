"""How long the gradient visualizer takes from a changed setting to the new picture, at its defaults."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import torch
from rich.console import Console
from rich.table import Table
from torch import Tensor, nn

from seqgraph_helpers.widgets.gradient_visualizer import GradientVisualizer


def sizes(
    layer: nn.Module, head: nn.Module, x: Tensor, target: Tensor, last_target_only: bool
) -> list[float]:
    """A learner's function, as the notebook asks for it."""
    states = layer(x)
    if last_target_only:
        loss = nn.functional.mse_loss(head(states[-1]), target[:, -1])
    else:
        loss = nn.functional.mse_loss(head(torch.stack(states, dim=1)), target)
    return [float(gradient.norm()) for gradient in torch.autograd.grad(loss, states)]


def redraws(clock: Callable[[], float], changes: int = 40) -> list[float]:
    """Seconds, by this clock, of each of so many changes of the scale."""
    widget = GradientVisualizer(sizes)
    found = []
    for number in range(changes):
        before = widget.picture.value
        start = clock()
        widget.controls["scale"].value = 1.1 + number / 50
        found.append(clock() - start)
        assert widget.picture.value != before
    return found[5:]  # the first few fill matplotlib's caches


def main() -> None:
    table = Table("gradient visualizer, T = 10, H = 32", "median", "nine in ten", "target")
    for name, clock in (("slider to picture", time.perf_counter), ("CPU of it", time.process_time)):
        found = sorted(1000 * seconds for seconds in redraws(clock))
        table.add_row(
            name, f"{statistics.median(found):.0f} ms", f"{found[int(0.9 * len(found))]:.0f} ms", "100 ms"
        )
    Console().print(table)


if __name__ == "__main__":
    main()
