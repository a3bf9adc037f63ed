"""Every notebook of the course: its form, its two gates, and release/ in step with source/."""

from __future__ import annotations

import ast
import re
import shutil
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbgrader.utils import is_grade, is_locked, is_solution

from seqgraph_grader import release
from seqgraph_grader.bank import automatic_points
from seqgraph_grader.course import Course
from seqgraph_grader.execute import run_task
from seqgraph_grader.model import Outcome, Result, Task
from seqgraph_grader.sandbox import best_level
from seqgraph_grader.sanitize import sanitize
from tests.bank import ROOT

COURSE = Course(ROOT)
SOURCES = [path for assignment in COURSE.assignments() for path in COURSE.notebooks(assignment)]
each_notebook = pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}/{path.stem}")


def read(path: Path) -> NotebookNode:
    return nbformat.read(path, as_version=4)


def run(path: Path, handed_in: NotebookNode) -> Result:
    ready = sanitize(handed_in, release.master(COURSE, path))
    task = Task(
        student="someone",
        assignment=path.parent.name,
        name=path.stem,
        notebook=ready.notebook,
        mode=COURSE.mode,
        level=best_level(),
        seed=20_261_121,
        preload=tuple(COURSE.options.preload),
    )
    return run_task(task)


# -- form ----------------------------------------------------------------------------------


@each_notebook
def test_it_is_stored_clean(path: Path) -> None:
    notebook = read(path)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert path.read_text(encoding="utf-8") == nbformat.writes(notebook) + "\n"
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert (cell.outputs, cell.execution_count) == ([], None), cell.id
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        assert name in (None, cell.id)
    release.check_source(path)


@each_notebook
def test_it_opens_with_what_when_and_how_much(path: Path) -> None:
    notebook = read(path)
    first = notebook.cells[0].source
    automatic = sum(automatic_points(notebook).values())
    by_hand = sum(
        cell.metadata.nbgrader.points for cell in notebook.cells if is_grade(cell) and is_solution(cell)
    )
    assert re.search(r"\*\*Time:\*\*", first)
    (points,) = re.findall(r"\*\*Points:\*\*([^\n]*)", first)
    assert [float(number) for number in re.findall(r"\d+", points)][:2] == [automatic, by_hand]


@each_notebook
def test_headings_are_in_order(path: Path) -> None:
    levels = []
    for cell in read(path).cells:
        if cell.cell_type == "markdown":
            text = re.sub(r"```.*?```", "", cell.source, flags=re.DOTALL)
            levels += [len(marks) for marks in re.findall(r"^(#+) ", text, flags=re.MULTILINE)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@each_notebook
def test_points_of_a_cell_are_those_of_its_checks(path: Path) -> None:
    for cell in read(path).cells:
        if cell.cell_type != "code" or not is_grade(cell):
            continue
        calls = [node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Call)]

        def points(name: str, calls: list[ast.Call] = calls) -> list[float]:
            return [
                float(ast.literal_eval(keyword.value))
                for call in calls
                if isinstance(call.func, ast.Name) and call.func.id == name
                for keyword in call.keywords
                if keyword.arg == "points"
            ]

        assert points("Checks") == [cell.metadata.nbgrader.points], cell.id
        assert sum(points("checks")) == cell.metadata.nbgrader.points, cell.id
        assert cell.source.rstrip().endswith("checks.score()"), cell.id


@each_notebook
def test_written_questions_have_mark_schemes(path: Path) -> None:
    cells = read(path).cells
    for number, cell in enumerate(cells):
        if is_grade(cell) and is_solution(cell):
            question = cells[number - 1]
            assert is_locked(question), cell.id
            assert "### BEGIN MARK SCHEME" in question.source, cell.id


# -- gates ---------------------------------------------------------------------------------


@each_notebook
def test_solved_it_gets_every_point_and_says_nothing_on_stderr(path: Path) -> None:
    result = run(path, read(path))
    assert {one.grade_id: one.score for one in result.verdicts} == automatic_points(read(path)), [
        check for one in result.verdicts for check in one.checks if not check["passed"]
    ]
    assert {(one.outcome, one.in_kernel) for one in result.verdicts} == {(Outcome.GRADED, False)}
    noise = [
        (cell["id"], output.get("text") or output.get("evalue"))
        for cell in result.notebook["cells"]
        for output in cell.get("outputs", [])
        if output["output_type"] == "error" or output.get("name") == "stderr"
    ]
    assert noise == []
    assert result.seconds["cpu"] < 60


@each_notebook
def test_blank_it_gets_none_and_says_why(path: Path) -> None:
    result = run(path, release.released(COURSE, path))
    assert {one.grade_id: one.score for one in result.verdicts} == dict.fromkeys(
        automatic_points(read(path)), 0.0
    )
    for one in result.verdicts:
        assert one.checks, one
        assert all(check["why"] for check in one.checks), one


# -- release -------------------------------------------------------------------------------


@pytest.mark.parametrize("assignment", COURSE.assignments())
def test_release_is_up_to_date(tmp_path: Path, assignment: str) -> None:
    for name in ("nbgrader_config.py", "requirements.txt"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "source" / assignment, tmp_path / "source" / assignment)
    release.release(Course(tmp_path), assignment)
    fresh = {path.name: path.read_text() for path in (tmp_path / "release" / assignment).iterdir()}
    there = {path.name: path.read_text() for path in (ROOT / "release" / assignment).iterdir()}
    assert sorted(there) == sorted(fresh)
    stale = [name for name in fresh if there[name] != fresh[name]]
    assert not stale, f"run `make release`: stale are {stale}"
    for name, text in there.items():
        for secret in ("BEGIN SOLUTION", "HIDDEN TESTS", "MARK SCHEME"):
            assert secret not in text, name
