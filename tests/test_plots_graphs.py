"""The course's graphs are the documented ones; figures draw what was given, and the words say it too."""

import networkx as nx
import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import FancyArrowPatch

from seqgraph_helpers.data.graphs import (
    DEMAND,
    adjacency,
    open_envelope,
    ring,
    ring_with_shortcut,
    road_network,
    star_and_stranger,
)
from seqgraph_helpers.plots import Picture
from seqgraph_helpers.plots.graphs import VERMILION, by_layer, draw_graph, heat_maps, number, positions_of


def png(figure: Picture) -> None:
    assert figure._repr_mimebundle_()["text/html"].startswith('<img src="data:image/png;base64,')


def arrows(figure: Picture) -> list[FancyArrowPatch]:
    return [patch for patch in figure.axes[0].patches if isinstance(patch, FancyArrowPatch)]


# -- data ----------------------------------------------------------------------------------


def test_open_envelope() -> None:
    graph = open_envelope()
    assert list(graph) == list("abcdef")
    assert [degree for _, degree in graph.degree] == [3, 3, 4, 4, 2, 4]
    assert graph.size() == 10
    assert np.trace(np.linalg.matrix_power(adjacency(graph), 3)) == 6 * 5  # five triangles
    eigenvalues = np.linalg.eigvalsh(nx.normalized_laplacian_matrix(graph, list(graph)).toarray())
    np.testing.assert_allclose(sorted(eigenvalues), [0, 2 / 3, 1, 5 / 4, 3 / 2, 19 / 12], atol=1e-12)


def test_star_has_a_stranger() -> None:
    assert list(nx.isolates(star_and_stranger())) == ["f"]


def test_road_network_is_numbered_by_tail_then_head() -> None:
    graph = road_network()
    assert (list(graph), graph.size(), nx.number_of_selfloops(graph)) == (list("abcdefgh"), 22, 0)
    assert list(graph.edges) == sorted(graph.edges)
    assert [number for *_, number in graph.edges(data="number")] == list(range(1, 23))
    assert [degree for _, degree in graph.in_degree] == [3, 1, 3, 2, 1, 2, 5, 5]
    assert [degree for _, degree in graph.out_degree] == [2, 4, 2, 3, 3, 2, 3, 3]
    assert sum(graph.has_edge(v, u) for u, v in graph.edges) == 2 * 7
    assert nx.is_strongly_connected(graph)
    assert not nx.is_isomorphic(graph, graph.reverse())


def test_demand_can_be_met_and_circulations_have_dimension_15() -> None:
    graph = road_network()
    B = nx.incidence_matrix(graph, list(graph), list(graph.edges), oriented=True).toarray()
    assert 22 - np.linalg.matrix_rank(B) == 15
    flow = {("a", "b"): 2, ("d", "e"): 5, ("g", "a"): 2, ("g", "h"): 2, ("h", "d"): 5}
    assert (B @ [flow.get(edge, 0) for edge in graph.edges]).tolist() == list(DEMAND.values())
    assert nx.get_node_attributes(graph, "demand") == DEMAND


def test_no_street_crosses_another() -> None:
    graph = road_network()
    places = positions_of(graph)

    def side(p: str, q: str, r: str) -> float:
        (px, py), (qx, qy), (rx, ry) = places[p], places[q], places[r]
        return (qx - px) * (ry - py) - (qy - py) * (rx - px)

    streets = list({tuple(sorted(edge)) for edge in graph.edges})
    for a, b in streets:
        for c, d in streets:
            if len({a, b, c, d}) == 4:
                assert side(a, b, c) * side(a, b, d) > 0 or side(c, d, a) * side(c, d, b) > 0


def test_rings() -> None:
    assert nx.is_isomorphic(ring(7), nx.cycle_graph(7))
    assert ring(8, (0, 2)).has_edge(2, 0)
    graph = ring_with_shortcut()
    assert (graph.size(), nx.diameter(graph)) == (9, 7)
    (x, y), (right, _) = graph.nodes[0]["pos"], graph.nodes[1]["pos"]
    assert (x, y) == pytest.approx((0, 2))  # on top, and then clockwise
    assert right > 0


def test_adjacency_has_rows_for_tails_and_keeps_the_order_of_nodes() -> None:
    graph = nx.DiGraph([("b", "a"), ("a", "a")])
    graph.add_edge("b", "a", weight=5)
    assert adjacency(graph).tolist() == [[0, 1], [0, 1]]
    assert adjacency(graph).dtype == np.int64


# -- figures -------------------------------------------------------------------------------


