"""The graphs of the course, small enough to draw: coordinates are the node attribute ``pos``.

Nodes of a graph are kept in the order of their names, so ``list(graph)`` is the order of rows and columns.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

#: Vehicles per minute that an intersection takes up (arrivals minus departures); negative: it sends them out.
DEMAND = {"a": 0, "b": 2, "c": 0, "d": 0, "e": 5, "f": 0, "g": -4, "h": -3}


def open_envelope() -> nx.Graph:
    """Six nodes a to f, ten edges: a square abcd with its diagonals crossing in f, and a roof e over cd."""
    positions = {"a": (0, 0), "b": (2, 0), "c": (2, 2), "d": (0, 2), "e": (1, 3), "f": (1, 1)}
    return _placed(nx.Graph(["ab", "bc", "cd", "da", "af", "bf", "cf", "df", "ce", "de"]), positions)


def star_and_stranger() -> nx.Graph:
    """Node a joined to each of b, c, d, e, and a node f without any edge."""
    positions = {"a": (0, 0), "b": (1, 1), "c": (1, -1), "d": (-1, -1), "e": (-1, 1), "f": (2.2, 0)}
    return _placed(nx.Graph(["ab", "ac", "ad", "ae"]), positions)


def road_network() -> nx.DiGraph:
    """Eight intersections a to h and 22 one-way segments, numbered from 1 (edge attribute ``number``).

    Strongly connected; seven streets are open both ways, which makes two segments each. Segments are in the
    order of their numbers, by tail, then by head. Node attribute ``demand``: see :data:`DEMAND`.
    """
    positions = {
        **{"a": (-2, 1.1), "b": (0, 2), "c": (2, 1.1), "d": (2, -1.1)},
        **{"e": (0, -2), "f": (-2, -1.1), "g": (-0.8, 0), "h": (0.8, 0)},
    }
    heads = {"a": "bg", "b": "acgh", "c": "dh", "d": "ceh", "e": "fgh", "f": "ag", "g": "afh", "h": "cdg"}
    segments = [(tail, head) for tail in heads for head in heads[tail]]
    graph = _placed(nx.DiGraph(segments), positions)
    nx.set_node_attributes(graph, DEMAND, "demand")
    nx.set_edge_attributes(graph, {edge: n for n, edge in enumerate(segments, start=1)}, "number")
    return graph


def ring(n: int = 8, *chords: tuple[int, int], directed: bool = False) -> nx.Graph:
    """Nodes 0 … n-1 in a circle, joined as 0-1-…-(n-1)-0, and further edges ``chords``.

    Node 0 is on top, the numbers run clockwise. With ``directed``, edges run from the lower number to the next.
    """
    edges = [(i, (i + 1) % n) for i in range(n)] + list(chords)
    angles = [math.pi / 2 - 2 * math.pi * i / n for i in range(n)]
    positions = {i: (2 * math.cos(angle), 2 * math.sin(angle)) for i, angle in enumerate(angles)}
    return _placed((nx.DiGraph if directed else nx.Graph)(edges), positions)


def ring_with_shortcut() -> nx.DiGraph:
    """The one-way ring 0→1→…→7→0 with one more edge, 6→0: the slowest of all to fill (Wielandt's graph)."""
    return ring(8, (6, 0), directed=True)


def adjacency(graph: nx.Graph) -> NDArray[np.int64]:
    """Adjacency matrix A (n, n): A[i, j] = 1 for an edge from node number i to node number j, else 0.

    Rows and columns are in the order of ``list(graph)``. A self-loop counts 1.
    """
    A: NDArray[np.int64] = nx.to_numpy_array(graph, nodelist=list(graph), weight=None, dtype=np.int64)
    return A


def _placed(edges: nx.Graph, positions: Mapping[Any, tuple[float, float]]) -> nx.Graph:
    """The same graph with its nodes in the order of ``positions``, isolated ones included."""
    graph = edges.__class__()
    for node, (x, y) in positions.items():
        graph.add_node(node, pos=(float(x), float(y)))
    graph.add_edges_from(edges.edges)
    return graph
