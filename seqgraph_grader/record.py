"""Verdicts into the gradebook, and the autograded copy into its place.

One writer, one transaction for the grades of a submission. The copy appears last, by a rename: a submission is done when
its row and its copy both exist, so whatever is interrupted is simply graded again.
"""

from __future__ import annotations

import ast
import contextlib
import json
import shutil
import warnings
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook, SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties
from nbgrader.utils import compute_checksum, determine_grade, is_grade, is_solution, is_task, parse_utc
from sqlalchemy.exc import SAWarning

from seqgraph_grader.course import Course
from seqgraph_grader.model import Outcome, Result, Verdict

# nbgrader's own, about rows that it adds a moment later.
warnings.filterwarnings("ignore", category=SAWarning, module=r"nbgrader\.")

#: File in the autograded copy that says how it was graded.
RECORD = ".seqgraph.json"


@dataclass
class Graded:
    """A submission with all that grading it brought to light.

    ``results`` by notebook; ``held`` says of a notebook why it could not be graded, ``faults`` what
    went wrong on the grader's side.
    """

    student: str
    assignment: str
    digest: str
    results: dict[str, Result] = field(default_factory=dict)
    held: dict[str, str] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)

    @property
    def not_graded(self) -> list[str]:
        """Why something has no automatic grade, one line each."""
        return reasons(self.held, self.faults)


def reasons(held: dict[str, str], faults: dict[str, str]) -> list[str]:
    """Both as lines; what concerns the whole submission has no notebook's name."""
    return [f"{name}: {why}" if name else why for name, why in {**held, **faults}.items()]


def record(course: Course, gradebook: Gradebook, graded: Graded) -> None:
    """Write the grades of one submission, then put its autograded copy into place."""
    copy = _stage(course, graded)
    target = course.folder("autograded", graded.student, graded.assignment)
    if target.exists():
        # An old copy goes first: a copy without its grades would look done.
        old = target.with_name(f".{target.name}.old")
        _remove(old)
        target.rename(old)
        _remove(old)
    _write_grades(course, gradebook, graded)
    copy.rename(target)


def read_record(folder: Path) -> dict[str, Any] | None:
    """What was recorded in an autograded copy; ``None`` if it is absent or unreadable."""
    try:
        return json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _stage(course: Course, graded: Graded) -> Path:
    target = course.folder("autograded", graded.student, graded.assignment)
    folder = target.with_name(f".{target.name}.new")
    _remove(folder)
    folder.mkdir(parents=True)
    source = course.source / graded.assignment
    for path in source.rglob("*"):
        if path.is_file() and path.suffix != ".ipynb" and "__pycache__" not in path.parts:
            graded.files.setdefault(path.relative_to(source).as_posix(), path.read_bytes())
    for name, data in graded.files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    for name, result in graded.results.items():
        nbformat.write(nbformat.from_dict(result.notebook), folder / f"{name}.ipynb")
    facts = {
        "digest": graded.digest,
        "held": graded.held,
        "faults": graded.faults,
        "notes": graded.notes,
        "flags": graded.flags,
        "process": _process(graded),
        "notebooks": {
            name: {
                "verdicts": [asdict(verdict) for verdict in result.verdicts],
                "level": result.level,
                "notes": result.notes,
                "flags": result.flags,
                "seconds": result.seconds,
            }
            for name, result in graded.results.items()
        },
    }
    (folder / RECORD).write_text(json.dumps(facts, indent=1, default=str), encoding="utf-8")
    for path in folder.rglob("*"):
        if path.is_file():
            path.chmod(0o444)
    return folder


def _write_grades(course: Course, gradebook: Gradebook, graded: Graded) -> None:
    gradebook.update_or_create_student(graded.student)
    stamp = graded.files.get("timestamp.txt", b"").decode("utf-8", "replace").strip()
    extra = {"timestamp": parse_utc(stamp)} if stamp else {}
    submission = gradebook.update_or_create_submission(graded.assignment, graded.student, **extra)
    for notebook in submission.notebooks:
        result = graded.results.get(notebook.name)
        _set_scores(notebook, result, manual=notebook.name in graded.faults)
        notebook.late_submission_penalty = None
    gradebook.db.commit()
    if submission.total_seconds_late > 0:
        for name, result in graded.results.items():
            resources = {
                "nbgrader": {
                    "student": graded.student,
                    "assignment": graded.assignment,
                    "notebook": name,
                    "db_url": course.coursedir.db_url,
                }
            }
            AssignLatePenalties(config=course.config).preprocess(
                nbformat.from_dict(result.notebook), resources
            )


def _set_scores(notebook: SubmittedNotebook, result: Result | None, *, manual: bool) -> None:
    """Scores by nbgrader's rules: the manual score stays, and asks for another look if there is one."""
    verdicts = {verdict.grade_id: verdict for verdict in all_verdicts(result)} if result else {}
    for grade in notebook.grades:
        verdict = verdicts.get(grade.name)
        grade.auto_score = verdict.score if verdict else None
        undecided = verdict is not None and verdict.score is None
        grade.needs_manual_grade = grade.manual_score is not None or undecided or manual
    silent = _unanswered(result) if result else set()
    for comment in notebook.comments:
        comment.auto_comment = "No response." if comment.name in silent else None


def all_verdicts(result: Result) -> list[Verdict]:
    """The verdicts of a result, with those of hand-marked cells added: 0 if untouched, else open."""
    found = {verdict.grade_id for verdict in result.verdicts}
    verdicts = list(result.verdicts)
    for cell in nbformat.from_dict(result.notebook).cells:
        if (is_grade(cell) or is_task(cell)) and cell.metadata.nbgrader.grade_id not in found:
            score, points = (None, cell.metadata.nbgrader.points) if is_task(cell) else determine_grade(cell)
            verdicts.append(Verdict(cell.metadata.nbgrader.grade_id, points, score, Outcome.MANUAL))
    return verdicts


def _process(graded: Graded) -> dict[str, Any]:
    """What the student says of how they worked: the dict literal in a cell with the id ``process``."""
    for result in graded.results.values():
        for cell in result.notebook["cells"]:
            if cell.get("id") == "process":
                with contextlib.suppress(ValueError, SyntaxError, RecursionError, IndexError, AttributeError):
                    said = ast.literal_eval(ast.parse(cell["source"]).body[-1].value)
                    return said if isinstance(said, dict) else {}
    return {}


def _unanswered(result: Result) -> set[str]:
    return {
        cell.metadata.nbgrader.grade_id
        for cell in nbformat.from_dict(result.notebook).cells
        if is_solution(cell) and cell.metadata.nbgrader.get("checksum") == compute_checksum(cell)
    }


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
