"""Figures of gradients through time: paths, sizes per step, what a scale does to them.

Sizes span many powers of ten and may be exactly 0, so the axes are logarithmic and have a floor: what lies below
is drawn on it, what is exactly 0 is marked with a ring, what lies above the ceiling (or is no number) with a triangle.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.patches import FancyArrowPatch
from matplotlib.ticker import MaxNLocator

from seqgraph_helpers.plots import BLUE, GREEN, PURPLE, VERMILION, Picture, bare

FLOOR, CEILING = 1e-8, 1e4
STYLES = ((BLUE, "-", "o"), (VERMILION, "--", "s"), (GREEN, ":", "^"), (PURPLE, "-.", "D"))


def paths(steps: int = 4) -> Picture:
    """The ways from W_h to the loss after ``steps`` steps: one enters at each step, all go on through later states."""
    figure = Picture(
        figsize=(1.7 * steps + 1.4, 2.9),
        alt=f"A row of hidden states h_1 to h_{steps}, then the loss L. Below each state an arrow from W_h enters it. "
        "The way that enters at the second state is drawn thick: it runs through every later state to the loss.",
    )
    axes = figure.add_subplot()
    last = steps + 1
    for t in range(1, last + 1):
        label = f"$h_{t}$" if t < last else "$L$"
        axes.text(
            t, 1, label, ha="center", va="center", fontsize=14, bbox={"boxstyle": "circle", "fc": "0.95"}
        )
    for t in range(1, last):
        lit = t >= 2
        _arrow(axes, (t, 1), (t + 1, 1), lit=lit)
        _arrow(axes, (t, 0), (t, 1), lit=t == 2)
        axes.text(t, 0.05, "$W_h$", ha="center", va="center", fontsize=12)
        axes.text(t + 0.1, 0.42, rf"$\partial^+ h_{t}/\partial W_h$", fontsize=10)
    axes.text(2.2, 1.35, r"the rest of the way: $\partial L/\partial h_2$", fontsize=12, color=VERMILION)
    axes.set_xlim(0.5, last + 0.4)
    axes.set_ylim(-0.35, 1.6)
    axes.axis("off")
    return figure


def by_step(
    lines: Mapping[str, Sequence[float]],
    quantity: str,
    *,
    first: int = 1,
    along: str = "step $t$",
    floor: float = FLOOR,
    ceiling: float = CEILING,
) -> Picture:
    """One line per label over the steps ``first``, ``first + 1``, …; logarithmic axis from ``floor`` to ``ceiling``."""
    found = "; ".join(f"{label}: {in_words(values)}" for label, values in lines.items())
    figure = Picture(figsize=(7, 3.2), alt=plain(f"{quantity} against {along}, logarithmic axis. {found}."))
    axes = figure.add_subplot()
    for (label, values), style in zip(lines.items(), STYLES, strict=False):
        _Line(axes, style, label, floor, ceiling).show(values, first)
    _scale(axes, floor, ceiling)
    axes.set_xlim(first - 0.5, first - 0.5 + max(map(len, lines.values())))
    axes.set_xlabel(along)
    axes.set_ylabel(quantity)
    axes.legend(frameon=False)
    return figure


def ratio_by_scale(scales: Sequence[float], ratios: Mapping[str, Sequence[float]]) -> Picture:
    """First over last gradient against the factor on W_h, a line per nonlinearity; level 1 and √3 are marked."""
    found = "; ".join(
        f"{label}: from {values[0]:.1g} at {scales[0]:g} to {values[-1]:.1g} at {scales[-1]:g}"
        for label, values in ratios.items()
    )
    figure = Picture(
        figsize=(7, 3.4), alt=f"First over last gradient against the scale of W_h, both logarithmic. {found}."
    )
    axes = figure.add_subplot()
    for (label, values), (colour, style, marker) in zip(ratios.items(), STYLES, strict=False):
        shown = np.clip(np.nan_to_num(np.asarray(values, float), nan=CEILING), FLOOR, CEILING)
        axes.plot(scales, shown, style, color=colour, marker=marker, markersize=4, label=label)
    axes.axhline(1, color="0.5", linewidth=1)
    axes.axvline(3**0.5, color="0.5", linewidth=1)
    axes.text(3**0.5, 2e-8, r" $\sqrt{3}$", color="0.3")
    axes.set_xscale("log")
    _scale(axes, FLOOR, CEILING)
    axes.set_xlabel("factor on $W_h$")
    axes.set_ylabel(r"$\Vert g_1\Vert\,/\,\Vert g_T\Vert$")
    axes.legend(frameon=False)
    return figure


class Magnitudes(Picture):
    """Sizes of hidden states and of gradients, step by step, in two panels with fixed logarithmic axes.

    One figure that is redrawn: :meth:`show_sizes` moves the lines, :meth:`png` draws them. Layout is done once.
    """

    def __init__(self, names: Sequence[str] = ("h_t",)) -> None:
        super().__init__(figsize=(8, 3.2), dpi=80, alt="")
        self._canvas = FigureCanvasAgg(self)
        self._axes = self.subplots(1, 2)
        for axes, title in zip(self._axes, ("hidden states", "gradients"), strict=True):
            axes.set_title(f"size of {title}", fontsize=11)
            axes.set_xlabel("step $t$")
            _scale(axes, FLOOR, CEILING)
        self._states = [
            _Line(self._axes[0], style, f"${name}$") for name, style in zip(names, STYLES, strict=False)
        ]
        self._gradients = [
            _Line(self._axes[1], style, rf"$\partial L/\partial {name}$")
            for name, style in zip(names, STYLES, strict=False)
        ]
        for axes in self._axes:
            axes.legend(frameon=False, loc="upper left")

    def show_sizes(self, states: Sequence[Sequence[float]], gradients: Sequence[Sequence[float]]) -> None:
        """Move the lines to these sizes, one sequence of T per name, and say in ``alt`` what is seen."""
        for line, values in zip((*self._states, *self._gradients), (*states, *gradients), strict=True):
            line.show(values)
        for axes in self._axes:
            axes.set_xlim(0.5, len(gradients[0]) + 0.5)
        found = "; ".join(
            f"size of {line.label}: {in_words(values)}"
            for line, values in zip((*self._states, *self._gradients), (*states, *gradients), strict=True)
        )
        self.alt = plain(
            f"Two panels over {len(gradients[0])} steps, logarithmic axes from {FLOOR:g} to {CEILING:g}. "
            f"Left the hidden states, right the gradients. {found}."
        )

    def png(self) -> bytes:
        """The picture as it is now, 640 × 256 pixels."""
        buffer = io.BytesIO()
        self._canvas.print_png(buffer)
        if self.get_layout_engine() is not None:
            self.set_layout_engine("none")  # the axes never change their size again: a third of the time
        return buffer.getvalue()


def views(cases: Mapping[str, tuple[Sequence[float], Sequence[float]]], name: str = "h_t") -> Picture:
    """Several settings side by side, (states, gradients) each, of the state ``name``: the widget without a widget."""
    found = "; ".join(f"{title}: gradients {in_words(gradients)}" for title, (_, gradients) in cases.items())
    figure = Picture(
        figsize=(2.6 * len(cases), 3.2),
        alt=f"Sizes by step, one panel per setting, logarithmic axes. {found}.",
    )
    panels = figure.subplots(1, len(cases), sharey=True, squeeze=False)[0]
    for axes, (title, (states, gradients)) in zip(panels, cases.items(), strict=True):
        _Line(axes, STYLES[0], f"${name}$").show(states)
        _Line(axes, STYLES[1], rf"$\partial L/\partial {name}$").show(gradients)
        _scale(axes, FLOOR, CEILING)
        axes.set_xlim(0.5, len(states) + 0.5)
        axes.set_title(title, fontsize=10)
        axes.set_xlabel("step $t$")
    panels[0].legend(frameon=False, loc="upper left")
    return figure


def in_words(sizes: Sequence[float]) -> str:
    """``from 0.0039 (first) to 0.18 (last)``, and how many are exactly 0."""
    zeros = sum(size == 0 for size in sizes)
    text = f"from {sizes[0]:.2g} (first) to {sizes[-1]:.2g} (last)"
    return f"{text}, exactly 0 at {zeros} of {len(sizes)}" if zeros else text


def plain(text: str) -> str:
    """A label without LaTeX's signs, to be read aloud."""
    return text.replace("$", "").replace("\\partial ", "d").replace("\\", "")


