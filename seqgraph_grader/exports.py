"""Grades for other systems, as nbgrader export plugins and for ``seqgraph grades --format``.

Formats
-------
Canvas gradebook CSV: columns ``Student, ID, SIS User ID, SIS Login ID, Section``, then one per assignment; a row
``Points Possible`` before the students (Canvas Instructor Guide, "How do I import grades in the Gradebook?").
Gradescope ``results.json``, one file per student: ``score``, ``output``, and ``tests`` with ``name``, ``score``, ``max_score``,
``output`` and ``visibility`` (Gradescope Autograder Documentation, "Autograder Specifications").
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.plugins import ExportPlugin

from seqgraph_grader.course import Course
from seqgraph_grader.grades import QuestionScore, question_scores, write_csv


class QuestionsCsv(ExportPlugin):
    """``nbgrader export --exporter=seqgraph_grader.exports.QuestionsCsv``: a column per question."""

    def export(self, gradebook: Gradebook) -> None:
        write_csv(gradebook, _assignments(self, gradebook), Path(self.to or "grades.csv"), list(self.student))


class CanvasCsv(ExportPlugin):
    """``nbgrader export --exporter=seqgraph_grader.exports.CanvasCsv``: a column per assignment."""

    def export(self, gradebook: Gradebook) -> None:
        write_canvas(
            gradebook, _assignments(self, gradebook), Path(self.to or "canvas.csv"), list(self.student)
        )


class GradescopeJson(ExportPlugin):
    """``nbgrader export --exporter=seqgraph_grader.exports.GradescopeJson``: a ``results.json`` per student."""

    def export(self, gradebook: Gradebook) -> None:
        write_gradescope(
            gradebook, _assignments(self, gradebook), Path(self.to or "gradescope"), list(self.student)
        )


def write_canvas(
    gradebook: Gradebook, assignments: list[str], path: Path, students: list[str] | None = None
) -> int:
    """Write Canvas's gradebook CSV; an assignment with undecided questions stays empty for that student."""
    totals: dict[str, dict[str, float | None]] = {}
    people: dict[str, tuple[str, str]] = {}
    worth: dict[str, float] = {}
    for assignment in assignments:
        for student, scores in _by_student(gradebook, assignment, students).items():
            people[student] = (_name(scores[0]), gradebook.find_student(student).lms_user_id or "")
            totals.setdefault(student, {})[assignment] = _total(scores)
            worth[assignment] = sum(one.points for one in scores)
    with path.open("w", newline="", encoding="utf-8") as handle:
        writer = csv.writer(handle)
        writer.writerow(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *assignments])
        writer.writerow(
            ["    Points Possible", "", "", "", "", *(f"{worth.get(one, 0):g}" for one in assignments)]
        )
        for student, (name, canvas_id) in sorted(people.items()):
            scores_of = [totals[student].get(assignment) for assignment in assignments]
            cells = ["" if score is None else f"{score:g}" for score in scores_of]
            writer.writerow([name, canvas_id, student, student, "", *cells])
    return len(people)


def write_gradescope(
    gradebook: Gradebook, assignments: list[str], folder: Path, students: list[str] | None = None
) -> int:
    """Write ``<folder>/<assignment>/<student>/results.json``; returns the number of files."""
    written = 0
    for assignment in assignments:
        for student, scores in _by_student(gradebook, assignment, students).items():
            waiting = [one for one in scores if one.score is None]
            late = _late(scores)
            results: dict[str, Any] = {
                "score": max(0.0, sum(one.score or 0.0 for one in scores) - late),
                "output": _told(len(waiting), late),
                "visibility": "after_published",
                "tests": [
                    {
                        "name": f"{one.notebook}: {one.question.removesuffix('_tests').replace('_', ' ')}",
                        "score": one.score or 0.0,
                        "max_score": one.points,
                        "output": "not decided yet" if one.score is None else "",
                        "visibility": "after_published",
                    }
                    for one in scores
                ],
            }
            path = folder / assignment / student / "results.json"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(results, indent=1), encoding="utf-8")
            written += 1
    return written


#: What ``seqgraph grades --format`` knows: where it writes by default, and how.
FORMATS = {
    "csv": ("grades.csv", write_csv),
    "canvas": ("canvas.csv", write_canvas),
    "gradescope": ("gradescope", write_gradescope),
}


def export(course: Course, assignments: list[str], kind: str, target: Path) -> int:
    """Write the grades of a course in one of :data:`FORMATS`; returns the number of students or files."""
    with course.gradebook() as gradebook:
        known = {one.name for one in gradebook.assignments}
        return FORMATS[kind][1](gradebook, [name for name in assignments if name in known], target)


def _assignments(plugin: ExportPlugin, gradebook: Gradebook) -> list[str]:
    return list(plugin.assignment) or sorted(one.name for one in gradebook.assignments)


def _by_student(
    gradebook: Gradebook, assignment: str, students: list[str] | None
) -> dict[str, list[QuestionScore]]:
    found: dict[str, list[QuestionScore]] = {}
    for one in question_scores(gradebook, assignment):
        if not students or one.student in students:
            found.setdefault(one.student, []).append(one)
    return found


def _name(one: QuestionScore) -> str:
    return f"{one.last_name}, {one.first_name}" if one.last_name or one.first_name else one.student


def _late(scores: Iterable[QuestionScore]) -> float:
    return sum({one.notebook: one.late_penalty for one in scores}.values())


def _total(scores: list[QuestionScore]) -> float | None:
    if any(one.score is None for one in scores):
        return None
    return sum(one.score or 0.0 for one in scores) - _late(scores)


def _told(waiting: int, late: float) -> str:
    parts = [f"{waiting} answers wait to be marked by hand."] if waiting else []
    return " ".join(parts + ([f"{late:g} points off for lateness."] if late else []))
