"""Figures of graphs: drawings with values on nodes and edges, matrices as maps of numbers, curves by layer."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import Any

import networkx as nx
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from seqgraph_helpers.plots import BLUE, GREEN, VERMILION, Picture, bare

Position = tuple[float, float]


def positions_of(graph: nx.Graph) -> dict[Hashable, Position]:
    """Where each node is drawn: its attribute ``pos``; if a node lacks it, a spring layout with seed 0."""
    given = nx.get_node_attributes(graph, "pos")
    return given if len(given) == len(graph) else nx.spring_layout(graph, seed=0)


def draw_graph(
    graph: nx.Graph,
    *,
    positions: Mapping[Any, Position] | None = None,
    values: Mapping[Any, float] | None = None,
    edge_values: Mapping[Any, float] | None = None,
    edge_labels: Mapping[Any, object] | None = None,
    marked: Collection[Any] = (),
    title: str = "",
    alt: str = "",
    size: Position = (5, 4),
) -> Picture:
    """A graph with the names of its nodes; arrows where it is directed, bent where a street has both ways.

    Parameters
    ----------
    positions : dict of node to (x, y), optional
        Default: :func:`positions_of`.
    values : dict of node to number, optional
        Written under the name; the larger, the darker. Zero stays white.
    edge_values : dict of edge to number, optional
        Widths of the edges, for instance a flow, written beside them too. Edges without a value, or of value 0, are grey
        and thin; a negative value is orange and dashed.
    edge_labels : dict of edge to text, optional
        Written beside the edges in place of ``edge_values``.
    marked : collection of nodes or edges
        Drawn in orange with a thick rim or line. An edge is a pair of nodes.
    alt : str
        What the drawing shows; default: the title, the nodes with their values, and the edges.
    size : (width, height) in inches
    """
    figure = Picture(figsize=size, alt=alt or _told(graph, values, edge_values, title))
    axes = figure.add_subplot()
    draw_on(
        axes,
        graph,
        positions=positions,
        values=values,
        edge_values=edge_values,
        edge_labels=edge_labels,
        marked=marked,
    )
    axes.set_title(title)
    return figure


def draw_on(
    axes: Axes,
    graph: nx.Graph,
    *,
    positions: Mapping[Any, Position] | None = None,
    values: Mapping[Any, float] | None = None,
    edge_values: Mapping[Any, float] | None = None,
    edge_labels: Mapping[Any, object] | None = None,
    marked: Collection[Any] = (),
) -> None:
    """:func:`draw_graph` on given axes, beside other things."""
    places = dict(positions or positions_of(graph))
    strength = np.array([float(values.get(node, 0)) if values else 0.0 for node in graph])
    shade = np.abs(strength) / (np.abs(strength).max() or 1)
    nodes = nx.draw_networkx_nodes(
        graph,
        places,
        ax=axes,
        node_size=900 if values else 600,
        node_color=[(1 - 0.45 * s, 1 - 0.25 * s, 1 - 0.08 * s) for s in shade],
        edgecolors=[VERMILION if node in marked else "0.2" for node in graph],
        linewidths=[3 if node in marked else 1 for node in graph],
    )
    nodes.set_zorder(2)
    names = {node: f"{node}\n{number(values.get(node, 0))}" if values else str(node) for node in graph}
    nx.draw_networkx_labels(graph, places, names, ax=axes, font_size=11)
    _draw_edges(axes, graph, places, dict(edge_values or {}), marked, 900 if values else 600)
    labels = edge_labels or {edge: number(value) for edge, value in (edge_values or {}).items() if value}
    for (u, v), text in labels.items():
        axes.text(*_beside(places, graph, u, v), str(text), ha="center", va="center", fontsize=10, zorder=4)
    axes.margins(0.12)
    axes.set_aspect("equal")
    axes.axis("off")


def heat_maps(
    matrices: Mapping[str, ArrayLike],
    *,
    labels: Sequence[object] = (),
    columns: int = 4,
    entries: bool = True,
    marked: Collection[tuple[str, int]] = (),
    axis_names: tuple[str, str] = ("from", "to"),
    alt: str = "",
) -> Picture:
    """Matrices as maps, the darker the larger, with every entry printed: one panel per title.

    Parameters
    ----------
    matrices : dict of title to array (n, m)
        Shades are relative to the entry of largest magnitude, in each by itself.
    labels : sequence
        Names of rows and columns; default: their numbers from 0.
    entries : bool
        Print each entry; else only the shade.
    marked : collection of ("row" or "column", number)
        Framed in orange, in every panel.
    axis_names : (rows, columns)
    alt : str
        The finding; the sizes and the number of nonzero entries are told before it.
    """
    arrays = {title: np.asarray(matrix, dtype=float) for title, matrix in matrices.items()}
    told = "; ".join(
        f"{title}: {array.shape[0]} by {array.shape[1]}, {np.count_nonzero(array)} entries are not 0"
        for title, array in arrays.items()
    )
    columns = min(columns, len(arrays))
    rows = -(-len(arrays) // columns)
    widest = max(array.shape[1] for array in arrays.values())
    cell = 0.42 if entries else 0.22
    figure = Picture(
        figsize=(columns * (cell * widest + 0.6), rows * (cell * widest + 1.1)),
        alt=f"Maps of {told}. {alt}".strip().replace("$", ""),
    )
    panels = figure.subplots(rows, columns, squeeze=False).flat
    for (title, array), axes in zip(arrays.items(), panels, strict=False):
        axes.pcolormesh(
            np.abs(array), cmap="Blues", vmin=0, vmax=1.8 * (np.abs(array).max() or 1), edgecolor="0.8"
        )
        if entries:
            for (i, j), value in np.ndenumerate(array):
                axes.text(j + 0.5, i + 0.5, number(value), ha="center", va="center", fontsize=9)
        for kind, which in marked:
            (axes.axhspan if kind == "row" else axes.axvspan)(
                which, which + 1, fill=False, edgecolor=VERMILION, linewidth=2.5
            )
        for axis, count in ((axes.yaxis, array.shape[0]), (axes.xaxis, array.shape[1])):
            axis.set_ticks(np.arange(count) + 0.5, [str(label) for label in (labels or range(count))])
        axes.set_ylabel(axis_names[0])
        axes.set_xlabel(axis_names[1])
        axes.set_title(title, fontsize=11)
        axes.set_aspect("equal")
        axes.invert_yaxis()
        axes.tick_params(length=0)
    for axes in list(panels):
        axes.axis("off")
    return figure


def by_layer(curves: Mapping[str, Sequence[float]], *, ylabel: str, start: int = 0, alt: str = "") -> Picture:
    """One curve per label (at most three) against the layer; ``start`` is the layer of the first value."""
    figure = Picture(
        figsize=(7, 3),
        alt=f"{ylabel} by layer. "
        + "; ".join(
            f"{label}: from {number(curve[0])} at layer {start} to {number(curve[-1])} at layer "
            f"{start + len(curve) - 1}"
            for label, curve in curves.items()
        )
        + f". {alt}",
    )
    axes = figure.add_subplot()
    styles = zip(("o-", "s:", "^--"), (BLUE, VERMILION, GREEN), strict=True)
    for (label, curve), (style, colour) in zip(curves.items(), styles, strict=False):
        layers = np.arange(start, start + len(curve))
        axes.plot(layers, curve, style, color=colour, label=label, markersize=4)
    axes.set_xlabel("layer $k$")
    axes.set_ylabel(ylabel)
    axes.grid(True, color="0.9")
    axes.legend(frameon=False)
    bare(axes)
    return figure


def number(value: float) -> str:
    """A number as short as it can be read: whole numbers in full, others with three digits."""
    value = float(value)
    return f"{value:.0f}" if value == round(value) and abs(value) < 1e6 else f"{value:.3g}"


def _draw_edges(
    axes: Axes,
    graph: nx.Graph,
    places: Mapping[Any, Position],
    flow: Mapping[Any, float],
    marked: Collection[Any],
    node_size: int,
) -> None:
    most = max((abs(value) for value in flow.values()), default=0) or 1
    for u, v in graph.edges:
        value = flow.get((u, v), 0)
        wide = 1 + 5 * abs(value) / most
        colour = VERMILION if (u, v) in marked or value < 0 else BLUE if value else "0.45"
        nx.draw_networkx_edges(
            graph,
            places,
            edgelist=[(u, v)],
            ax=axes,
            arrows=True,
            arrowstyle="-|>" if graph.is_directed() else "-",
            arrowsize=13 + 1.5 * wide,
            node_size=node_size,
            width=3 if (u, v) in marked else wide if flow else 1.4,
            edge_color=colour,
            style="--" if value < 0 else "-",
            connectionstyle="arc3,rad=0.12" if _both_ways(graph, u, v) else "arc3",
        )


def _both_ways(graph: nx.Graph, u: Any, v: Any) -> bool:
    return u != v and graph.is_directed() and graph.has_edge(v, u)


def _beside(places: Mapping[Any, Position], graph: nx.Graph, u: Any, v: Any) -> Position:
    """A place for the label of an edge: right of its middle, as seen by who travels along it."""
    start, end = np.array(places[u]), np.array(places[v])
    along = end - start
    right = np.array([along[1], -along[0]])
    middle = (start + end) / 2 + (0.06 if _both_ways(graph, u, v) else 0) * right
    place = middle + 0.16 * right / (np.hypot(*right) or 1)
    return float(place[0]), float(place[1])


def _told(
    graph: nx.Graph,
    values: Mapping[Any, float] | None,
    edge_values: Mapping[Any, float] | None,
    title: str,
) -> str:
    """The drawing in words."""
    nodes = ", ".join(f"{node}: {number(values.get(node, 0))}" if values else str(node) for node in graph)
    joint = " → " if graph.is_directed() else "–"
    edges = ", ".join(
        f"{u}{joint}{v}"
        + (f" {number(edge_values[u, v])}" if edge_values and edge_values.get((u, v)) else "")
        for u, v in graph.edges
    )
    kind = "Directed graph" if graph.is_directed() else "Graph"
    return f"{title + '. ' if title else ''}{kind} with nodes {nodes}; edges {edges or 'none'}."
