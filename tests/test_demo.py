"""The sample class, small: a course directory that shows what each kind of work comes to."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest
import yaml
from rich.console import Console

from seqgraph_grader import demo
from seqgraph_grader.course import CourseError

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOK = "graphs/2_graph_dynamics"
WORK = {
    "ana": {"*": "solved"},
    "bo": {},
    "cleo": {NOTEBOOK: "lists"},
    "dana": {NOTEBOOK: "sum_rows"},
    "jun": {NOTEBOOK: "deleted_grade_cell"},
    "kim": {NOTEBOOK: "broken"},
    "lea": {NOTEBOOK: "missing"},
}


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """A checkout with one notebook and a small class."""
    root = tmp_path / "checkout"
    for name in ("nbgrader_config.py", "requirements.txt", f"source/{NOTEBOOK}.ipynb"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    shutil.copytree(ROOT / demo.CLASS.parent / NOTEBOOK, root / demo.CLASS.parent / NOTEBOOK)
    (root / demo.CLASS).write_text(yaml.safe_dump(WORK))
    return root


def grades(folder: Path) -> dict[str, str]:
    with (folder / "grades.csv").open() as handle:
        return {row["student"]: row["graphs total"] for row in csv.DictReader(handle)}


def test_the_sample_class(tmp_path: Path, origin: Path) -> None:
    told = Console(file=io.StringIO(), width=300)
    folder = tmp_path / "demo"
    demo.run(folder, told, origin=origin)
    first = grades(folder)
    assert first["ana"] == first["cleo"] == first["jun"] != first["dana"] != first["bo"] == "0"
    rows = {line.split("│")[1].strip(): line for line in told.file.getvalue().splitlines() if "│" in line}
    for student, words in {
        "cleo": "lists",
        "dana": "sum rows",
        "jun": "has been put back",
        "kim": "is not valid JSON",
        "lea": "│ no notebook in ",
    }.items():
        assert words in rows[student]
    assert (folder / "report.html").exists()
    assert (folder / "feedback/ana/graphs/index.html").exists()
    demo.run(folder, told, origin=origin)
    assert grades(folder) == first


def test_only_an_earlier_demo_is_overwritten(tmp_path: Path, origin: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis/chapter.tex").touch()
    with pytest.raises(CourseError, match="no earlier demo: name a new directory"):
        demo.build(tmp_path / "thesis", origin)
    assert (tmp_path / "thesis/chapter.tex").exists()


def test_a_demo_needs_the_kit(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="in a checkout of the kit"):
        demo.build(tmp_path / "demo", tmp_path)
