"""A class graded: everyone's score, nothing lost, nothing done twice, one clear line for what can't be."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from seqgraph_grader import batch, cli, exports
from seqgraph_grader.course import Course, CourseError
from seqgraph_grader.record import read_record
from seqgraph_grader.sandbox import best_level
from tests.tiny import find, hand_in, make_course, source_notebook, with_add


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_course(tmp_path / "course")


def grade(root: Path, **options: object) -> batch.Tally:
    return batch.autograde(Course(root), ["ps"], jobs=2, level=best_level(), **options)  # type: ignore[arg-type]


def table(root: Path) -> dict[str, dict[str, str]]:
    course = Course(root)
    exports.export(course, ["ps"], "csv", root / "grades.csv")
    with (root / "grades.csv").open() as handle:
        return {row["student"]: row for row in csv.DictReader(handle)}


def test_a_class_is_graded_and_a_second_run_does_nothing(root: Path) -> None:
    hand_in(root, "ana", source_notebook())
    hand_in(root, "bo", with_add("def add(a, b):\n    return abs(a) + abs(b)"))
    hand_in(root, "cy", with_add("def add(a, b):\n    raise NotImplementedError"))
    hand_in(root, "di", "{broken")
    (root / "submitted" / "ed" / "ps").mkdir(parents=True)

    tally = grade(root)
    reasons = {who: why for who, _, why in tally.not_graded}
    assert set(reasons) == {"di", "ed"}
    assert "adding.ipynb is not valid JSON (line 1)" in reasons["di"]
    assert "no notebook in" in reasons["ed"]
    rows = table(root)
    assert [rows["ana"][f"ps/adding/{cell}"] for cell in ("add_tests", "half_tests", "why")] == ["2", "4", ""]
    assert [rows["bo"][f"ps/adding/{cell}"] for cell in ("add_tests", "half_tests")] == ["0", "0"]
    assert rows["cy"]["ps total"] == "0"
    assert rows["di"]["ps/adding/add_tests"] == "", "what was not graded has no score, not a zero"
    assert list(rows["ana"])[3:6] == ["ps/adding/add_tests", "ps/adding/half_tests", "ps/adding/why"]

    again = grade(root)
    assert again.graded == []
    assert len(again.skipped) == 5
    assert {who for who, _, _ in again.not_graded} == {"di", "ed"}


def test_a_new_version_is_graded_again_and_the_others_are_left_alone(root: Path) -> None:
    hand_in(root, "ana", with_add("def add(a, b):\n    return 0"))
    hand_in(root, "bo", source_notebook())
    grade(root)
    hand_in(root, "ana", source_notebook())
    tally = grade(root)
    assert [one.student for one in tally.graded] == ["ana"]
    assert table(root)["ana"]["ps/adding/add_tests"] == "2"


def test_force_regrades_and_manual_marks_survive(root: Path) -> None:
    hand_in(root, "ana", source_notebook())
    grade(root)
    with Course(root).gradebook() as gradebook:
        gradebook.find_grade("why", "adding", "ps", "ana").manual_score = 1.5
        gradebook.db.commit()
    changed = source_notebook()
    find(changed, "add_tests").source += "\nassert add(1, 1) == 3"
    import nbformat

    nbformat.write(changed, root / "source/ps/adding.ipynb")
    grade(root, force=True)
    row = table(root)["ana"]
    assert (row["ps/adding/add_tests"], row["ps/adding/why"]) == ("0", "1.5")


def test_late_penalties_of_nbgrader_are_kept(root: Path) -> None:
    config = root / "nbgrader_config.py"
    config.write_text(config.read_text() + 'c.LateSubmissionPlugin.penalty_method = "zero"\n')
    path = hand_in(root, "ana", source_notebook())
    (path.parent / "timestamp.txt").write_text("2026-02-01 00:00:00 UTC")
    course = Course(root)
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment("ps", duedate="2026-01-01 00:00:00 UTC")
    grade(root)
    assert table(root)["ana"]["late penalty"] == "6"
    assert table(root)["ana"]["ps total"] == "0"


def test_the_record_says_how_it_was_graded(root: Path) -> None:
    hand_in(root, "ana", source_notebook())
    grade(root)
    folder = root / "autograded/ana/ps"
    facts = read_record(folder)
    assert facts is not None
    assert facts["notebooks"]["adding"]["level"] == best_level().value
    assert not (folder / "adding.ipynb").stat().st_mode & 0o222
    notebook = json.loads((folder / "adding.ipynb").read_text())
    assert any(cell.get("outputs") for cell in notebook["cells"])


@pytest.fixture
def run(root: Path) -> Iterator[object]:
    runner = CliRunner()

    def invoke(*words: str) -> tuple[int, str]:
        try:
            result = runner.invoke(cli.app, [*words, "--course-dir", str(root)], catch_exceptions=False)
        except CourseError as error:
            return 1, str(error)
        return result.exit_code, result.output

    return invoke


def test_bad_input_is_one_clear_line(root: Path, run: object) -> None:
    assert "no submitted/" in run("autograde")[1]  # type: ignore[operator]
    hand_in(root, "ana", source_notebook())
    for words, says in {
        ("autograde", "nope"): "no assignment 'nope'",
        ("autograde", "--student", "zoe"): "nothing handed in by 'zoe'",
        ("release", "nope"): "there is ps",
        ("grades",): "nothing is graded yet",
        ("feedback",): "nothing is graded yet",
    }.items():
        code, told = run(*words)  # type: ignore[operator]
        assert code != 0
        assert says in told
        assert "\n" not in told.strip()
    with pytest.raises(CourseError, match="no directory"):
        Course(root / "nowhere")
    with pytest.raises(CourseError, match="is no course"):
        Course(root / "submitted")
    (root / "nbgrader_config.py").write_text(
        "c = get_config()\nc.SeqgraphGrader.limits = {'*': {'memory': 1}}\n"
    )
    assert "unknown memory" in run("autograde")[1]  # type: ignore[operator]
    (root / "nbgrader_config.py").write_text("oops")
    with pytest.raises(CourseError, match="can't be read: NameError"):
        Course(root)


def test_two_runs_at_once_are_refused(root: Path) -> None:
    hand_in(root, "ana", source_notebook())
    with batch._lock(Course(root)), pytest.raises(CourseError, match="another autograde is at work"):
        grade(root)


def test_exit_code_tells_that_something_was_not_graded(root: Path, run: object) -> None:
    hand_in(root, "ana", source_notebook())
    code, told = run("autograde", "--trust-submissions")  # type: ignore[operator]
    assert (code, "1 graded" in told) == (0, True)
    hand_in(root, "di", "{broken")
    assert run("autograde", "--trust-submissions")[0] == 1  # type: ignore[operator]


def die_at_once() -> None:
    os._exit(1)


def test_workers_that_never_live_end_the_run(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "_start_worker", die_at_once)
    monkeypatch.setattr(batch, "MOST_BREAKS", 2)
    hand_in(root, "ana", source_notebook())
    with pytest.raises(CourseError, match="the worker processes die before they have graded anything"):
        grade(root)
