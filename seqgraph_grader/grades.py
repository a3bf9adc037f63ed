"""The gradebook as plain rows, and the CSV an instructor keeps: one row per student, one column per question."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import (
    Assignment,
    BaseCell,
    Grade,
    Gradebook,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)

from seqgraph_grader.course import CourseError


@dataclass(frozen=True)
class QuestionScore:
    """One student's score in one question; ``score`` is ``None`` while it is undecided."""

    student: str
    last_name: str
    first_name: str
    assignment: str
    notebook: str
    question: str
    score: float | None
    points: float
    waits: bool  #: needs a person
    late_penalty: float  #: of the notebook, not of the question

    @property
    def column(self) -> str:
        return f"{self.assignment}/{self.notebook}/{self.question}"


def question_scores(gradebook: Gradebook, assignment: str) -> Iterator[QuestionScore]:
    """Every score of an assignment, by student, notebook and the cell's place in the notebook."""
    worth = {
        (notebook.name, cell.name): (notebook.name, place, cell.max_score)
        for notebook in gradebook.find_assignment(assignment).notebooks
        for place, cell in enumerate(_in_order(notebook))
    }
    rows = (
        gradebook.db.query(
            Student.id,
            Student.last_name,
            Student.first_name,
            Notebook.name,
            BaseCell.name,
            Grade.auto_score,
            Grade.manual_score,
            Grade.extra_credit,
            Grade.needs_manual_grade,
            SubmittedNotebook.late_submission_penalty,
        )
        .select_from(Grade)
        .join(BaseCell, BaseCell.id == Grade.cell_id)
        .join(SubmittedNotebook, SubmittedNotebook.id == Grade.notebook_id)
        .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
        .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .join(Student, Student.id == SubmittedAssignment.student_id)
        .filter(Assignment.name == assignment)
    )
    ordered = sorted(
        (row for row in rows if (row[3], row[4]) in worth), key=lambda row: (row[0], worth[row[3], row[4]])
    )
    for who, last, first, notebook, question, auto, manual, extra, waits, penalty in ordered:
        decided = manual if manual is not None else auto
        yield QuestionScore(
            student=who,
            last_name=last or "",
            first_name=first or "",
            assignment=assignment,
            notebook=notebook,
            question=question,
            score=None if decided is None else decided + (extra or 0.0),
            points=worth[notebook, question][2],
            waits=bool(waits),
            late_penalty=penalty or 0.0,
        )


def write_csv(
    gradebook: Gradebook, assignments: list[str], path: Path, students: list[str] | None = None
) -> int:
    """Write the scores of all students; returns the number of rows.

    A question that nobody has decided yet is empty, never zero.

    Raises
    ------
    CourseError
        If nothing is graded yet.
    """
    people: dict[str, tuple[str, str]] = {}
    columns: dict[str, None] = {}
    cells: dict[tuple[str, str], float | None] = {}
    penalties: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for assignment in assignments:
        for one in question_scores(gradebook, assignment):
            if students and one.student not in students:
                continue
            people[one.student] = (one.last_name, one.first_name)
            columns[one.column] = None
            cells[one.student, one.column] = one.score
            penalties[one.student, assignment][one.notebook] = one.late_penalty
    if not people:
        raise CourseError("nothing is graded yet: run 'seqgraph autograde' first")
    new = path.with_name(f".{path.name}.new")
    with new.open("w", newline="", encoding="utf-8") as handle:
        writer = csv.writer(handle)
        totals = [f"{assignment} total" for assignment in assignments]
        writer.writerow(["student", "last name", "first name", *columns, "late penalty", *totals])
        for student, (last, first) in sorted(people.items()):
            scores = [cells.get((student, column)) for column in columns]
            late = {assignment: sum(penalties[student, assignment].values()) for assignment in assignments}
            sums = [
                sum(
                    score or 0.0
                    for column, score in zip(columns, scores, strict=True)
                    if column.startswith(f"{assignment}/")
                )
                - late[assignment]
                for assignment in assignments
            ]
            writer.writerow(
                [
                    student,
                    last,
                    first,
                    *map(_amount, scores),
                    _amount(sum(late.values())),
                    *map(_amount, sums),
                ]
            )
    new.replace(path)
    return len(people)


def _in_order(notebook: Notebook) -> list[BaseCell]:
    """Graded cells by their place in the notebook; source cells are stored in that order."""
    places = {cell.name: place for place, cell in enumerate(notebook.source_cells)}
    cells = [*notebook.grade_cells, *notebook.task_cells]
    return sorted(cells, key=lambda cell: places.get(cell.name, len(places)))


def _amount(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
