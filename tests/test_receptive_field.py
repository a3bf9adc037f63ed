"""The explorer shows what the learner's simulation returns, and survives one that does not run."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import networkx as nx
import numpy as np
import pytest
from ipywidgets.widgets.widget import _instances

from seqgraph_helpers.data.graphs import adjacency, open_envelope, ring_with_shortcut, road_network
from seqgraph_helpers.widgets.receptive_field import ReceptiveField, fields, four_views

GRAPHS = {"envelope": open_envelope(), "town": road_network(), "slow": ring_with_shortcut()}


def add(A: Any, H: Any) -> Any:
    return A.T @ H


def largest(A: Any, H: Any) -> Any:
    return (A.T @ H > 0).astype(int)


def simulate(layer: Any, A: Any, K: int) -> Any:
    states = [np.eye(len(A), dtype=int)]
    for _ in range(K):
        states.append(layer(A, states[-1]))
    return np.stack(states)


def explorer(node: Any = None) -> ReceptiveField:
    return ReceptiveField(simulate, {"sum": add, "max": largest}, GRAPHS, node=node)


def shown(widget: ReceptiveField) -> list[str]:
    return [button.description for button in widget.nodes if button.layout.display != "none"]


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_layers_spread_from_the_chosen_node() -> None:
    widget = explorer(node="e")
    assert shown(widget) == ["a: 0", "b: 0", "c: 0", "d: 0", "e: 1", "f: 0"]
    widget.next.click()
    assert shown(widget) == ["a: 0", "b: 0", "c: 1", "d: 1", "e: 0", "f: 0"]
    widget.next.click()
    assert shown(widget) == ["a: 1", "b: 1", "c: 1", "d: 1", "e: 2", "f: 2"]
    widget.controls["layer"].value = 3
    assert widget.field == {"a": 4, "b": 4, "c": 6, "d": 6, "e": 2, "f": 4}
    widget.controls["aggregation"].value = "max"
    assert set(widget.field.values()) == {1}
    widget.restart.click()
    assert widget.controls["layer"].value == 0


def test_a_click_on_a_node_chooses_it() -> None:
    widget = explorer()
    widget.nodes[2].click()
    assert widget.controls["node"].value == "c"
    assert "4px" in widget.nodes[2].layout.border_top
    assert "4px" not in widget.nodes[0].layout.border_top


def test_fields_follow_the_arrows_and_can_be_reversed() -> None:
    widget = explorer()
    widget.controls["graph"].value = "town"
    assert widget.controls["layer"].value == 0
    widget.nodes[2].click()
    widget.controls["layer"].value = 2
    power = np.linalg.matrix_power(adjacency(road_network()), 2)
    assert list(widget.field.values()) == power[:, 2].tolist() == [1, 1, 2, 1, 1, 0, 1, 1]
    widget.controls["reverse"].value = True
    assert list(widget.field.values()) == power[2].tolist() == [0, 0, 2, 1, 1, 0, 1, 1]


def test_the_slow_ring_and_the_one_that_listens_to_itself() -> None:
    widget = explorer()
    widget.controls["graph"].value = "slow"
    sizes = {}
    for layer in (7, 42, 43):
        widget.controls["layer"].value = layer
        sizes[layer] = sum(value > 0 for value in widget.field.values())
    assert sizes == {7: 2, 42: 7, 43: 8}
    widget.controls["layer"].value = 7
    widget.controls["loops"].value = True
    assert all(widget.field.values())


def test_buttons_that_a_smaller_graph_does_not_need_are_hidden() -> None:
    widget = explorer()
    assert len(shown(widget)) == 6
    widget.controls["graph"].value = "slow"
    assert len(shown(widget)) == 8
    widget.controls["graph"].value = "envelope"
    assert shown(widget)[0] == "a: 1"
    assert len(shown(widget)) == 6


def test_table_has_the_senders_and_their_sum() -> None:
    widget = explorer(node="e")
    widget.controls["layer"].value = 2
    assert "6 of 6 nodes are in its field" in widget.table.value
    rows = widget.table.value.split("<tr>")[2:]
    assert [row.split("</th>")[0].rpartition(">")[2] for row in rows] == [
        "c, layer 1",
        "d, layer 1",
        "e, layer 2",
    ]
    numbers = [[int(cell.split("<")[0]) for cell in row.split("<td>")[1:]] for row in rows]
    assert np.add(numbers[0], numbers[1]).tolist() == numbers[2] == [1, 1, 1, 1, 2, 2]


def test_drawing_has_a_line_per_edge_and_words() -> None:
    widget = explorer()
    widget.controls["graph"].value = "town"
    tags = Tags(widget.picture.value).found
    assert sum(tag == "path" and "stroke" in attributes for tag, attributes in tags) == 22
    heard = [
        attributes for tag, attributes in tags if tag == "path" and attributes.get("stroke") == "#d55e00"
    ]
    assert len(heard) == 3  # a hears b, f and g
    (picture,) = [attributes for tag, attributes in tags if tag == "svg"]
    assert "b to a" in str(picture["aria-label"])


def test_each_button_is_in_the_board() -> None:
    widget = explorer()
    for graph in GRAPHS:
        widget.controls["graph"].value = graph
        for button in widget.nodes[: len(GRAPHS[graph])]:
            assert 0 <= int(button.layout.left[:-2]) <= 420 - 58
            assert 0 <= int(button.layout.top[:-2]) <= 420 - 34


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (lambda layer, A, K: 1 / 0, "ZeroDivisionError"),
        (lambda layer, A, K: np.eye(len(A)), "shape (1, 6, 6) was expected"),
    ],
)
def test_an_error_is_shown_and_can_be_left_again(broken: Any, told: str) -> None:
    widget = ReceptiveField(broken, {"sum": add}, GRAPHS)
    assert told in widget.picture.value
    assert shown(widget) == []
    widget._simulate = simulate
    widget.redraw()
    assert len(shown(widget)) == 6


def test_an_unwritten_function_is_named_so() -> None:
    def unwritten(layer: Any, A: Any, K: int) -> Any:
        raise NotImplementedError

    assert "not written yet" in ReceptiveField(unwritten, {"sum": add}, GRAPHS).picture.value


def test_no_widgets_are_made_while_stepping() -> None:
    widget = explorer()
    before = len(_instances)
    for _ in range(5):
        widget.next.click()
    assert len(_instances) == before


def test_still_figure_shows_the_same_numbers() -> None:
    figure = four_views(simulate, add, open_envelope(), "e", layers=(0, 2))
    assert [axes.get_title() for axes in figure.axes] == ["layer 0", "layer 2"]
    written = {text.get_text() for text in figure.axes[1].texts}
    assert {"e\n2", "f\n2", "a\n1"} <= written
    assert figure.alt.endswith("layer 0: e 1; layer 2: a 1, b 1, c 1, d 1, e 2, f 2.")


def test_fields_refuse_another_shape() -> None:
    with pytest.raises(ValueError, match="came back"):
        fields(lambda layer, A, K: np.eye(3), add, nx.path_graph(3), 2)
