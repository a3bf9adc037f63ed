"""Grades for other systems, in the shape that those describe."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from seqgraph_grader import release
from seqgraph_grader.course import Course
from seqgraph_grader.exports import export
from tests.tiny import make_course


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """Two students: ana with everything decided, bo with an answer that waits."""
    course = Course(make_course(tmp_path))
    release.register(course, "ps")
    with course.gradebook() as gradebook:
        gradebook.add_student("ana", first_name="Ana", last_name="Ås", lms_user_id="17")
        gradebook.add_student("bo")
        for who, why in (("ana", 1.5), ("bo", None)):
            submission = gradebook.add_submission("ps", who)
            for grade in submission.notebooks[0].grades:
                grade.auto_score = {"add_tests": 2.0, "half_tests": 1.0}.get(grade.name)
                grade.needs_manual_grade = False
                if grade.name == "why":
                    grade.manual_score, grade.needs_manual_grade = why, why is None
        gradebook.db.commit()
    return course


def test_canvas(course: Course) -> None:
    assert export(course, ["ps"], "canvas", course.root / "c.csv") == 2
    with (course.root / "c.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.reader(handle))
    assert rows[0] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "ps"]
    assert rows[1] == ["    Points Possible", "", "", "", "", "8"]
    assert rows[2] == ["Ås, Ana", "17", "ana", "ana", "", "4.5"]
    assert rows[3] == ["bo", "", "bo", "bo", "", ""]


def test_gradescope(course: Course) -> None:
    assert export(course, ["ps"], "gradescope", course.root / "g") == 2
    bo = json.loads((course.root / "g/ps/bo/results.json").read_text())
    assert bo["score"] == 3.0
    assert "1 answers wait" in bo["output"]
    assert [test["max_score"] for test in bo["tests"]] == [2.0, 4.0, 2.0]
    assert {test["visibility"] for test in bo["tests"]} <= {
        "hidden",
        "after_due_date",
        "after_published",
        "visible",
    }
    assert bo["tests"][2]["output"] == "not decided yet"


@pytest.mark.parametrize(
    ("exporter", "written"),
    [
        ("QuestionsCsv", "grades.csv"),
        ("CanvasCsv", "canvas.csv"),
        ("GradescopeJson", "gradescope/ps/ana/results.json"),
    ],
)
def test_they_are_nbgrader_plugins(course: Course, exporter: str, written: str) -> None:
    command = [sys.executable, "-m", "nbgrader", "export", f"--exporter=seqgraph_grader.exports.{exporter}"]
    subprocess.run(command, cwd=course.root, check=True, capture_output=True)
    assert (course.root / written).exists()
