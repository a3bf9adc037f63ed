"""Every case of the bank gets its score, and its feedback says why: in the kernel as stock nbgrader has it, and judged."""

from __future__ import annotations

import pytest

from seqgraph_grader.model import Mode, Outcome
from seqgraph_grader.release import master
from tests.bank import COURSE, TABLE, Case, all_cases, checks, graded, points, read_table, submission

FAILED = read_table()


@pytest.mark.bank
@pytest.mark.parametrize("mode", [Mode.KERNEL, Mode.JUDGE])
@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.id)
def test_case(case: Case, mode: Mode) -> None:
    verdicts = graded(case, mode)
    assert Outcome.FAULT not in {one.outcome for one in verdicts.values()}
    expected = points(submission(case)) | case.scores
    told = {name: [check["why"] for check in one.checks] or one.why for name, one in verdicts.items()}
    assert {name: one.score for name, one in verdicts.items()} == expected, told
    for name, phrases in case.says.items():
        for phrase in [phrases] if isinstance(phrases, str) else phrases:
            assert phrase in " ".join(told[name]), told[name]

    rows = FAILED[f"{case.assignment}/{case.notebook}"]
    listed = {check for check, cases in rows.items() if case.name in cases}
    assert checks(verdicts.values(), failed_only=True) == listed, f"{TABLE.name} is old: python -m tests.bank"
    if case.kind == "right":
        assert checks(verdicts.values()) == set(rows), f"{TABLE.name} is old: python -m tests.bank"


@pytest.mark.parametrize("assignment", COURSE.assignments())
def test_no_check_is_idle(assignment: str) -> None:
    """Some wrong case fails each check, and every grade cell has checks."""
    wrong = {
        (f"{case.assignment}/{case.notebook}", case.name) for case in all_cases() if case.kind == "wrong"
    }
    for path in COURSE.notebooks(assignment):
        notebook = f"{assignment}/{path.stem}"
        idle = [
            check
            for check, cases in FAILED[notebook].items()
            if not any((notebook, one) in wrong for one in cases)
        ]
        assert not idle, notebook
        assert {cell for cell, _ in FAILED[notebook]} == set(points(master(COURSE, path))), notebook
