"""An explorer of receptive fields: choose a node, step through the layers, see whose message has arrived.

It is fed by the learner's own simulation. The nodes are real buttons over a drawing of the edges, so that keyboard and
screen reader find them. Whatever it shows can be had without it: see :func:`four_views`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from itertools import count
from typing import Any

import ipywidgets as widgets
import networkx as nx
import numpy as np
import traitlets
from numpy.typing import NDArray

from seqgraph_helpers.data.graphs import adjacency
from seqgraph_helpers.plots import Picture
from seqgraph_helpers.plots.graphs import Position, draw_on, number, positions_of
from seqgraph_helpers.widgets import trouble

#: (A, H) -> H of the next layer: adjacency matrix (n, n), with 1 for an edge from row to column, and one row of H per node.
Layer = Callable[[Any, Any], Any]
#: (layer, A, K) -> the H of layers 0 to K: shape (K + 1, n, n), starting from the identity.
Simulation = Callable[[Layer, Any, int], Any]

SIZE, EDGE = 420, 46  #: of the drawing, and its margin, in pixels
MOST_LAYERS = 50
_numbers = count()


def fields(
    simulate: Simulation, layer: Layer, graph: nx.Graph, K: int, *, reverse: bool = False, loops: bool = False
) -> NDArray[Any]:
    """What each node holds at each layer: entry [k, j, i] tells what has come from node i to node j by layer k.

    Parameters
    ----------
    reverse : bool
        Turn all arrows round.
    loops : bool
        Give every node an edge to itself.

    Raises
    ------
    ValueError
        If the simulation does not return shape (K + 1, n, n).
    """
    A = adjacency(graph)
    if reverse:
        A = A.T.copy()
    if loops:
        np.fill_diagonal(A, 1)
    states = np.asarray(simulate(layer, A, K))
    if states.shape != (K + 1, len(graph), len(graph)):
        raise ValueError(f"shape {(K + 1, len(graph), len(graph))} was expected, {states.shape} came back")
    return states


def four_views(
    simulate: Simulation,
    layer: Layer,
    graph: nx.Graph,
    node: Any,
    layers: Sequence[int] = (0, 1, 2, 3),
) -> Picture:
    """The field of one node at a few layers as one still figure: nothing in the course needs the widget itself."""
    states = fields(simulate, layer, graph, max(layers))
    found = [dict(zip(graph, states[k, list(graph).index(node)], strict=True)) for k in layers]
    told = "; ".join(
        f"layer {k}: "
        + (", ".join(f"{i} {number(value)}" for i, value in field.items() if value) or "nothing")
        for k, field in zip(layers, found, strict=True)
    )
    figure = Picture(
        figsize=(3.2 * len(layers), 3.4),
        alt=f"Receptive field of node {node} in {len(layers)} drawings. {told}.",
    )
    for axes, k, field in zip(figure.subplots(1, len(layers), squeeze=False)[0], layers, found, strict=True):
        draw_on(axes, graph, values=field, marked=[node])
        axes.set_title(f"layer {k}")
    return figure


class ReceptiveField(widgets.VBox):
    """Choices of graph, node, layer and aggregation above a drawing whose nodes are buttons, and a table below it.

    Parameters
    ----------
    simulate : callable
        The learner's simulation: ``(layer, A, K)`` -> (K + 1, n, n).
    aggregations : mapping of str to callable
        The layers to choose from, such as ``{"sum": sum_layer}``.
    graphs : mapping of str to graph
        The graphs to choose from: about ten nodes each at most, since every one is a button.
    node : optional
        Where to start; default: the first node of the first graph.
    """

    def __init__(
        self,
        simulate: Simulation,
        aggregations: Mapping[str, Layer],
        graphs: Mapping[str, nx.Graph],
        node: Any = None,
    ) -> None:
        self._simulate, self._aggregations, self._graphs = simulate, dict(aggregations), dict(graphs)
        first = next(iter(self._graphs.values()))
        self._busy = False
        self.controls = _controls(list(self._graphs), list(self._aggregations), list(first), node)
        slider = widgets.IntSlider(max=MOST_LAYERS, readout=False)
        traitlets.link((slider, "value"), (self.controls["layer"], "value"))
        self.next, self.restart = (
            widgets.Button(description="next layer"),
            widgets.Button(description="layer 0"),
        )
        self.next.on_click(lambda _: self._step())
        self.restart.on_click(lambda _: self.controls["layer"].set_trait("value", 0))
        self.picture, self.table = widgets.HTML(), widgets.HTML()
        self.nodes = [widgets.Button() for _ in range(max(map(len, self._graphs.values())))]
        for place, button in enumerate(self.nodes):
            button.add_class("seqgraph-node")
            button.on_click(lambda _, place=place: self._choose(place))
        board = widgets.Box(
            [self.picture, *self.nodes],
            layout={"width": f"{SIZE}px", "height": f"{SIZE}px", "overflow": "visible", "flex": "0 0 auto"},
        )
        board.add_class("seqgraph-board")
        self.controls["graph"].observe(self._new_graph, "value")
        for name, control in self.controls.items():
            if name != "graph":
                control.observe(self._changed, "value")
        one, two, three, four, five, six = self.controls.values()
        super().__init__(
            [
                widgets.HBox([one, two]),
                widgets.HBox([three, slider, self.next, self.restart]),
                four,
                widgets.HBox([five, six]),
                board,
                self.table,
            ]
        )
        self.redraw()

    @property
    def graph(self) -> nx.Graph:
        """The chosen graph, as it was given."""
        return self._graphs[self.controls["graph"].value]

    @property
    def field(self) -> dict[Any, float]:
        """What the chosen node holds at the chosen layer: node of origin -> number."""
        before = self._states()
        node = list(self.graph).index(self.controls["node"].value)
        return dict(zip(self.graph, before[-1, node].tolist(), strict=True))

    def redraw(self) -> None:
        """Simulate and show; an error in the learner's code is shown in place of the drawing."""
        try:
            states = self._states()
        except Exception as error:
            self.picture.value, self.table.value = _STYLE + trouble(error), ""
            for button in self.nodes:
                button.layout.display = "none"
            return
        names, chosen = list(self.graph), self.controls["node"].value
        graph = self.graph.reverse() if self.graph.is_directed() and self._on("reverse") else self.graph
        places = _on_board(graph)
        values = states[-1, names.index(chosen)]
        most = max(np.abs(values).max(), 1e-12)
        self.picture.value = _STYLE + _svg(graph, places, chosen, loops=self._on("loops"))
        for place, button in enumerate(self.nodes):
            if place >= len(names):
                button.layout.display = "none"
                continue
            node, value, (x, y) = names[place], float(values[place]), places[names[place]]
            button.description = f"{node}: {number(value)}"
            button.tooltip = f"choose node {node}"
            button.style.button_color = _shade(abs(value) / most)
            button.layout.left, button.layout.top = f"{x - 29:.0f}px", f"{y - 17:.0f}px"
            button.layout.border = "4px solid #d55e00" if node == chosen else "1px solid #333"
            button.layout.display = None
        self.table.value = _table(graph, states, chosen, self.controls, loops=self._on("loops"))

    def _states(self) -> NDArray[Any]:
        layer = self._aggregations[self.controls["aggregation"].value]
        options = {name: self._on(name) for name in ("reverse", "loops")}
        return fields(self._simulate, layer, self.graph, self.controls["layer"].value, **options)

    def _on(self, name: str) -> bool:
        return bool(self.controls[name].value)

    def _choose(self, place: int) -> None:
        self.controls["node"].value = list(self.graph)[place]

    def _step(self) -> None:
        self.controls["layer"].value = min(self.controls["layer"].value + 1, MOST_LAYERS)

    def _new_graph(self, change: Any) -> None:
        self._busy = True  # one redraw for all controls
        try:
            self.controls["node"].options = list(self.graph)
            self.controls["layer"].value = 0
        finally:
            self._busy = False
        self.redraw()

    def _changed(self, change: Any) -> None:
        if not self._busy:
            self.redraw()


