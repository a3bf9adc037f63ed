"""Figures of recurrent layers: the unrolled graph, who feels a nudge, how it fades, what is remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Circle, FancyArrowPatch, Rectangle
from numpy.typing import ArrayLike

from seqgraph_helpers.plots import BLUE, GREEN, VERMILION, Picture, bare

#: One colour per matrix.
COLOURS = {"W_x": BLUE, "W_h": VERMILION, "W_f": GREEN}


def stream(x: Sequence[float], y: Sequence[float]) -> Picture:
    """A sequence of readings ``x`` (T,) as dots and its running average ``y`` (T,) as a line."""
    figure = Picture(
        figsize=(7, 2.6),
        alt=f"{len(x)} readings as dots, jumping about zero between {min(x):.1f} and {max(x):.1f}, and their "
        f"running average as a line that settles down and ends at {y[-1]:.2f}.",
    )
    axes = figure.add_subplot()
    steps = np.arange(1, len(x) + 1)
    axes.axhline(0, color="0.8", linewidth=1)
    axes.plot(steps, x, "o", color=COLOURS["W_x"], label="reading $x_t$")
    axes.plot(steps, y, "-", color=COLOURS["W_h"], linewidth=2, label="running average $y_t$")
    axes.set_xticks(steps)
    axes.set_xlabel("step $t$")
    axes.legend(frameon=False, ncols=2)
    bare(axes)
    return figure


def unrolled_graph(steps: int = 3) -> Picture:
    """The computational graph of a recurrent layer with a head, drawn for a number of steps.

    Arrows of one colour carry the same matrix: that is the whole secret of a recurrent layer.
    """
    figure = Picture(
        figsize=(2.1 * steps + 1.6, 3.9),
        alt=f"Unrolled graph of {steps} steps. Hidden states h_0 to h_{steps} in a row, each joined to the next by an "
        "orange arrow W_h. Below each an input, joined by a blue arrow W_x; above each a prediction, joined by a "
        "green arrow W_f. All arrows of one colour are the same matrix.",
    )
    axes = figure.add_subplot()
    _node(axes, 0, 1, "$h_0$", "0.93", dashed=True)
    for t in range(1, steps + 1):
        _node(axes, 1.6 * t, 0, f"$x_{t}$", "white")
        _node(axes, 1.6 * t, 1, f"$h_{t}$", "0.93")
        _node(axes, 1.6 * t, 2, rf"$\hat y_{t}$", "white")
        _arrow(axes, (1.6 * t, 0), (1.6 * t, 1), "W_x", (0.12, 0.5))
        _arrow(axes, (1.6 * (t - 1), 1), (1.6 * t, 1), "W_h", (0.8, 0.13))
        _arrow(axes, (1.6 * t, 1), (1.6 * t, 2), "W_f", (0.12, 0.5))
    axes.text(1.6 * steps + 0.5, 1, "…", fontsize=16, va="center")
    axes.set_xlim(-0.5, 1.6 * steps + 0.9)
    axes.set_ylim(-0.4, 2.4)
    axes.set_aspect("equal")
    axes.axis("off")
    return figure


def fading_nudge(changes: Mapping[str, Sequence[float]]) -> Picture:
    """How far h_t moves, step by step, when x_1 is nudged by 1: one line per label, log axis."""
    ends = "; ".join(
        f"{label}: from {change[0]:.2g} to {change[-1]:.2g}" for label, change in changes.items()
    ).replace("$", "")
    figure = Picture(figsize=(7, 3), alt=f"Change of the hidden state by step, logarithmic axis. {ends}.")
    axes = figure.add_subplot()
    styles = zip(("-", "--", ":"), COLOURS.values(), strict=True)
    for (label, change), (style, colour) in zip(changes.items(), styles, strict=False):
        steps = np.arange(1, len(change) + 1)
        axes.semilogy(steps, change, style, marker="o", color=colour, label=label)
    axes.set_xlabel("step $t$")
    axes.set_ylabel("change of $h_t$")
    axes.grid(True, axis="y", color="0.9")
    axes.legend(frameon=False)
    bare(axes)
    return figure


def who_feels(moved: ArrayLike, nudged: tuple[int, int]) -> Picture:
    """Which hidden states move when one input is nudged: a map of sequences by steps.

    Parameters
    ----------
    moved : array (B, T)
        How far each hidden state moved; less than 1e-6 counts as rounding, hence as 0.
    nudged : tuple of int
        Sequence and step of the input that was nudged, counted from 1.
    """
    moved = np.where(np.asarray(moved) > 1e-6, moved, 0)
    felt = [f"({b + 1}, {t + 1})" for b, t in zip(*np.nonzero(moved), strict=True)]
    figure = Picture(
        figsize=(0.8 * moved.shape[1] + 1.5, 0.5 * moved.shape[0] + 0.9),
        alt=f"Map of {moved.shape[0]} sequences by {moved.shape[1]} steps. The input of sequence {nudged[0]} at step "
        f"{nudged[1]} was nudged. The hidden states that moved, as (sequence, step): {', '.join(felt) or 'none'}.",
    )
    axes = figure.add_subplot()
    axes.pcolormesh(moved, cmap="Blues", vmin=0, vmax=2 * moved.max() or 1, edgecolor="0.8")
    for (b, t), size in np.ndenumerate(moved):
        axes.text(t + 0.5, b + 0.5, f"{size:.2f}" if size else "0", ha="center", va="center")
    axes.add_patch(
        Rectangle((nudged[1] - 1, nudged[0] - 1), 1, 1, fill=False, edgecolor=COLOURS["W_h"], linewidth=3)
    )
    for axis, count, label in [
        (axes.xaxis, moved.shape[1], "step $t$"),
        (axes.yaxis, moved.shape[0], "sequence"),
    ]:
        axis.set_ticks(np.arange(count) + 0.5, [str(number + 1) for number in range(count)])
        axis.set_label_text(label)
    axes.invert_yaxis()
    axes.tick_params(length=0)
    return figure


def error_against_width(
    curves: Mapping[str, Mapping[int, float]], baseline: float, trained: Mapping[int, float] | None = None
) -> Picture:
    """Held-out mean squared error by hidden size H, both axes logarithmic.

    Parameters
    ----------
    curves : dict of str to (dict of int to float)
        Per label, the error of a fitted head on an untrained recurrence, by H. At most two.
    baseline : float
        The error of always answering 0: a dashed line.
    trained : dict of int to float, optional
        Errors of trained layers by H: stars.
    """
    found = {**curves, "trained": trained} if trained else curves
    told = ". ".join(
        f"{label}: {', '.join(f'{error:.1e} at H = {H}' for H, error in errors.items())}"
        for label, errors in found.items()
    )
    figure = Picture(
        figsize=(7, 3),
        alt="Mean squared error against hidden size, both axes logarithmic. "
        f"{told}. Always answering 0: {baseline:.2f}.",
    )
    axes = figure.add_subplot()
    styles = zip(("o-", "s:"), (COLOURS["W_h"], COLOURS["W_x"]), strict=True)
    for (label, errors), (style, colour) in zip(curves.items(), styles, strict=False):
        axes.loglog(list(errors), list(errors.values()), style, color=colour, label=label)
    if trained:
        axes.loglog(
            list(trained),
            list(trained.values()),
            "*",
            markersize=14,
            color=COLOURS["W_f"],
            label="trained layer",
        )
    axes.axhline(baseline, color="0.5", linestyle="--", label="always answering 0")
    widths = sorted({H for errors in curves.values() for H in errors})
    axes.set_xticks(widths, [str(H) for H in widths])
    axes.minorticks_off()
    axes.set_xlabel("hidden size $H$")
    axes.set_ylabel("mean squared error")
    axes.grid(True, color="0.9")
    axes.legend(frameon=False)
    bare(axes)
    return figure


def _node(axes: Axes, x: float, y: float, label: str, colour: str, *, dashed: bool = False) -> None:
    style = "--" if dashed else "-"
    axes.add_patch(Circle((x, y), 0.28, facecolor=colour, edgecolor="0.2", linestyle=style, zorder=2))
    axes.text(x, y, label, ha="center", va="center", fontsize=13, zorder=3)


def _arrow(
    axes: Axes, start: tuple[float, float], end: tuple[float, float], matrix: str, at: tuple[float, float]
) -> None:
    arrow = FancyArrowPatch(
        start,
        end,
        arrowstyle="-|>",
        mutation_scale=16,
        shrinkA=22,
        shrinkB=22,
        linewidth=2.2,
        color=COLOURS[matrix],
    )
    axes.add_patch(arrow)
    axes.text(
        start[0] + at[0],
        start[1] + at[1],
        f"${matrix}$",
        color=COLOURS[matrix],
        fontsize=12,
        ha="center" if at[0] > 0.5 else "left",
    )