def test_every_edge_is_drawn_and_two_way_streets_are_bent() -> None:
    figure = draw_graph(road_network(), title="Streets")
    drawn = arrows(figure)
    bent = [arrow for arrow in drawn if getattr(arrow.get_connectionstyle(), "rad", 0)]
    assert (len(drawn), len(bent)) == (22, 14)
    assert {text.get_text() for text in figure.axes[0].texts} >= set("abcdefgh")
    assert figure.alt.startswith("Streets. Directed graph with nodes a, b")
    assert "h → g." in figure.alt
    png(figure)


def test_values_are_written_and_marked_things_are_orange() -> None:
    figure = draw_graph(open_envelope(), values={"a": 3, "b": 0.25}, marked=["c", ("a", "b")])
    written = {text.get_text() for text in figure.axes[0].texts}
    assert {"a\n3", "b\n0.25", "c\n0"} <= written
    assert "a: 3, b: 0.25, c: 0" in figure.alt
    assert [to_hex(arrow.get_edgecolor()) for arrow in arrows(figure)].count(VERMILION) == 1
    rims = [to_hex(colour) for colour in figure.axes[0].collections[0].get_edgecolors()]
    assert [name for name, rim in zip(open_envelope(), rims, strict=True) if rim == VERMILION] == ["c"]
    png(figure)


def test_a_flow_is_width_and_number_and_the_wrong_way_is_orange() -> None:
    graph = road_network()
    figure = draw_graph(graph, edge_values={("a", "b"): 2, ("d", "e"): -4})
    by_edge = dict(zip(graph.edges, arrows(figure), strict=True))
    assert (
        by_edge["d", "e"].get_linewidth()
        > by_edge["a", "b"].get_linewidth()
        > by_edge["a", "g"].get_linewidth()
    )
    assert to_hex(by_edge["d", "e"].get_edgecolor()) == VERMILION
    assert {"2", "-4"} <= {text.get_text() for text in figure.axes[0].texts}
    assert "a → b 2" in figure.alt
    assert "d → e -4" in figure.alt
    png(figure)


def test_edge_labels_stand_on_the_right_of_who_travels() -> None:
    graph = nx.DiGraph([("a", "b"), ("b", "a")])
    places = {"a": (0, 0), "b": (2, 0)}
    figure = draw_graph(graph, positions=places, edge_labels={("a", "b"): "there", ("b", "a"): "back"})
    heights = {text.get_text(): text.get_position()[1] for text in figure.axes[0].texts}
    assert heights["there"] < 0 < heights["back"]


def test_graphs_without_coordinates_are_laid_out_the_same_each_time() -> None:
    graph = nx.path_graph(4)
    once, again = positions_of(graph), positions_of(graph)
    assert all((once[node] == again[node]).all() for node in graph)
    png(draw_graph(graph))
    png(draw_graph(nx.DiGraph([(0, 0), (0, 1)])))  # a self-loop


def test_heat_maps_print_every_entry_and_frame_what_is_marked() -> None:
    figure = heat_maps(
        {"$A$": [[0, 2], [0.5, 0]], "B": [[1, 1], [1, -1]], "C": [[0, 0], [0, 0]]},
        labels="pq",
        columns=2,
        marked=[("row", 1)],
        alt="The finding.",
    )
    assert [text.get_text() for text in figure.axes[0].texts] == ["0", "2", "0.5", "0"]
    assert [tick.get_text() for tick in figure.axes[0].get_xticklabels()] == ["p", "q"]
    assert [axes.axison for axes in figure.axes] == [True, True, True, False]
    assert figure.axes[0].yaxis_inverted()
    assert figure.axes[0].patches[0].get_y() == 1
    assert figure.alt.startswith("Maps of A: 2 by 2, 2 entries are not 0; B: 2 by 2, 4")
    assert figure.alt.endswith("The finding.")
    png(figure)


def test_heat_maps_of_large_matrices_print_no_entries() -> None:
    figure = heat_maps({"A": np.eye(20)}, entries=False)
    assert not figure.axes[0].texts
    png(figure)


def test_curves_start_where_told() -> None:
    figure = by_layer({"one": [3, 4, 5.5]}, ylabel="pairs", start=2)
    (line,) = figure.axes[0].lines
    assert (list(line.get_xdata()), list(line.get_ydata())) == ([2, 3, 4], [3, 4, 5.5])
    assert "one: from 3 at layer 2 to 5.5 at layer 4" in figure.alt
    png(figure)


@pytest.mark.parametrize(("value", "text"), [(3, "3"), (-2.0, "-2"), (1 / 3, "0.333"), (2**53, "9.01e+15")])
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text
