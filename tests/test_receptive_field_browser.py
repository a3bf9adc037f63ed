"""The explorer of receptive fields in JupyterLab, by keyboard and by mouse."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.bank import ROOT
from tests.lab import jupyter_lab, run_all

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="needs Debian's chromium"),
]

NOTEBOOK = "2_graph_dynamics.ipynb"


def test_a_field_is_watched_without_a_mouse(tmp_path: Path) -> None:
    from playwright.sync_api import expect, sync_playwright

    from tests.browser import launch

    shutil.copy(ROOT / "source/graphs" / NOTEBOOK, tmp_path)
    with jupyter_lab(tmp_path) as address, sync_playwright() as playwright, launch(playwright) as browser:
        tab = browser.new_page(viewport={"width": 1200, "height": 1400})
        run_all(tab, address, NOTEBOOK)
        layer = tab.get_by_label("layer", exact=True)
        layer.wait_for(timeout=120_000)
        tab.wait_for_function(
            "window.jupyterapp.shell.currentWidget.context.sessionContext.session.kernel.status == 'idle'",
            timeout=120_000,
        )
        layer.scroll_into_view_if_needed()
        board = tab.locator(".seqgraph-board")
        node = tab.get_by_label("node", exact=True)

        def reads(*descriptions: str) -> None:
            expect(board.get_by_role("button")).to_have_text(list(descriptions), timeout=20_000)

        # The layer, by the arrow keys of its box.
        reads("a: 0", "b: 0", "c: 0", "d: 0", "e: 1", "f: 0")
        layer.focus()
        layer.press("ArrowUp")
        layer.press("Enter")
        reads("a: 0", "b: 0", "c: 1", "d: 1", "e: 0", "f: 0")
        expect(tab.get_by_text("2 of 6 nodes are in its field")).to_be_visible()

        # The node, by its button; Tab walks from one button to the next, and focus survives the redrawing.
        before = board.locator("svg").inner_html()
        board.get_by_role("button", name="a: 0").focus()
        tab.keyboard.press("Tab")
        tab.keyboard.press("Enter")
        expect(node).to_have_value("b")
        reads("a: 1", "b: 0", "c: 1", "d: 0", "e: 0", "f: 1")
        assert board.locator("svg").inner_html() != before
        assert tab.evaluate("document.activeElement.textContent") == "b: 0"

        # The node again, from the list, and one more layer by its button.
        node.select_option("e")
        tab.get_by_role("button", name="next layer").press("Space")
        reads("a: 1", "b: 1", "c: 1", "d: 1", "e: 2", "f: 2")

        # The drawing is where the buttons are: each edge begins in the middle of a node.
        box = board.bounding_box()
        centre = board.get_by_role("button", name="d: 1").bounding_box()
        assert box is not None
        assert centre is not None
        x, y = centre["x"] + centre["width"] / 2 - box["x"], centre["y"] + centre["height"] / 2 - box["y"]
        starts = [
            tuple(map(float, path.split("Q")[0][1:].split()))
            for path in board.locator("svg > path").evaluate_all(
                "paths => paths.map(p => p.getAttribute('d'))"
            )
        ]
        assert min(abs(x - left) + abs(y - top) for left, top in starts) < 6

        # By mouse: another graph, another aggregation, a click on a node.
        tab.get_by_label("graph", exact=True).select_option("town")
        tab.get_by_role("button", name="max", exact=True).click()
        board.get_by_role("button", name="c: 0").click()
        tab.get_by_role("button", name="next layer").click()
        reads("a: 0", "b: 1", "c: 0", "d: 1", "e: 0", "f: 0", "g: 0", "h: 1")
        tab.get_by_label("reverse the arrows").check()
        reads("a: 0", "b: 0", "c: 0", "d: 1", "e: 0", "f: 0", "g: 0", "h: 1")
        board.screenshot(path=tmp_path / "board.png")
