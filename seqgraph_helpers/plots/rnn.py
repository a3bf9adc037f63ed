"""Figures of recurrent layers: what is remembered, the unrolled graph, how a nudge fades."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Circle, FancyArrowPatch

from seqgraph_helpers.plots import Picture

#: One colour per matrix (Okabe and Ito's palette, safe for colour-blind readers).
COLOURS = {"W_x": "#0072b2", "W_h": "#d55e00", "W_f": "#009e73"}


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
    _bare(axes)
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
    )
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
    _bare(axes)
    return figure


def error_against_width(widths: Sequence[int], errors: Sequence[float], baseline: float) -> Picture:
    """Held-out error of a fitted head on a recurrence that was never trained, by hidden size."""
    found = "; ".join(f"H = {width}: {error:.1e}" for width, error in zip(widths, errors, strict=True))
    figure = Picture(
        figsize=(7, 3),
        alt=f"Mean squared error against hidden size, both axes logarithmic. {found}. Always answering 0: {baseline:.2f}.",
    )
    axes = figure.add_subplot()
    axes.loglog(widths, errors, "o-", color=COLOURS["W_h"], label="random recurrence, fitted head")
    axes.axhline(baseline, color="0.5", linestyle="--", label="always answering 0")
    axes.set_xticks(list(widths), [str(width) for width in widths])
    axes.minorticks_off()
    axes.set_xlabel("hidden size $H$")
    axes.set_ylabel("mean squared error")
    axes.grid(True, color="0.9")
    axes.legend(frameon=False)
    _bare(axes)
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


def _bare(axes: Axes) -> None:
    axes.spines[["top", "right"]].set_visible(False)
