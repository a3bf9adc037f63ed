"""The gradient visualizer as a student uses it: in JupyterLab, in a browser, by keyboard."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.bank import ROOT
from tests.lab import excerpt, jupyter_lab, run_all

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="needs Debian's chromium"),
]


def test_a_slider_moved_by_keyboard_changes_the_picture(tmp_path: Path) -> None:
    from playwright.sync_api import expect, sync_playwright

    from tests.browser import launch

    source = ROOT / "source/sequences/3_gradient_visualizer.ipynb"
    excerpt(source, ["setup", "hidden_state_gradients", "explorer"], tmp_path / "explore.ipynb")
    with jupyter_lab(tmp_path) as address, sync_playwright() as playwright, launch(playwright) as browser:
        tab = browser.new_page(viewport={"width": 1200, "height": 1000})
        run_all(tab, address, "explore.ipynb")
        picture = tab.locator("figure img[alt^='Two panels']")
        expect(picture).to_be_visible(timeout=60_000)
        before, described = picture.get_attribute("src"), picture.get_attribute("alt")
        assert before and described
        assert "spectral radius" in tab.locator("figcaption").inner_text()

        slider = tab.locator(".noUi-handle").first
        slider.focus()
        for _ in range(20):
            slider.press("ArrowRight")
        expect(picture).not_to_have_attribute("src", before, timeout=30_000)
        expect(picture).not_to_have_attribute("alt", described)
        # The kernel answers through the box. Only when the last step has arrived is nothing left on its way.
        box = tab.get_by_label("weight scale")
        expect(box).to_have_value("3.55", timeout=60_000)

        # Back to where it was: the scale starts from the original weights each time.
        tab.get_by_role("button", name="reset").click()
        expect(box).to_have_value("1")
        expect(picture).to_have_attribute("alt", described, timeout=30_000)

        tab.get_by_role("button", name="dead ReLU").press("Enter")
        expect(tab.locator("figcaption")).to_contain_text("Silent", timeout=30_000)
        assert "exactly 0" in (picture.get_attribute("alt") or "")
        tab.screenshot(path=tmp_path / "widget.png")
