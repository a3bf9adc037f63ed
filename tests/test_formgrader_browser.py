"""Marking written answers in formgrader, as an instructor does: in JupyterLab, with the mark scheme in view."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from seqgraph_grader import batch, release
from seqgraph_grader.course import Course
from seqgraph_grader.exports import export
from seqgraph_grader.sandbox import best_level
from tests.bank import ROOT
from tests.lab import TOKEN, jupyter_lab

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="needs Debian's chromium"),
]


FORMGRADER = "nbgrader:open-formgrader-local"


def grades(course: Course) -> dict[str, str]:
    export(course, ["sequences"], "csv", course.root / "grades.csv")
    with (course.root / "grades.csv").open() as handle:
        (row,) = csv.DictReader(handle)
    return row


def test_a_mark_arrives_and_survives_a_regrade(tmp_path: Path) -> None:
    from playwright.sync_api import expect, sync_playwright

    from tests.browser import launch

    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    for place in ("source/sequences", "submitted/ana/sequences"):
        (tmp_path / place).mkdir(parents=True)
        shutil.copy(ROOT / "source/sequences/1_rnn.ipynb", tmp_path / place)
    course = Course(tmp_path)
    release.release(course, "sequences")
    batch.autograde(course, ["sequences"], jobs=1, level=best_level())
    assert grades(course)["sequences/1_rnn/why_share"] == ""

    with jupyter_lab(tmp_path) as address, sync_playwright() as playwright, launch(playwright) as browser:
        tab = browser.new_page()
        tab.goto(f"{address}/lab?token={TOKEN}")
        tab.wait_for_function(f"window.jupyterapp?.commands.hasCommand('{FORMGRADER}')", timeout=60_000)
        tab.evaluate(
            f"window.jupyterapp.restored.then(() => window.jupyterapp.commands.execute('{FORMGRADER}'))"
        )
        frame = tab.frame_locator("iframe").first
        expect(frame.get_by_text("sequences").first).to_be_visible(timeout=60_000)
        # From the list of assignments to the one answer, by formgrader's own pages.
        tab.goto(f"{address}/formgrader/gradebook/sequences/1_rnn")
        tab.get_by_role("link", name="Submission #1").click()
        expect(tab.get_by_text("2 points").or_(tab.get_by_text("1 point: ")).first).to_be_visible(
            timeout=60_000
        )
        expect(tab.get_by_text("MARK SCHEME").first).to_be_visible()
        # The scores of the page, in the order of the notebook; the fourth is the first written answer.
        box = tab.locator("input.score").nth(3)
        box.fill("2.5")
        box.press("Tab")
        tab.wait_for_function("document.querySelectorAll('.score-saved').length > 0")
        tab.wait_for_timeout(1000)
    assert grades(course)["sequences/1_rnn/why_share"] == "2.5"
    batch.autograde(course, ["sequences"], jobs=1, force=True, level=best_level())
    row = grades(course)
    assert row["sequences/1_rnn/why_share"] == "2.5"
    assert row["sequences/1_rnn/rnn_layer_tests"] == "10"
