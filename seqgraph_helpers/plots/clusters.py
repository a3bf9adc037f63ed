"""Figures of clusters: partitions, lonely points, eigenvectors drawn on the points, eigengaps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import linear_sum_assignment
from sklearn.metrics import adjusted_rand_score
from sklearn.metrics.cluster import contingency_matrix

from seqgraph_helpers.plots import BLUE, ORANGE, PALETTE, Picture, bare

#: A marker for each of the palette's first five colours.
MARKERS = ("o", "^", "s", "D", "v")
_LOWEST = 1e-20


def partitions(X: ArrayLike, y: ArrayLike, **found: ArrayLike) -> Picture:
    """True labels, then one panel for each partition found.

    Labels have no order, so those of each panel are matched to the true ones before they get their colours.
    A cluster of one point is ringed.

    Parameters
    ----------
    X : array (n, 2)
    y : array (n,)
        True labels.
    **found : array (n,)
        Labels by the title of their panel; underscores become spaces.
    """
    X, y = np.asarray(X), np.asarray(y)
    panels = {"true": y} | {name.replace("_", " "): np.asarray(labels) for name, labels in found.items()}
    told = [
        f"{name}: sizes {', '.join(map(str, _sizes(labels)))}, ARI {adjusted_rand_score(y, labels):.3f}"
        for name, labels in panels.items()
    ]
    figure = Picture(
        figsize=(3.4 * len(panels), 3.6),
        alt=f"Scatter plots of {len(X)} points, coloured by cluster. {'; '.join(told)}.",
    )
    axes = figure.subplots(1, len(panels), sharex=True, sharey=True, squeeze=False)[0]
    for one, (name, labels), text in zip(axes, panels.items(), told, strict=True):
        for cluster, style in _matched(y, labels).items():
            points = X[labels == cluster]
            one.scatter(
                points[:, 0],
                points[:, 1],
                s=5,
                color=PALETTE[style % 5],
                marker=MARKERS[style % 5],
                linewidths=0,
            )
            if len(points) == 1:
                _ring(one, points)
        one.set_title(name if name == "true" else f"{name}\n{text.split(': ')[1]}", fontsize=10)
        one.set_aspect("equal")
    return figure


def weight_histogram(A: ArrayLike) -> Picture:
    """How many of the weights between different points, A_ij (n, n), are of which order of magnitude."""
    A = np.asarray(A)
    weights = A[np.triu_indices_from(A, 1)]
    tiny, strong = np.mean(weights < _LOWEST), np.mean(weights > 0.1)
    figure = Picture(
        figsize=(7, 2.8),
        alt=f"Histogram of the weights of all pairs on a logarithmic axis from {_LOWEST:g} to 1. {tiny:.0%} of the pairs "
        f"are in the leftmost bar, below {_LOWEST:g}; {strong:.1%} have a weight above 0.1.",
    )
    axes = figure.add_subplot()
    edges = np.logspace(np.log10(_LOWEST), 0, 41)
    share = np.full(len(weights), 100 / len(weights))
    axes.hist(np.clip(weights, _LOWEST, 1), bins=edges.tolist(), weights=share, color=BLUE)
    axes.set_xscale("log")
    axes.set_xlim(_LOWEST, 1)
    axes.set_xlabel(f"weight $A_{{ij}}$ (all below {_LOWEST:g} in the leftmost bar)")
    axes.set_ylabel("pairs of points (%)")
    bare(axes)
    return figure


def degree_map(X: ArrayLike, d: ArrayLike, marked: Sequence[int] = ()) -> Picture:
    """Points X (n, 2) coloured by their degrees d (n,), some of them ringed and numbered."""
    X, d = np.asarray(X), np.asarray(d)
    named = ", ".join(f"{i} (degree {d[i]:.4f})" for i in marked)
    figure = Picture(
        figsize=(6.4, 4),
        alt=f"The points coloured by degree, from {d.min():.2f} to {d.max():.0f}: high inside the three blobs, low at "
        f"their rims. Ringed: {named or 'none'}.",
    )
    axes = figure.add_subplot()
    drawn = axes.scatter(X[:, 0], X[:, 1], c=d, s=8, cmap="viridis", linewidths=0)
    figure.colorbar(drawn, ax=axes, label="degree $d_i$")
    for i in marked:
        _ring(axes, X[i : i + 1])
        axes.annotate(f"{i}: {d[i]:.4f}", X[i], xytext=(14, -4), textcoords="offset points")
    axes.set_aspect("equal")
    axes.margins(x=0.12)
    bare(axes)
    return figure


def vectors_on_map(X: ArrayLike, U: ArrayLike) -> Picture:
    """One panel per column of U (n, k): each point X (n, 2) coloured by its entry.

    Entries above 0.5 in magnitude, which make up more than a quarter of a unit vector, are ringed.
    """
    X, U = np.asarray(X), np.asarray(U)
    largest = np.abs(U).max(axis=0)
    told = ", ".join(f"{value:.3f}" for value in largest)
    figure = Picture(
        figsize=(3.5 * U.shape[1], 3.7),
        alt=f"The points, once per vector, coloured by their entry in it. Largest entries in magnitude: {told}. A vector "
        "whose largest entry is near 1 is pale everywhere but at one ringed point.",
    )
    panels = figure.subplots(1, U.shape[1], sharex=True, sharey=True, squeeze=False)[0]
    for j, axes in enumerate(panels):
        limit = largest[j]
        drawn = axes.scatter(
            X[:, 0], X[:, 1], c=U[:, j], s=8, cmap="PuOr", vmin=-limit, vmax=limit, linewidths=0
        )
        figure.colorbar(drawn, ax=axes, orientation="horizontal", ticks=[-limit, 0, limit], format="%.3f")
        _ring(axes, X[np.abs(U[:, j]) > 0.5])
        axes.set_title(f"vector {j + 1}: largest entry {limit:.3f}", fontsize=10)
        axes.set_facecolor("0.8")
        axes.set_aspect("equal")
    return figure


def rows_as_points(y: ArrayLike, **embeddings: ArrayLike) -> Picture:
    """First two columns of each embedding (n, k), one dot per row, coloured by true label y (n,).

    A row that has more than half of its length in its other entries is ringed.

    Parameters
    ----------
    y : array (n,)
    **embeddings : array (n, k)
        By the title of their panel; underscores become spaces.
    """
    y = np.asarray(y)
    titles = [name.replace("_", " ") for name in embeddings]
    figure = Picture(
        figsize=(4.2 * len(titles), 3.8),
        alt=f"The first two entries of {len(y)} rows as dots, coloured by true blob; panels: {', '.join(titles)}. Rows "
        "whose length is mostly in other entries are ringed.",
    )
    panels = figure.subplots(1, len(titles), squeeze=False)[0]
    for axes, title, embedding in zip(panels, titles, embeddings.values(), strict=True):
        U = np.asarray(embedding)
        for cluster, colour, marker in zip(np.unique(y), PALETTE, MARKERS, strict=False):
            axes.scatter(
                U[y == cluster, 0], U[y == cluster, 1], s=8, color=colour, marker=marker, linewidths=0
            )
        seen = np.linalg.norm(U[:, :2], axis=1) / np.linalg.norm(U, axis=1)
        _ring(axes, U[seen < 0.5, :2])
        axes.axhline(0, color="0.8", linewidth=1, zorder=0)
        axes.axvline(0, color="0.8", linewidth=1, zorder=0)
        axes.set_aspect("equal", "datalim")
        axes.locator_params(nbins=5)
        axes.set_title(title, fontsize=10)
        axes.set_xlabel("entry 1")
        axes.set_ylabel("entry 2")
        bare(axes)
    return figure


def eigengaps(**eigenvalues: ArrayLike) -> Picture:
    """The largest eigenvalues of several matrices, one panel each, with the largest gap shaded.

    Parameters
    ----------
    **eigenvalues : array (k,)
        By the title of their panel, in any order; underscores become spaces.
    """
    values = {name.replace("_", " "): np.sort(np.asarray(given))[::-1] for name, given in eigenvalues.items()}
    after = {name: int(np.argmax(-np.diff(sorted_))) + 1 for name, sorted_ in values.items()}
    told = "; ".join(f"{name}: largest gap after eigenvalue {after[name]}" for name in values)
    figure = Picture(
        figsize=(4.2 * len(values), 3.2), alt=f"Eigenvalues in falling order, largest first. {told}."
    )
    panels = figure.subplots(1, len(values), sharey=True, squeeze=False)[0]
    for axes, (name, sorted_) in zip(panels, values.items(), strict=True):
        k = after[name]
        axes.axhspan(sorted_[k], sorted_[k - 1], color=ORANGE, alpha=0.3, linewidth=0)
        axes.plot(np.arange(1, len(sorted_) + 1), sorted_, "o", color=BLUE)
        axes.set_xticks(np.arange(1, len(sorted_) + 1))
        axes.set_title(f"{name}: largest gap after {k}", fontsize=10)
        axes.set_xlabel("number of the eigenvalue")
        axes.grid(True, axis="y", color="0.9")
        bare(axes)
    panels[0].set_ylabel("eigenvalue")
    return figure


def gamma_sweep(gammas: Sequence[float], **scores: Sequence[float]) -> Picture:
    """Adjusted Rand index against γ (logarithmic axis), one line per embedding.

    Parameters
    ----------
    gammas : sequence of float
    **scores : sequence of float
        Indices by the name of the line, one for each γ; underscores become spaces.
    """
    lines = {name.replace("_", " "): values for name, values in scores.items()}
    told = "; ".join(f"{name}: {', '.join(f'{v:.3f}' for v in values)}" for name, values in lines.items())
    figure = Picture(
        figsize=(7, 3.2),
        alt=f"Adjusted Rand index against gamma, for gamma {', '.join(f'{g:g}' for g in gammas)}. {told}.",
    )
    axes = figure.add_subplot()
    for (name, values), colour, marker, style, size in zip(
        lines.items(), PALETTE, MARKERS, ("-", "--", ":", "-.", "-"), (9, 7, 5, 5, 5), strict=False
    ):
        axes.semilogx(
            gammas, values, style, marker=marker, markersize=size, color=colour, label=name, alpha=0.9
        )
    told_apart = [g for before, g in pairwise([0, *gammas]) if g > 1.05 * before]  # labels need room
    axes.set_xticks(told_apart, [f"{g:g}" for g in told_apart])
    axes.minorticks_off()
    axes.set_ylim(-0.05, 1.05)
    axes.set_xlabel(r"$\gamma$")
    axes.set_ylabel("adjusted Rand index")
    axes.grid(True, color="0.9")
    axes.legend(frameon=False)
    bare(axes)
    return figure


def _sizes(labels: NDArray[np.int64]) -> list[int]:
    return sorted(np.unique(labels, return_counts=True)[1].tolist(), reverse=True)


def _matched(y: NDArray[np.int64], labels: NDArray[np.int64]) -> dict[int, int]:
    """Number of a colour for each label: that of the true label it shares most points with, each used once."""
    shared = contingency_matrix(y, labels)
    true, found = linear_sum_assignment(shared, maximize=True)
    names = np.unique(labels)
    matched = {int(names[j]): int(i) for i, j in zip(true, found, strict=True)}
    spare = (i for i in range(len(names) + len(true)) if i not in matched.values())
    return {int(name): matched[int(name)] if int(name) in matched else next(spare) for name in names}


def _ring(axes: Axes, points: NDArray[np.float64]) -> None:
    axes.scatter(points[:, 0], points[:, 1], s=160, facecolors="none", edgecolors="black", linewidths=1.4)
