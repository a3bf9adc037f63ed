"""Figures of stacked recurrent layers."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch

from seqgraph_helpers.plots import PALETTE, Picture


def grid(steps: int = 5, layers: int = 3) -> Picture:
    """Time across, depth up: inputs x_t, states of each layer, predictions y_t; one longest path is drawn thick."""
    figure = Picture(
        figsize=(1.35 * steps + 0.6, 1.05 * (layers + 2)),
        alt=f"A grid of hidden states, {steps} steps across and {layers} layers up, inputs below, predictions above. "
        "Two arrows lead into each state, from the left and from below. One path from the first input to the last "
        f"prediction is drawn thick; it has {steps + layers} arrows.",
    )
    axes = figure.add_subplot()
    up = (layers + 1) // 2
    path = [(1, row) for row in range(up + 1)]
    path += [(step, up) for step in range(2, steps + 1)]
    path += [(steps, row) for row in range(up + 1, layers + 2)]
    lit = {(path[k], path[k + 1]) for k in range(len(path) - 1)}
    for step in range(1, steps + 1):
        for row in range(layers + 2):
            label = (
                f"$x_{step}$"
                if row == 0
                else rf"$\hat y_{step}$"
                if row > layers
                else f"$h^{{({row})}}_{step}$"
            )
            shape = {"boxstyle": "circle" if 0 < row <= layers else "round", "fc": "white", "ec": "0.6"}
            axes.text(step, row, label, ha="center", va="center", fontsize=11, bbox=shape)
            if row <= layers:
                _arrow(axes, (step, row), (step, row + 1), "0.45", ((step, row), (step, row + 1)) in lit)
            if 0 < row <= layers and step < steps:
                colour = PALETTE[(row - 1) % len(PALETTE)]
                _arrow(axes, (step, row), (step + 1, row), colour, ((step, row), (step + 1, row)) in lit)
    axes.set_xlim(0.5, steps + 0.5)
    axes.set_ylim(-0.5, layers + 1.5)
    axes.axis("off")
    return figure


def _arrow(axes: Axes, start: tuple[int, int], end: tuple[int, int], colour: str, lit: bool) -> None:
    patch = FancyArrowPatch(
        start,
        end,
        arrowstyle="-|>",
        mutation_scale=12,
        shrinkA=17,
        shrinkB=17,
        color=colour,
        linewidth=3.5 if lit else 1.1,
    )
    axes.add_patch(patch)
