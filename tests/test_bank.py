"""Every case of the bank gets its score, and its feedback says why: in the kernel as stock nbgrader has it, and judged."""

from __future__ import annotations

from dataclasses import replace

import pytest

from seqgraph_grader.bank import automatic_points
from seqgraph_grader.course import Course
from seqgraph_grader.execute import run_task
from seqgraph_grader.model import Limits, Mode, Outcome, Task
from seqgraph_grader.release import master
from seqgraph_grader.sandbox import best_level
from seqgraph_grader.sanitize import sanitize
from tests.bank import ROOT, Case, all_cases, submission

COURSE = Course(ROOT)
#: The bank has loops that never end: no need to wait long for them.
LIMITS = replace(Limits(), cell_seconds=20)


@pytest.mark.bank
@pytest.mark.parametrize("mode", [Mode.KERNEL, Mode.JUDGE])
@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.id)
def test_case(case: Case, mode: Mode) -> None:
    handed_in = submission(case)
    source = ROOT / "source" / case.assignment / f"{case.notebook}.ipynb"
    task = Task(
        student=case.name,
        assignment=case.assignment,
        name=case.notebook,
        notebook=sanitize(handed_in, master(COURSE, source)).notebook,
        limits=LIMITS,
        mode=mode,
        level=best_level(),
        seed=20_260_917,
        preload=tuple(COURSE.options.preload),
    )
    verdicts = {one.grade_id: one for one in run_task(task).verdicts}
    assert Outcome.FAULT not in {one.outcome for one in verdicts.values()}
    expected = automatic_points(handed_in) | case.scores
    told = {name: [check["why"] for check in one.checks] or one.why for name, one in verdicts.items()}
    assert {name: one.score for name, one in verdicts.items()} == expected, told
    for name, phrases in case.says.items():
        for phrase in [phrases] if isinstance(phrases, str) else phrases:
            assert phrase in " ".join(told[name]), told[name]


@pytest.mark.parametrize("source", COURSE.assignments())
def test_every_check_is_failed_by_some_case(source: str) -> None:
    """No idle check: for each grade cell there is a case that does not get full points there."""
    for path in COURSE.notebooks(source):
        failed = {
            name
            for case in all_cases()
            if (case.assignment, case.notebook) == (source, path.stem)
            for name in case.scores
        }
        assert failed == set(automatic_points(master(COURSE, path))), path.stem
