"""Figures of losses: which target grades which state, curves of training, error by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from seqgraph_helpers.plots import BLUE, GREEN, PURPLE, VERMILION, Picture, bare

#: A line style for each colour.
STYLES = ((BLUE, "-"), (VERMILION, "--"), (GREEN, ":"), (PURPLE, "-."))


def who_grades(T: int = 6) -> Picture:
    """For both losses: which hidden state is answerable for the target of which step. T is the number of steps."""
    figure = Picture(
        figsize=(7, 3.2),
        alt=f"Two grids of {T} targets by {T} hidden states. All steps: the lower triangle is filled, as each target "
        "grades the states up to its own step. Last step only: just the bottom row is filled.",
    )
    every = np.tril(np.ones((T, T)))
    last = np.zeros((T, T))
    last[-1] = 1
    for axes, grid, title in zip(
        figure.subplots(1, 2), (every, last), ("all steps", "last step only"), strict=True
    ):
        axes.imshow(grid, cmap="Blues", vmin=0, vmax=1.6)
        axes.set_title(title, fontsize=11)
        axes.set_xticks(range(T), [f"$h_{t}$" for t in range(1, T + 1)])
        axes.set_yticks(range(T), [f"$y_{t}$" for t in range(1, T + 1)])
        axes.set_xticks(np.arange(T + 1) - 0.5, minor=True)
        axes.set_yticks(np.arange(T + 1) - 0.5, minor=True)
        axes.grid(which="minor", color="white", linewidth=2)
        axes.tick_params(which="both", length=0)
    return figure


def curves(losses: Mapping[str, Sequence[float]], quantity: str = "loss", window: int = 20) -> Picture:
    """Trailing means of losses by training step, one line per label, logarithmic axis."""
    smooth = {
        label: np.convolve(values, np.full(min(window, len(values)), 1 / min(window, len(values))), "valid")
        for label, values in losses.items()
    }
    ends = "; ".join(f"{label}: from {values[0]:.2g} to {values[-1]:.2g}" for label, values in smooth.items())
    figure = Picture(figsize=(7, 3.2), alt=f"{quantity} by training step, logarithmic axis. {ends}.")
    axes = figure.add_subplot()
    for (label, values), (colour, style) in zip(smooth.items(), STYLES * 2, strict=False):
        start = len(losses[label]) - len(values)
        axes.plot(range(start, len(losses[label])), values, style, color=colour, label=label)
    axes.set_yscale("log")
    axes.set_xlabel("training step")
    axes.set_ylabel(quantity)
    axes.grid(True, axis="y", color="0.88")
    bare(axes)
    axes.legend(frameon=False)
    return figure


def error_by_step(errors: Mapping[str, Sequence[float]], zero: Sequence[float] | None = None) -> Picture:
    """Mean squared error at each step 1 … T, one line per label, logarithmic axis; grey: always answering 0."""
    ends = "; ".join(
        f"{label}: {values[0]:.2g} at step 1, {values[-1]:.2g} at the last"
        for label, values in errors.items()
    )
    figure = Picture(figsize=(7, 3.2), alt=f"Mean squared error by step, logarithmic axis. {ends}.")
    axes = figure.add_subplot()
    for (label, values), (colour, style) in zip(errors.items(), STYLES, strict=False):
        axes.plot(
            range(1, len(values) + 1), values, style, color=colour, marker="o", markersize=4, label=label
        )
    if zero is not None:
        axes.plot(range(1, len(zero) + 1), zero, color="0.6", label="always 0")
    axes.set_yscale("log")
    axes.set_xlabel("step $t$")
    axes.set_ylabel("mean squared error")
    axes.grid(True, axis="y", color="0.88")
    bare(axes)
    axes.legend(frameon=False, loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3)
    return figure
