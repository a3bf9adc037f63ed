"""Feedback pages: what a student gets back, one page per notebook and an index over them.

A page opens with what was earned and the one thing to fix first; then comes the notebook with the verdict beside each question. Hidden
tests and mark schemes are not in it, and nothing a student wrote can run in it (see :mod:`seqgraph_grader.html`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from markupsafe import Markup
from nbformat import NotebookNode
from nbgrader.api import Assignment, Comment, Notebook, SubmittedAssignment, SubmittedNotebook
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme
from nbgrader.utils import is_grade, is_task

from seqgraph_grader import html
from seqgraph_grader.course import Course
from seqgraph_grader.grades import QuestionScore, question_scores
from seqgraph_grader.model import CHECKS_MIME
from seqgraph_grader.record import read_record


@dataclass
class Question:
    """A question as its page shows it."""

    name: str
    score: float | None
    points: float
    waits: bool
    comment: str = ""
    why: str = ""
    checks: list[dict[str, Any]] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        return f"question-{self.name}"

    @property
    def title(self) -> str:
        return self.name.removesuffix("_tests").replace("_", " ")

    @property
    def grade(self) -> str:
        if self.score is None:
            return "waits"
        return "full" if self.score >= self.points else "partial" if self.score > 0 else "none"

    @property
    def result(self) -> str:
        if self.score is None:
            return "waits to be marked by hand" if self.waits else "not graded"
        words = {"full": "complete", "partial": "partly right", "none": "no points yet"}[self.grade]
        return f"{words}; {self.why}" if self.why else words


def feedback(course: Course, assignment: str, students: list[str] | None = None) -> Iterator[Path]:
    """Write the feedback of an assignment; yields the pages, each student's index last."""
    with course.gradebook() as gradebook:
        if assignment not in {one.name for one in gradebook.assignments}:
            return
        scores: dict[str, dict[str, list[QuestionScore]]] = defaultdict(lambda: defaultdict(list))
        for one in question_scores(gradebook, assignment):
            if not students or one.student in students:
                scores[one.student][one.notebook].append(one)
        comments = {
            (student, notebook, comment.name): comment.comment or ""
            for student, notebook, comment in gradebook.db.query(
                SubmittedAssignment.student_id, Notebook.name, Comment
            )
            .select_from(Comment)
            .join(SubmittedNotebook, SubmittedNotebook.id == Comment.notebook_id)
            .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
            .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
            .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
            .filter(Assignment.name == assignment)
            if comment.comment
        }
    for student, notebooks in scores.items():
        graded = course.folder("autograded", student, assignment)
        if not graded.is_dir():
            continue
        facts = read_record(graded) or {"notebooks": {}, "notes": [], "held": {}}
        target = course.folder("feedback", student, assignment)
        target.mkdir(parents=True, exist_ok=True)
        pages = []
        for name, questions in notebooks.items():
            source = graded / f"{name}.ipynb"
            if source.exists():
                page = render(
                    nbformat.read(source, as_version=4),
                    questions,
                    {
                        question: text
                        for (who, book, question), text in comments.items()
                        if (who, book) == (student, name)
                    },
                    facts["notebooks"].get(name, {}),
                    [note for note in facts["notes"] if note.startswith(f"{name}: ")],
                )
                path = target / f"{name}.html"
                path.write_text(page, encoding="utf-8")
                yield path
            pages.append(_line(name, questions, source.exists(), facts["held"].get(name, "")))
        path = target / "index.html"
        path.write_text(_index(student, assignment, pages), encoding="utf-8")
        yield path


def render(
    notebook: NotebookNode,
    scores: list[QuestionScore],
    comments: dict[str, str],
    facts: dict[str, Any],
    notes: Iterable[str] = (),
) -> str:
    """One feedback page, as HTML."""
    for step in (ClearHiddenTests, ClearMarkScheme):
        notebook, _ = step(enforce_metadata=False)(notebook, {})
    verdicts = {verdict["grade_id"]: verdict for verdict in facts.get("verdicts", [])}
    questions = {
        one.question: Question(
            one.question,
            one.score,
            one.points,
            one.waits,
            comments.get(one.question, ""),
            verdicts.get(one.question, {}).get("why", ""),
            verdicts.get(one.question, {}).get("checks", []),
        )
        for one in scores
    }
    cells = []
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        question = questions.get(name) if is_grade(cell) or is_task(cell) else None
        cells.append({"question": question, "body": _body(cell), "outputs": list(_outputs(cell, question))})
    waiting = [one for one in questions.values() if one.score is None]
    return (
        html.templates()
        .get_template("feedback.html.j2")
        .render(
            student=scores[0].student,
            assignment=scores[0].assignment,
            notebook=scores[0].notebook,
            earned=sum(one.score or 0 for one in scores) - scores[0].late_penalty,
            points=sum(one.points for one in scores),
            waiting=len(waiting),
            waiting_points=sum(one.points for one in waiting),
            late_penalty=scores[0].late_penalty,
            first=_first(questions.values()),
            questions=list(questions.values()),
            notes=[*notes, *facts.get("notes", [])],
            cells=cells,
        )
    )


def _first(questions: Iterable[Question]) -> dict[str, str] | None:
    """The first thing that went wrong: what comes later may only follow from it."""
    for question in questions:
        if question.score is None or question.score >= question.points:
            continue
        failed = next((check for check in question.checks if not check["passed"]), None)
        return {
            "anchor": question.anchor,
            "title": question.title,
            "what": failed["what"] if failed else question.result,
            "why": failed["why"] if failed else "",
        }
    return None


def _body(cell: NotebookNode) -> Markup:
    if cell.cell_type == "markdown":
        return html.markdown(cell.source)
    return (
        html.code(cell.source)
        if cell.cell_type == "code"
        else html.clean(f"<pre>{Markup.escape(cell.source)}</pre>")
    )


def _outputs(cell: NotebookNode, question: Question | None) -> Iterator[Markup]:
    """A cell's outputs; of a grade cell only what can't quote a hidden test."""
    for item in cell.get("outputs", []):
        if question is None:
            yield html.output(item)
        elif item.output_type == "error" and not question.checks:
            yield html.output(nbformat.from_dict({**item, "traceback": [item.ename]}))
        elif CHECKS_MIME not in item.get("data", {}) and item.output_type == "display_data":
            yield html.output(item)


def _line(name: str, questions: list[QuestionScore], there: bool, held: str) -> dict[str, Any]:
    waiting = sum(one.points for one in questions if one.score is None)
    return {
        "notebook": name,
        "link": f"{name}.html" if there else "",
        "earned": sum(one.score or 0 for one in questions) - questions[0].late_penalty if there else None,
        "points": sum(one.points for one in questions),
        "told": held or (f"{waiting:g} points" if waiting else ""),
    }


def _index(student: str, assignment: str, pages: list[dict[str, Any]]) -> str:
    return (
        html.templates()
        .get_template("feedback_index.html.j2")
        .render(
            student=student,
            assignment=assignment,
            pages=pages,
            earned=sum(page["earned"] or 0 for page in pages),
            points=sum(page["points"] for page in pages),
        )
    )