_STYLE = """<style>
.seqgraph-board {position: relative}
.seqgraph-board > .widget-html {position: absolute; left: 0; top: 0; margin: 0}
.seqgraph-node {position: absolute; width: 58px; height: 34px; margin: 0; padding: 0; border-radius: 17px; color: #000}
.seqgraph-senders {white-space: nowrap}
.seqgraph-senders caption {text-align: left}
.seqgraph-senders :is(td, th) {padding: 0 8px; text-align: right}
.seqgraph-node:focus {outline: 3px solid #000; outline-offset: 2px}
</style>"""


def _controls(graphs: list[str], aggregations: list[str], names: list[Any], node: Any) -> dict[str, Any]:
    """A control for each choice, by its name."""
    wide = {"description_width": "90px"}
    return {
        "graph": widgets.Dropdown(options=graphs, description="graph", style=wide),
        "node": widgets.Dropdown(
            options=names, value=names[0] if node is None else node, description="node", style=wide
        ),
        "layer": widgets.BoundedIntText(
            0, min=0, max=MOST_LAYERS, description="layer", style=wide, layout={"width": "170px"}
        ),
        "aggregation": widgets.ToggleButtons(
            options=aggregations, description="aggregation", style={**wide, "button_width": "70px"}
        ),
        "reverse": widgets.Checkbox(description="reverse the arrows", indent=False),
        "loops": widgets.Checkbox(description="each node also listens to itself", indent=False),
    }


