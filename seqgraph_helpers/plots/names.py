"""Figures of the name classifier: the data, a padded batch, confusions, beliefs letter by letter, confidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.patches import Rectangle
from numpy.typing import ArrayLike

from seqgraph_helpers.plots import BLUE, PALETTE, VERMILION, Picture, bare

#: A line style for each colour.
STYLES = tuple(zip((*PALETTE, "0.3"), ("-", "--", "-.", ":", "-", "--", "-."), strict=True))


def bars(values: Mapping[str, float], label: str, limit: float | None = None) -> Picture:
    """A horizontal bar for each entry, with its number beside it; ``limit`` ends the axis."""
    told = ", ".join(f"{name} {_short(value)}" for name, value in values.items())
    figure = Picture(
        figsize=(7, 0.27 * len(values) + 0.8), alt=f"Bar chart of {label}, from top to bottom: {told}."
    )
    axes = figure.add_subplot()
    drawn = axes.barh(list(values), list(values.values()), color=BLUE)
    axes.bar_label(drawn, [_short(value) for value in values.values()], padding=3)
    axes.invert_yaxis()
    axes.set_xlabel(label)
    axes.set_xlim(0, limit)
    axes.margins(x=0.1)
    bare(axes)
    return figure


def padded_batch(x: ArrayLike, lengths: Sequence[int], letters: str) -> Picture:
    """A batch of encoded names as a grid of letters, the padding grey, the last letter of each name ringed.

    Parameters
    ----------
    x : int array (B, T)
        Index i + 1 is ``letters[i]``, 0 is padding.
    lengths : sequence of B int
    letters : str
    """
    grid, ends = np.asarray(x), [int(length) for length in lengths]
    figure = Picture(
        figsize=(0.5 * grid.shape[1] + 0.8, 0.5 * grid.shape[0] + 0.7),
        alt=f"{grid.shape[0]} encoded names as rows of {grid.shape[1]} cells, each with its letter and its index. The last "
        f"letters, at positions {', '.join(map(str, ends))}, are framed; cells of padding, index 0, are grey.",
    )
    axes = figure.add_subplot()
    axes.pcolormesh(grid == 0, cmap="Greys", vmin=0, vmax=3, edgecolor="0.8")
    for (row, column), index in np.ndenumerate(grid):
        letter = letters[index - 1] if index else ""
        axes.text(column + 0.5, row + 0.42, letter, ha="center", va="center", fontsize=13)
        axes.text(column + 0.95, row + 0.93, str(index), ha="right", va="bottom", fontsize=7, color="0.3")
    for row, end in enumerate(ends):
        axes.add_patch(
            Rectangle((end - 1, row), 1, 1, fill=False, edgecolor=VERMILION, linewidth=3, zorder=3)
        )
    axes.set_xticks(np.arange(grid.shape[1]) + 0.5, [str(t + 1) for t in range(grid.shape[1])])
    axes.set_xlabel("position")
    axes.set_yticks([])
    axes.invert_yaxis()
    axes.tick_params(length=0)
    return figure


def confusions(counts: ArrayLike, labels: Sequence[str]) -> Picture:
    """A confusion matrix in per cent of each row; row i holds the names whose true language is ``labels[i]``."""
    matrix = np.asarray(counts, dtype=float)
    shares = 100 * matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1)
    off = np.where(np.eye(len(labels), dtype=bool), -1, shares)
    worst = [np.unravel_index(place, off.shape) for place in np.argsort(-off, axis=None)[:3]]
    told = ", ".join(f"{labels[i]} taken for {labels[j]} ({off[i, j]:.0f} %)" for i, j in worst)
    figure = Picture(
        figsize=(0.47 * len(labels) + 1.8, 0.42 * len(labels) + 1.5),
        alt=f"Confusion matrix of {len(labels)} languages, rows true, columns guessed, per cent of each row. The diagonal, "
        f"from {np.diag(shares).min():.0f} to {np.diag(shares).max():.0f} %, is the recall. Largest confusions: {told}.",
    )
    axes = figure.add_subplot()
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=100)
    for (i, j), share in np.ndenumerate(shares):
        if share >= 0.5:
            colour = "white" if share > 55 else "black"
            axes.text(j, i, f"{share:.0f}", ha="center", va="center", color=colour, fontsize=9)
    axes.set_xticks(range(len(labels)), labels, rotation=60, ha="right", rotation_mode="anchor")
    axes.set_yticks(range(len(labels)), labels)
    axes.set_xlabel("guessed")
    axes.set_ylabel("true")
    axes.tick_params(length=0)
    return figure


def beliefs(name: str, probabilities: Mapping[str, Sequence[float]]) -> Picture:
    """What is believed after each letter of a name: one line per language, at most seven.

    Parameters
    ----------
    name : str
    probabilities : dict of str to sequence of float
        By language, the probability after 1, 2, … letters.
    """
    told = "; ".join(
        f"{language} {path[0]:.2f} to {path[-1]:.2f}" for language, path in probabilities.items()
    )
    figure = Picture(
        figsize=(7, 2.8),
        alt=f"Probabilities after each letter of {name}, from the first to the last: {told}.",
    )
    axes = figure.add_subplot()
    steps = range(1, len(name) + 1)
    for (language, path), (colour, style) in zip(probabilities.items(), STYLES, strict=False):
        axes.plot(steps, path, style, color=colour, marker="o", markersize=4, label=language)
    axes.set_xticks(steps, [letter if letter != " " else "␣" for letter in name])
    axes.set_ylim(0, 1)
    axes.set_ylabel("probability")
    axes.set_xlabel("read so far")
    axes.legend(frameon=False, loc="center left", bbox_to_anchor=(1, 0.5))
    bare(axes)
    return figure


def confidence(certain: ArrayLike, correct: ArrayLike, bins: int = 8) -> Picture:
    """How often a guess is right, by how sure the model is of it: bins of equal numbers of names.

    Parameters
    ----------
    certain : array (N,)
        Probability of the guess.
    correct : bool array (N,)
    """
    sure, right = np.asarray(certain, dtype=float), np.asarray(correct, dtype=float)
    groups = np.array_split(np.argsort(sure, kind="stable"), bins)
    x, y = ([float(values[group].mean()) for group in groups] for values in (sure, right))
    figure = Picture(
        figsize=(3.9, 3.5),
        alt=f"Share of right guesses against the probability given to them, in {bins} groups: "
        + ", ".join(f"{b:.2f} right at {a:.2f}" for a, b in zip(x, y, strict=True))
        + f". Mean probability {sure.mean():.2f}, accuracy {right.mean():.2f}.",
    )
    axes = figure.add_subplot()
    axes.plot([0, 1], [0, 1], color="0.6", linestyle="--", label="as sure as it may be")
    axes.plot(x, y, "o-", color=BLUE, label="the classifier")
    axes.set_xlabel("probability of the guess")
    axes.set_ylabel("share of right guesses")
    axes.set_xlim(0, 1.02)
    axes.set_ylim(0, 1.02)
    axes.legend(frameon=False)
    bare(axes)
    return figure


def _short(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.2f}"
