"""Report, grades and feedback index of a large class: a generated gradebook, no notebook is run.

Each step runs in a process of its own, so that its peak memory is its own.
"""

from __future__ import annotations

import json
import multiprocessing
import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from nbgrader.api import Grade, Student, SubmittedAssignment, SubmittedNotebook
from rich.console import Console
from rich.table import Table
from sqlalchemy import insert

from seqgraph_grader import release
from seqgraph_grader.course import Course
from seqgraph_grader.exports import export
from seqgraph_grader.feedback import feedback
from seqgraph_grader.record import RECORD
from seqgraph_grader.report import write_report

ROOT = Path(__file__).resolve().parent.parent
STUDENTS = 2000


def simulate(course: Course, students: int, seed: int = 0) -> None:
    """Fill gradebook and records as if so many students had been graded on every notebook."""
    random.seed(seed)
    names = [f"student-{number:04}" for number in range(students)]
    for assignment in course.assignments():
        release.register(course, assignment)
    with course.gradebook() as gradebook:
        for name in names:
            gradebook.db.execute(insert(Student).values(id=name))
        for assignment in course.assignments():
            entry = gradebook.find_assignment(assignment)
            submissions, books, grades = [], [], []
            for name in names:
                submission = f"{assignment}/{name}"
                submissions.append({"id": submission, "assignment_id": entry.id, "student_id": name})
                facts: dict = {
                    "digest": "",
                    "held": {},
                    "faults": {},
                    "notes": [],
                    "flags": [],
                    "notebooks": {},
                }
                for notebook in entry.notebooks:
                    book = f"{submission}/{notebook.name}"
                    books.append({"id": book, "assignment_id": submission, "notebook_id": notebook.id})
                    verdicts = []
                    for cell in notebook.grade_cells:
                        score = random.choice([0.0, cell.max_score / 2, cell.max_score, cell.max_score])
                        grades.append(
                            {
                                "id": f"{book}/{cell.name}",
                                "notebook_id": book,
                                "cell_id": cell.id,
                                "auto_score": score,
                                "needs_manual_grade": False,
                            }
                        )
                        check = {"what": "one of them", "points": 1, "passed": score > 0, "why": "it differs"}
                        verdicts.append(
                            {
                                "grade_id": cell.name,
                                "outcome": "graded",
                                "why": "",
                                "in_kernel": False,
                                "checks": [check] * 5,
                            }
                        )
                    facts["notebooks"][notebook.name] = {
                        "verdicts": verdicts,
                        "level": "isolated",
                        "notes": [],
                        "flags": [],
                        "seconds": {"wall": random.uniform(1, 9)},
                    }
                folder = course.folder("autograded", name, assignment)
                folder.mkdir(parents=True)
                (folder / RECORD).write_text(json.dumps(facts))
            for table, rows in (
                (SubmittedAssignment, submissions),
                (SubmittedNotebook, books),
                (Grade, grades),
            ):
                gradebook.db.execute(insert(table), rows)
        gradebook.db.commit()


def report(course: Course) -> object:
    return write_report(course, course.assignments(), course.root / "report.html")


def grades(course: Course) -> object:
    return export(course, course.assignments(), "csv", course.root / "grades.csv")


def feedback_index(course: Course) -> object:
    return [page for assignment in course.assignments() for page in feedback(course, assignment)]


def measure(step: Callable[[Course], object], root: Path) -> tuple[float, float]:
    """Seconds and peak megabytes of one step, in a fresh process."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measured, (step, root))


def _measured(step: Callable[[Course], object], root: Path) -> tuple[float, float]:
    start = time.perf_counter()
    step(Course(root))
    return time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def main(students: int = STUDENTS) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "course"
        shutil.copytree(ROOT / "source", root / "source")
        shutil.copy(ROOT / "nbgrader_config.py", root)
        course = Course(root)
        simulate(course, students)
        notebooks = sum(len(course.notebooks(one)) for one in course.assignments())
        table = Table("step", "seconds", "peak MB", title=f"{students} students × {notebooks} notebooks")
        for step in (report, grades, feedback_index):
            seconds, megabytes = measure(step, root)
            table.add_row(step.__name__.replace("_", " "), f"{seconds:.1f}", f"{megabytes:.0f}")
        Console().print(table)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else STUDENTS)