def _on_board(graph: nx.Graph) -> dict[Any, Position]:
    """Coordinates of the nodes in pixels, y downwards, filling the board."""
    given = positions_of(graph)
    points = np.array([given[node] for node in graph], dtype=float)
    low, high = points.min(axis=0), points.max(axis=0)
    scale = (SIZE - 2 * EDGE) / max(*(high - low), 1e-9)
    centred = (points - (low + high) / 2) * [scale, -scale] + SIZE / 2
    return {node: (float(x), float(y)) for node, (x, y) in zip(graph, centred, strict=True)}


def _svg(graph: nx.Graph, places: Mapping[Any, Position], chosen: Any, *, loops: bool) -> str:
    """The edges; those that bring messages to the chosen node in orange and thick."""
    mark = f"tip{next(_numbers)}"
    directed = graph.is_directed()
    lines = []
    for u, v in graph.edges:
        heard = v == chosen or (not directed and u == chosen)
        colour, width = ("#d55e00", 3.5) if heard else ("#666", 1.4)
        start, end = np.array(places[u]), np.array(places[v])
        along = end - start
        length = np.hypot(*along) or 1
        bent = 0.24 if directed and graph.has_edge(v, u) else 0.0
        middle = (start + end) / 2 + bent / 2 * np.array([-along[1], along[0]])
        stop = end - 34 * (end - middle) / (np.hypot(*(end - middle)) or 1) if directed else end
        tip = f' marker-end="url(#{mark}{"h" if heard else ""})"' if directed and length > 1 else ""
        lines.append(
            f'<path d="M{start[0]:.1f} {start[1]:.1f} Q{middle[0]:.1f} {middle[1]:.1f} {stop[0]:.1f} {stop[1]:.1f}" '
            f'fill="none" stroke="{colour}" stroke-width="{width}"{tip}/>'
        )
    if loops:
        lines += [
            f'<circle cx="{x:.1f}" cy="{y - 22:.1f}" r="12" fill="none" stroke="#666" stroke-width="1.4"/>'
            for x, y in places.values()
        ]
    tips = "".join(
        f'<marker id="{mark}{kind}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="11" markerHeight="11" '
        f'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L10 5L0 10z" fill="{colour}"/></marker>'
        for kind, colour in (("", "#666"), ("h", "#d55e00"))
    )
    joint = " to " if directed else " and "
    edges = ", ".join(f"{u}{joint}{v}" for u, v in graph.edges)
    alt = f"{'Arrows' if directed else 'Edges'}: {edges}. Thick and orange: those that end at {chosen}."
    return (
        f'<svg width="{SIZE}" height="{SIZE}" role="img" aria-label="{escape(alt, quote=True)}">'
        f"<defs>{tips}</defs>{''.join(lines)}</svg>"
    )


def _table(
    graph: nx.Graph, states: NDArray[Any], chosen: Any, controls: Mapping[str, Any], *, loops: bool
) -> str:
    """The same in words and numbers: who sent what at the layer before, and what became of it."""
    names, k = list(graph), len(states) - 1
    senders = set(graph.predecessors(chosen) if graph.is_directed() else graph[chosen])
    senders |= {chosen} if loops else set()
    result = states[-1, names.index(chosen)]
    text = (
        f"<p><b>Node {escape(str(chosen))}, layer {k}, {escape(controls['aggregation'].value)}:</b> "
        f"{np.count_nonzero(result)} of {len(names)} nodes are in its field.</p>"
    )
    rows = [
        (f"{node}, layer {k - 1}", states[-2, names.index(node)]) for node in names if k and node in senders
    ]
    rows.append((f"{chosen}, layer {k}", result))
    heads = "".join(f"<th scope='col'>{escape(str(node))}</th>" for node in names)
    body = "".join(
        f"<tr><th scope='row'>{escape(label)}</th>"
        + "".join(f"<td>{number(value)}</td>" for value in row)
        + "</tr>"
        for label, row in rows
    )
    caption = "What the senders held, and what the chosen node makes of it"
    return f"{text}<table class='seqgraph-senders'><caption>{caption}</caption><tr><th scope='col'>from</th>{heads}</tr>{body}</table>"


def _shade(share: float) -> str:
    """White for 0, light blue for 1: black letters stay readable on both."""
    if share == 0:
        return "#ffffff"
    return f"rgb({235 - 95 * share:.0f}, {244 - 50 * share:.0f}, 252)"
