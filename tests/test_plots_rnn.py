"""Figures of recurrent layers: what is drawn is what was given, and the words say it too."""

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import FancyArrowPatch, Rectangle

from seqgraph_helpers.plots import Picture
from seqgraph_helpers.plots.rnn import (
    COLOURS,
    error_against_width,
    fading_nudge,
    stream,
    unrolled_graph,
    who_feels,
)


def png(figure: Picture) -> str:
    html = figure._repr_mimebundle_()["text/html"]
    assert html.startswith('<img src="data:image/png;base64,')
    return html


def test_stream_draws_readings_and_their_average() -> None:
    figure = stream([1.0, -3.0, 2.0], [1.0, -1.0, 0.0])
    drawn = [list(line.get_ydata()) for line in figure.axes[0].lines]
    assert [1.0, -3.0, 2.0] in drawn
    assert [1.0, -1.0, 0.0] in drawn
    assert "3 readings" in figure.alt
    assert "between -3.0 and 2.0" in figure.alt
    png(figure)


@pytest.mark.parametrize("steps", [1, 4])
def test_arrows_of_one_colour_are_one_matrix(steps: int) -> None:
    figure = unrolled_graph(steps)
    arrows = [patch for patch in figure.axes[0].patches if isinstance(patch, FancyArrowPatch)]
    colours = [to_hex(arrow.get_edgecolor()) for arrow in arrows]
    assert {colour: colours.count(colour) for colour in COLOURS.values()} == dict.fromkeys(
        COLOURS.values(), steps
    )
    words = {text.get_text() for text in figure.axes[0].texts}
    assert {"$h_0$", f"$h_{steps}$", f"$x_{steps}$", rf"$\hat y_{steps}$"} <= words
    assert f"$h_{steps + 1}$" not in words
    png(figure)


def test_who_feels_marks_the_nudge_and_names_what_moved() -> None:
    moved = np.zeros((3, 5))
    moved[1, 2:] = [0.5, 0.25, 0.125]
    figure = who_feels(moved, nudged=(2, 3))
    axes = figure.axes[0]
    assert [text.get_text() for text in axes.texts].count("0") == 12
    frame = next(patch for patch in axes.patches if isinstance(patch, Rectangle))
    assert frame.get_xy() == (2, 1)
    assert figure.alt.endswith("(2, 3), (2, 4), (2, 5).")
    assert axes.yaxis_inverted()
    png(figure)


def test_who_feels_nobody() -> None:
    figure = who_feels(np.zeros((2, 3)), nudged=(1, 1))
    assert figure.alt.endswith("none.")
    png(figure)


def test_fading_nudge_is_logarithmic_and_says_both_ends() -> None:
    figure = fading_nudge({"$W$ fades": [1.0, 0.1, 0.01], "grows": [1.0, 2.0, 4.0]})
    axes = figure.axes[0]
    assert axes.get_yscale() == "log"
    assert [list(line.get_ydata()) for line in axes.lines] == [[1.0, 0.1, 0.01], [1.0, 2.0, 4.0]]
    assert "W fades: from 1 to 0.01; grows: from 1 to 4" in figure.alt
    png(figure)


def test_error_against_width_draws_every_curve_and_star() -> None:
    figure = error_against_width(
        {"with": {8: 0.1, 32: 0.01}, "without": {8: 0.2, 32: 0.2}}, 0.3, trained={16: 0.001}
    )
    axes = figure.axes[0]
    assert (axes.get_xscale(), axes.get_yscale()) == ("log", "log")
    drawn = {line.get_label(): list(line.get_ydata()) for line in axes.lines}
    assert drawn == {
        "with": [0.1, 0.01],
        "without": [0.2, 0.2],
        "trained layer": [0.001],
        "always answering 0": [0.3, 0.3],
    }
    assert [tick.get_text() for tick in axes.get_xticklabels()] == ["8", "32"]
    assert "trained: 1.0e-03 at H = 16" in figure.alt
    assert "Always answering 0: 0.30" in figure.alt
    png(figure)


def test_error_against_width_needs_no_trained_layer() -> None:
    assert "trained" not in error_against_width({"random": {8: 0.1}}, 0.3).alt