class _Line:
    """A line with its marks for what is exactly 0 and what is off the axis."""

    def __init__(
        self,
        axes: Axes,
        style: tuple[str, str, str],
        label: str,
        floor: float = FLOOR,
        ceiling: float = CEILING,
    ) -> None:
        colour, dashes, marker = style
        self.label, self._floor, self._ceiling = label, floor, ceiling
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        (self._line,) = axes.plot([], [], dashes, color=colour, marker=marker, markersize=4, label=label)
        (self._zeros,) = axes.plot([], [], "o", color=colour, markersize=10, fillstyle="none", clip_on=False)
        (self._beyond,) = axes.plot([], [], "^", color=colour, markersize=9, clip_on=False)
        for marks in (self._zeros, self._beyond):
            marks.set_in_layout(False)  # empty marks have no place of their own

    def show(self, sizes: Sequence[float], first: int = 1) -> None:
        values = np.asarray(sizes, dtype=float)
        steps = np.arange(first, first + len(values))
        beyond = ~(values <= self._ceiling)  # NaN too
        self._line.set_data(steps, np.where(beyond, self._ceiling, np.maximum(values, self._floor)))
        self._zeros.set_data(steps[values == 0], np.full((values == 0).sum(), self._floor))
        self._beyond.set_data(steps[beyond], np.full(beyond.sum(), self._ceiling))


def _scale(axes: Axes, floor: float, ceiling: float) -> None:
    axes.set_yscale("log")
    axes.set_ylim(floor, ceiling)
    axes.grid(True, axis="y", color="0.88")
    axes.minorticks_off()
    bare(axes)


def _arrow(axes: Axes, start: tuple[float, float], end: tuple[float, float], *, lit: bool) -> None:
    colour, width = (VERMILION, 3.0) if lit else ("0.55", 1.2)
    axes.add_patch(
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>",
            mutation_scale=15,
            shrinkA=18,
            shrinkB=18,
            color=colour,
            linewidth=width,
        )
    )
