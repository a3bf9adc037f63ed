"""Every case of the bank gets its score, and its feedback says why."""

from __future__ import annotations

import os

import pytest

from tests.bank import Case, all_cases, points, submission
from tests.stock import grade_in_kernel


@pytest.mark.bank
@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.id)
def test_case_gets_its_score_in_the_kernel(case: Case) -> None:
    notebook = submission(case)
    expected = points(notebook) | case.scores
    grades = grade_in_kernel(notebook, env={**os.environ, "SEQGRAPH_SEED": "20260917"})
    assert {name: grade.score for name, grade in grades.items()} == expected, {
        name: grade.text for name, grade in grades.items() if grade.score != expected[name]
    }
    for name, phrases in case.says.items():
        for phrase in [phrases] if isinstance(phrases, str) else phrases:
            assert phrase in grades[name].text, f"{name} says {grades[name].text!r}"
