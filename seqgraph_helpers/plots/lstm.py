"""Figures of the LSTM: its cell, grown in four frames, and its gates at work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Circle, FancyArrowPatch

from seqgraph_helpers.plots import BLUE, GREEN, PURPLE, VERMILION, Picture, bare

#: One colour per gate; each has its letter too.
COLOURS = {"f": VERMILION, "i": BLUE, "o": GREEN, "g": PURPLE}


def cell_in_frames() -> Picture:
    """The LSTM cell in four frames: the belt, what is kept, what is added, what is shown."""
    titles = (
        "1  a belt carries C",
        "2  forget: keep a part",
        "3  input: add something new",
        "4  output: show a part",
    )
    figure = Picture(
        figsize=(11, 3),
        alt="Four frames of the LSTM cell, each adding one idea. 1: a straight line carries C_t-1 to C_t. 2: on the line a "
        "multiplication by the forget gate f. 3: after it an addition of i times g. 4: from C_t a branch upwards "
        "through tanh and a multiplication by the output gate o to h_t.",
    )
    for number, (axes, title) in enumerate(zip(figure.subplots(1, 4), titles, strict=True), start=1):
        axes.set_title(title, fontsize=11, loc="left")
        _frame(axes, number)
    return figure


def gates_over_time(gates: Mapping[str, Sequence[float]]) -> Picture:
    """Mean value of each gate at each step, from 0 (shut) to 1 (open): one line of T values per letter f, i, o."""
    found = "; ".join(
        f"{name} at first {values[0]:.2f}, then on average {np.mean(values[1:]):.2f}"
        for name, values in gates.items()
    )
    figure = Picture(figsize=(7, 2.8), alt=f"Gates between 0 (shut) and 1 (open) against the step. {found}.")
    axes = figure.add_subplot()
    for (name, values), style, marker in zip(gates.items(), ("-", "--", ":"), "os^", strict=False):
        steps = np.arange(1, len(values) + 1)
        axes.plot(steps, values, style, marker=marker, markersize=4, color=COLOURS[name], label=f"${name}_t$")
    axes.set_ylim(-0.03, 1.03)
    axes.set_xlabel("step $t$")
    axes.set_ylabel("gate")
    axes.grid(True, axis="y", color="0.9")
    axes.legend(frameon=False, ncols=3)
    bare(axes)
    return figure


def _frame(axes: Axes, number: int) -> None:
    """Everything that the cell has in frame ``number``; the newest part is thick."""
    _arrow(axes, (0.15, 1), (3.85, 1), "0.2", thick=number == 1)
    axes.text(0, 1, "$C_{t-1}$", ha="right", va="center", fontsize=12)
    axes.text(4.05, 1, "$C_t$", va="center", fontsize=12)
    if number >= 2:
        _gate(axes, 1, "f", thick=number == 2)
        _operation(axes, 1, 1, "×")
    if number >= 3:
        _gate(axes, 1.9, "i", thick=number == 3)
        _gate(axes, 2.7, "g", thick=number == 3)
        _operation(axes, 2.3, 0.1, "×")
        _arrow(axes, (2.3, 0.1), (2.3, 1), "0.2", thick=number == 3)
        _operation(axes, 2.3, 1, "+")
    if number >= 4:
        _arrow(axes, (3.3, 1), (3.3, 2), "0.2", thick=True)
        axes.text(3.4, 1.4, "tanh", fontsize=10)
        _arrow(axes, (2.4, 2), (3.3, 2), COLOURS["o"], thick=True)
        axes.text(2.3, 2, "$o_t$", ha="right", va="center", fontsize=13, color=COLOURS["o"])
        _operation(axes, 3.3, 2, "×")
        _arrow(axes, (3.3, 2), (4.1, 2), "0.2", thick=True)
        axes.text(4.15, 2, "$h_t$", va="center", fontsize=12)
    axes.set_xlim(-0.9, 4.7)
    axes.set_ylim(-1.1, 2.4)
    axes.set_aspect("equal")
    axes.axis("off")


def _gate(axes: Axes, x: float, name: str, *, thick: bool) -> None:
    """A gate below the belt: f leads straight up to it, i and g to the multiplication between them."""
    _arrow(axes, (x, -0.6), (x, 1) if name == "f" else (2.3, 0.1), COLOURS[name], thick=thick)
    axes.text(x, -0.8, f"${name}_t$", ha="center", va="center", fontsize=13, color=COLOURS[name])


def _operation(axes: Axes, x: float, y: float, sign: str) -> None:
    axes.add_patch(Circle((x, y), 0.19, facecolor="white", edgecolor="0.2", zorder=3))
    axes.text(x, y, sign, ha="center", va="center", fontsize=12, zorder=4)


def _arrow(
    axes: Axes, start: tuple[float, float], end: tuple[float, float], colour: str, *, thick: bool
) -> None:
    axes.add_patch(
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>",
            mutation_scale=12,
            shrinkA=2,
            shrinkB=8,
            color=colour,
            linewidth=2.6 if thick else 1.2,
        )
    )
