"""nbgrader's own quickstart course, unchanged: the scores are those that stock nbgrader gives."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from seqgraph_grader import batch
from seqgraph_grader.course import Course
from seqgraph_grader.grades import question_scores
from seqgraph_grader.release import released
from seqgraph_grader.sandbox import best_level


def nbgrader(root: Path, *words: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *words], cwd=root, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def quickstart(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course, and three who handed in: the solution, nothing, and something in between."""
    above = tmp_path_factory.mktemp("quickstart")
    nbgrader(above, "quickstart", "course101")
    root = above / "course101"
    course = Course(root)
    for path in course.notebooks("ps1"):
        solved, blank = nbformat.read(path, as_version=4), released(course, path)
        halves = nbformat.read(path, as_version=4)
        code = [cell for cell in halves.cells if cell.metadata.get("nbgrader", {}).get("solution")]
        for cell in code[::2]:
            cell.source = "def squares(n):\n    return [i**2 for i in range(n)]\nraise ValueError"
        for who, notebook in (("ana", solved), ("bo", blank), ("cy", halves)):
            place = root / "submitted" / who / "ps1" / path.name
            place.parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(notebook, place)
    return root


def scores(root: Path) -> dict[tuple[str, str, str], float | None]:
    with Course(root).gradebook() as gradebook:
        return {
            (one.student, one.notebook, one.question): one.score for one in question_scores(gradebook, "ps1")
        }


def test_same_scores_as_stock_nbgrader(quickstart: Path, tmp_path: Path) -> None:
    shutil.copytree(quickstart, tmp_path / "stock")
    nbgrader(tmp_path / "stock", "generate_assignment", "ps1")
    nbgrader(tmp_path / "stock", "autograde", "ps1")
    expected = scores(tmp_path / "stock")
    assert len({value for value in expected.values()}) > 1
    for grading in ("judge", "kernel"):
        root = tmp_path / grading
        shutil.copytree(quickstart, root)
        with (root / "nbgrader_config.py").open("a") as config:
            config.write(f"\nc = get_config()\nc.SeqgraphGrader.grading = {grading!r}\n")
        tally = batch.autograde(Course(root), ["ps1"], jobs=2, level=best_level())
        assert tally.not_graded == []
        assert scores(root) == expected, grading
