"""Feedback pages: the graded notebook with its scores, one HTML file per notebook."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from nbgrader.converters import GenerateFeedback
from traitlets.config import Config

from seqgraph_grader.course import Course


def feedback(course: Course, assignment: str, students: list[str] | None = None) -> Iterator[Path]:
    """Write the feedback of an assignment by nbgrader's converter; yields the pages."""
    for folder in sorted(course.folder("autograded", "*", assignment).parent.parent.glob(f"*/{assignment}")):
        student = folder.parent.name
        if (students and student not in students) or not any(folder.glob("*.ipynb")):
            continue
        config = Config(course.config)
        config.CourseDirectory.assignment_id = assignment
        config.CourseDirectory.student_id = student
        converter = GenerateFeedback(
            coursedir=type(course.coursedir)(config=config, root=str(course.root)), config=config
        )
        converter.force = True
        converter.log = logging.Logger("seqgraph.feedback", logging.ERROR)
        converter.start()
        yield from sorted(course.folder("feedback", student, assignment).glob("*.html"))
