"""The class report: right numbers, one file, nothing loaded, readable without pictures."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from seqgraph_grader import batch
from seqgraph_grader.course import Course, CourseError
from seqgraph_grader.grades import QuestionScore
from seqgraph_grader.report import point_biserial, summarise, write_report
from seqgraph_grader.sandbox import best_level
from tests.tiny import hand_in, make_course, source_notebook, with_add


def scores(table: dict[str, list[float | None]], points: tuple[float, ...] = (2, 4)) -> list[QuestionScore]:
    return [
        QuestionScore(who, "", "", "ps", "adding", f"q{number}_tests", value, points[number], False, 0.0)
        for who, row in table.items()
        for number, value in enumerate(row)
    ]


def facts(*checks: tuple[str, bool, str], **more: Any) -> dict[str, Any]:
    verdict = {
        "grade_id": "q0_tests",
        "outcome": "graded",
        "why": "",
        "in_kernel": False,
        "checks": [{"what": what, "points": 1, "passed": ok, "why": why} for what, ok, why in checks],
    }
    book = {"level": "isolated", "notes": [], "flags": [], "seconds": {"wall": 2.0, "cpu": 9.0}}
    return {
        "held": {},
        "faults": {},
        "flags": [],
        "notebooks": {"adding": {**book, "verdicts": [verdict]}},
        **more,
    }


def test_numbers_of_a_small_class() -> None:
    summary = summarise(
        "ps",
        scores({"a": [2, 4], "b": [1, 2], "c": [0, 0], "d": [None, None]}),
        {
            "a": facts(("adds", True, "")),
            "b": facts(("adds", False, "off by one"), process={"hours": 3}),
            "c": facts(("adds", False, "off by one")),
            "d": facts(held={"adding": "broken"}),
        },
    )
    first = summary.questions[0]
    assert (first.name, first.scored, first.mean) == ("q0", 3, 1.0)
    assert [first.full, first.partial, first.zero] == pytest.approx([1 / 3] * 3)
    assert first.discrimination == pytest.approx(1.0)
    assert (summary.mean, summary.median, summary.points) == (3.0, 3.0, 6.0)
    assert sum(count for _, count in summary.histogram) == 3
    (check,) = summary.checks
    assert (check.failed, check.share, check.reasons) == (2, pytest.approx(2 / 3), [("off by one", 2)])
    assert summary.problems == [("d", "adding: broken")]
    assert summary.seconds == [{"notebook": "adding", "median": 2.0, "p95": 2.0, "longest": 2.0}]
    assert summary.hours == {"told": 1, "median": 3.0, "least": 3.0, "most": 3.0}


def test_discrimination_is_undefined_where_nothing_varies() -> None:
    assert point_biserial(np.array([1.0, 1, 1]), np.array([1.0, 2, 3])) is None
    assert point_biserial(np.array([1.0, 0]), np.array([1.0, 2])) is None
    assert point_biserial(np.array([0.0, 1, 2, np.nan]), np.array([3.0, 2, 1, 9])) == pytest.approx(-1)


def test_the_page_stands_alone(tmp_path: Path) -> None:
    root = make_course(tmp_path / "course")
    hand_in(root, "ana", source_notebook())
    hand_in(root, "bo", with_add("def add(a, b):\n    return 0"))
    hand_in(root, "<b>di", "{broken")
    course = Course(root)
    with pytest.raises(CourseError, match="nothing is graded yet"):
        write_report(course, ["ps"], root / "report.html")
    batch.autograde(course, ["ps"], jobs=2, level=best_level())
    page = write_report(course, ["ps"], root / "report.html").read_text()
    assert set(re.findall(r'src="(\w+):', page)) == {"data"}
    assert not re.search(r"<script|<link|@import|https?://", page)
    assert page.count("<img") == page.count('alt="') == 2
    assert page.count("<table>") >= 4
    assert "&lt;b&gt;di" in page
    assert "not valid JSON" in page
    for tag in ("h1", "h2", "h3", "caption"):
        assert f"<{tag}" in page
