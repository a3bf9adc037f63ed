"""The sample class: a course directory made from the bank, graded from start to end."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import nbformat
import yaml
from nbformat import NotebookNode
from rich.console import Console
from rich.table import Table

from seqgraph_grader import bank, batch, exports, feedback, release, report
from seqgraph_grader.course import Course, CourseError
from seqgraph_grader.model import Level
from seqgraph_grader.record import Graded, all_verdicts
from seqgraph_grader.sandbox import best_level

#: Where the sample class is described, below the course directory that the demo is made from.
CLASS = Path("tests/submissions/sample_class.yaml")
#: A fixed seed, so that two runs give the same grades.
_SEED = 20_260_901
#: Notes on a submission in the table at the end.
_MOST_TOLD = 2
_SETTINGS = """
# The sample class has a loop that never ends; no need to wait long for it.
c.SeqgraphGrader.limits["sequences"] = {"cell_seconds": 10, "cpu_seconds": 30, "wall_seconds": 120}
"""


def run(directory: Path, out: Console, jobs: int | None = None, origin: Path = Path()) -> None:
    """Build the sample course in ``directory``, grade it and say where to look.

    Raises
    ------
    CourseError
        If ``directory`` holds something else, or there is no bank in ``origin``.
    """
    course = build(directory, origin)
    names = course.assignments()
    for assignment in names:
        release.release(course, assignment)
    level = best_level()
    if level is not Level.ISOLATED:
        out.print(
            "No sandbox here: the samples are harmless and run under limits only. "
            "Install bubblewrap before you grade real work."
        )
    with batch.progress_bar() as progress:
        tally = batch.autograde(course, names, jobs=jobs, level=level, progress=progress)
    for assignment in names:
        list(feedback.feedback(course, assignment))
    exports.export(course, names, "csv", course.root / "grades.csv")
    report.write_report(course, names, course.root / "report.html")
    out.print(_table(tally.graded, course, _class(origin)))
    out.print(f"sandbox: {level.value}", highlight=False)
    for what, where in {
        "class report": "report.html",
        "grades": "grades.csv",
        "feedback": course.coursedir.feedback_directory,
        "graded notebooks": course.coursedir.autograded_directory,
        "what students get": course.coursedir.release_directory,
    }.items():
        out.print(f"{what}: {course.root / where}", highlight=False, soft_wrap=True)


def build(directory: Path, origin: Path) -> Course:
    """Lay out the sample course: sources, configuration, and what the class handed in."""
    marker = directory / ".seqgraph" / "demo"
    if not (origin / CLASS).exists():
        raise CourseError(f"no {CLASS} here: run the demo in a checkout of the kit")
    if directory.exists() and any(directory.iterdir()):
        if not marker.exists():
            raise CourseError(f"{directory} is not empty and no earlier demo: name a new directory")
        shutil.rmtree(directory)
    marker.parent.mkdir(parents=True)
    marker.touch()
    (directory / ".seqgraph" / "seed").write_text(f"{_SEED}\n")
    shutil.copytree(origin / "source", directory / "source")
    for name in ("nbgrader_config.py", "requirements.txt"):
        shutil.copy(origin / name, directory / name)
    with (directory / "nbgrader_config.py").open("a") as handle:
        handle.write(_SETTINGS)
    course = Course(directory)
    for student, work in _class(origin).items():
        for assignment in course.assignments():
            folder = course.folder("submitted", student, assignment)
            folder.mkdir(parents=True)
            for path in course.notebooks(assignment):
                _hand_in(course, origin, path, folder / path.name, _kind(work, path))
    return course


def _kind(work: dict[str, str], source: Path) -> str:
    """What a student hands in for a notebook: a bank case, one of :data:`_SPECIAL`, or "missing"."""
    return work.get(f"{source.parent.name}/{source.stem}", work.get("*", "blank"))


def _hand_in(course: Course, origin: Path, source: Path, target: Path, kind: str) -> None:
    if kind == "missing":
        return
    if kind in _SPECIAL:
        notebook = _SPECIAL[kind](course, source)
    else:
        case = bank.read_case(origin / CLASS.parent / source.parent.name / source.stem / f"{kind}.py")
        notebook = bank.submission(case, course.source)
    if isinstance(notebook, str):
        target.write_text(notebook, encoding="utf-8")
    else:
        nbformat.write(notebook, target)


def _solved(course: Course, source: Path) -> NotebookNode:
    return nbformat.read(source, as_version=4)


def _blank(course: Course, source: Path) -> NotebookNode:
    return release.released(course, source)


def _broken(course: Course, source: Path) -> str:
    text = source.read_text(encoding="utf-8")
    return text[: len(text) // 2]


def _deleted_grade_cell(course: Course, source: Path) -> NotebookNode:
    notebook = _solved(course, source)
    first = next(name for name in bank.automatic_points(notebook))
    notebook.cells = [
        cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") != first
    ]
    return notebook


_SPECIAL: dict[str, Callable[[Course, Path], NotebookNode | str]] = {
    "solved": _solved,
    "blank": _blank,
    "broken": _broken,
    "deleted_grade_cell": _deleted_grade_cell,
}


def _class(origin: Path) -> dict[str, dict[str, str]]:
    return yaml.safe_load((origin / CLASS).read_text(encoding="utf-8"))


def _table(graded: list[Graded], course: Course, work: dict[str, dict[str, str]]) -> Table:
    table = Table("student", "assignment", "score", "handed in", "what happened")
    for one in sorted(graded, key=lambda one: (one.assignment, one.student)):
        verdicts = [verdict for result in one.results.values() for verdict in all_verdicts(result)]
        automatic = [verdict for verdict in verdicts if verdict.score is not None]
        score = (
            f"{sum(verdict.score or 0 for verdict in automatic):g} / {sum(v.points for v in automatic):g}"
            if automatic
            else "–"
        )
        told = one.not_graded + one.notes + one.flags
        told += [note for result in one.results.values() for note in result.notes + result.flags]
        if len(told) > _MOST_TOLD:
            told[_MOST_TOLD:] = [f"{len(told) - _MOST_TOLD} more like this in the report"]
        waiting = sum(verdict.score is None for verdict in verdicts)
        if waiting:
            told.append(f"{waiting} answers wait for a person")
        kinds = [_kind(work[one.student], path) for path in course.notebooks(one.assignment)]
        handed_in = dict.fromkeys(kind.replace("_", " ") for kind in kinds if kind != "blank")
        table.add_row(one.student, one.assignment, score, ", ".join(handed_in) or "blank", "; ".join(told))
    return table
