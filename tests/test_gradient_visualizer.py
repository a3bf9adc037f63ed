"""The gradient visualizer without a browser."""

from __future__ import annotations

import pytest
from torch import Tensor

from seqgraph_helpers.widgets.gradient_visualizer import PRESETS, four_views


def all_ones(layer: object, head: object, x: Tensor, target: Tensor, last_target_only: bool) -> list[float]:
    return [1.0] * x.shape[1]


@pytest.mark.parametrize("name", ["h_t", "C_t"])
def test_the_still_figure_names_the_state_that_it_shows(name: str) -> None:
    figure = four_views(all_ones, name=name)
    assert [axes.get_title() for axes in figure.axes] == list(PRESETS)[:4]
    labels = [text.get_text() for text in figure.axes[0].get_legend().get_texts()]
    assert labels == [f"${name}$", rf"$\partial L/\partial {name}$"]
