"""Figures of clusters: what is drawn is what was given, and the words say it too."""

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

from seqgraph_helpers.plots import Picture
from seqgraph_helpers.plots.clusters import (
    PALETTE,
    degree_map,
    eigengaps,
    gamma_sweep,
    partitions,
    rows_as_points,
    vectors_on_map,
    weight_histogram,
)

X = np.array([[0.0, 0.0], [0.0, 1.0], [5.0, 0.0], [5.0, 1.0], [9.0, 9.0]])
Y = np.array([0, 0, 1, 1, 2])


def png(figure: Picture) -> None:
    assert figure._repr_mimebundle_()["text/html"].startswith('<img src="data:image/png;base64,')


def points_by_colour(axes: Axes) -> dict[str, list[list[float]]]:
    """Filled dots of a panel, by colour."""
    dots = [one for one in axes.collections if len(one.get_facecolor())]
    return {
        to_hex(np.asarray(one.get_facecolor())[0]): np.asarray(one.get_offsets()).tolist() for one in dots
    }


def rings(axes: Axes) -> list[list[float]]:
    return [
        point
        for one in axes.collections
        if not len(one.get_facecolor())
        for point in np.asarray(one.get_offsets()).tolist()
    ]


def test_partitions_give_a_group_the_colour_of_the_true_one_whatever_it_is_called() -> None:
    figure = partitions(X, Y, another_order=np.array([7, 7, 2, 2, 4]))
    true, found = figure.axes
    assert points_by_colour(true) == points_by_colour(found)
    assert points_by_colour(true)[PALETTE[1]] == X[2:4].tolist()
    assert rings(found) == [[9.0, 9.0]]
    assert "another order: sizes 2, 2, 1, ARI 1.000" in figure.alt
    png(figure)


@pytest.mark.parametrize("labels", [[0, 0, 0, 0, 0], [0, 1, 2, 3, 4]])
def test_partitions_of_another_number_of_groups(labels: list[int]) -> None:
    figure = partitions(X, Y, found=labels)
    assert len(points_by_colour(figure.axes[1])) == len(set(labels))
    png(figure)


def test_weight_histogram_counts_each_pair_once() -> None:
    A = np.array([[1.0, 0.5, 0.0], [0.5, 1.0, 1e-30], [0.0, 1e-30, 1.0]])
    figure = weight_histogram(A)
    heights = [patch.get_height() for patch in figure.axes[0].patches if isinstance(patch, Rectangle)]
    assert heights[0] == pytest.approx(200 / 3)
    assert sum(heights) == pytest.approx(100)
    assert (
        "67% of the pairs are in the leftmost bar, below 1e-20; 33.3% have a weight above 0.1" in figure.alt
    )
    png(figure)


def test_degree_map_rings_and_names_the_marked() -> None:
    figure = degree_map(X, np.array([3.0, 3.0, 2.0, 2.0, 1.25]), marked=[4])
    assert rings(figure.axes[0]) == [[9.0, 9.0]]
    assert [text.get_text() for text in figure.axes[0].texts] == ["4: 1.2500"]
    assert "4 (degree 1.2500)" in figure.alt
    assert "Ringed: none" in degree_map(X, np.ones(5)).alt
    png(figure)


def test_vectors_on_map_ring_the_entry_that_is_nearly_a_whole_vector() -> None:
    U = np.array([[0.45, 0.0], [0.45, 0.0], [0.45, 0.0], [0.45, 0.0], [0.45, -1.0]])
    figure = vectors_on_map(X, U)
    assert rings(figure.axes[0]) == []
    assert rings(figure.axes[1]) == [[9.0, 9.0]]
    assert "0.450, 1.000" in figure.alt
    png(figure)


def test_rows_as_points_ring_rows_that_lie_elsewhere() -> None:
    U = np.array([[3.0, 4.0, 0.0], [1.0, 0.0, 0.1], [0.0, 1.0, 0.0], [0.0, 2.0, 1.0], [0.01, 0.0, 1.0]])
    figure = rows_as_points(Y, rows_of_U=U)
    assert rings(figure.axes[0]) == [[0.01, 0.0]]
    assert points_by_colour(figure.axes[0])[PALETTE[0]] == [[3.0, 4.0], [1.0, 0.0]]
    assert "panels: rows of U" in figure.alt
    png(figure)


def test_eigengaps_shade_the_largest_gap() -> None:
    figure = eigengaps(one=[0.2, 1.0, 0.9], two=[1.0, 0.3, 0.2])
    assert "one: largest gap after eigenvalue 2; two: largest gap after eigenvalue 1" in figure.alt
    assert np.asarray(figure.axes[0].lines[0].get_ydata()).tolist() == [1.0, 0.9, 0.2]
    (shade,) = figure.axes[1].patches
    assert shade.get_extents().transformed(figure.axes[1].transData.inverted()).intervaly == pytest.approx(
        (0.3, 1.0)
    )
    png(figure)


def test_gamma_sweep_draws_every_line_and_leaves_out_crowded_ticks() -> None:
    figure = gamma_sweep([2, 6.5, 6.6], U_of_M=[0.9, 0.99, 0.55], unit_rows=[0.9, 0.99, 0.98])
    axes = figure.axes[0]
    drawn = {line.get_label(): np.asarray(line.get_ydata()).tolist() for line in axes.lines}
    assert drawn == {"U of M": [0.9, 0.99, 0.55], "unit rows": [0.9, 0.99, 0.98]}
    assert [tick.get_text() for tick in axes.get_xticklabels()] == ["2", "6.5"]
    assert "U of M: 0.900, 0.990, 0.550" in figure.alt
    png(figure)
