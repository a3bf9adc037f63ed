"""Checks: each one stands alone, says why it failed, and nothing odd gets past it."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable

import numpy as np
import pytest

from seqgraph_helpers.checks import CHECKS_MIME, Checks, Score, expect_shape, in_student_kernel, progress


def _raise(error: BaseException) -> Callable[[], None]:
    def body() -> None:
        raise error

    return body


def _missing_name() -> None:
    RNNLayer  # noqa: B018, F821  # ty: ignore


def _tensor_in_if() -> None:
    if np.zeros(3) == np.zeros(3):
        pass


def _recursion() -> None:
    _recursion()


def _values_differ() -> None:
    np.testing.assert_allclose([1.0, 2.0], [1.0, 2.5])


def run_one(body: Callable[[], None], hint: str = "") -> Score:
    checks = Checks(points=3)
    with checks("the one that matters", points=2, hint=hint):
        body()
    with checks("the one after it", points=1):
        pass
    return checks.score()


def why(body: Callable[[], None], hint: str = "") -> str:
    score = run_one(body, hint)
    assert score == 1.0, "the check after a failing one still counts"
    return score.checks[0].why


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (_raise(AssertionError("the last step is missing")), "the last step is missing"),
        (_raise(AssertionError()), "not what it should be"),
        (_raise(NotImplementedError()), "not written yet"),
        (_raise(ValueError("shapes (2, 3) and (4,)")), "ValueError: shapes (2, 3) and (4,)"),
        (_raise(SystemExit(0)), "ends the program"),
        (_raise(KeyboardInterrupt()), "a loop that never ends"),
        (_missing_name, "`RNNLayer` does not exist"),
        (_tensor_in_if, "ambiguous"),
        (_recursion, "calls itself without end"),
        (_values_differ, "the values differ"),
    ],
)
def test_a_failure_says_why(body: Callable[[], None], says: str) -> None:
    assert says in why(body)


def test_expected_values_are_not_quoted() -> None:
    assert "2.5" not in why(_values_differ)


def test_hint_follows_the_reason_but_not_an_empty_stub() -> None:
    told = why(_raise(AssertionError("wrong")), hint="Is h updated?")
    assert told == "wrong. Is h updated?"
    assert why(_raise(NotImplementedError()), hint="Is h updated?") == "not written yet"


def test_a_long_message_is_cut() -> None:
    assert len(why(_raise(ValueError("x" * 10_000)))) < 1000


def test_a_fault_of_the_grader_is_no_failure_of_the_learner() -> None:
    error = RuntimeError("judge")
    error.grader_fault = True  # type: ignore[attr-defined]
    with pytest.raises(RuntimeError, match="judge"):
        run_one(_raise(error))


def test_warnings_and_prints_cost_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    checks = Checks(points=1)
    with checks("noisy", points=1):
        print("out")
        print("err", file=sys.stderr)
        warnings.warn("careful", stacklevel=1)
    assert checks.score() == 1.0
    assert capfd.readouterr() == ("", "")


def test_points_are_nbgraders_partial_credit() -> None:
    bundle = run_one(_raise(AssertionError("<b>")))._repr_mimebundle_()
    assert float(bundle["text/plain"]) == 1.0
    assert "<b>" not in bundle["text/html"]
    assert "1 of 3 points" in bundle["text/html"]
    data = bundle[CHECKS_MIME]
    assert [check["passed"] for check in data["checks"]] == [False, True]
    assert (data["points"], data["earned"], data["later"]) == (3.0, 1.0, 0.0)


def test_points_checked_later_are_announced() -> None:
    checks = Checks(points=6)
    with checks("visible", points=2):
        pass
    score = checks.score()
    assert score == 2.0
    assert score.later == 4.0
    assert (
        "2 of 6 points are sure; 4 more are checked after you submit"
        in score._repr_mimebundle_()["text/html"]
    )


def test_validation_counts_what_can_be_seen_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    checks = Checks(points=6)
    with checks("visible", points=2):
        pass
    assert checks.score() == 6.0
    with checks("visible too", points=1):
        raise AssertionError
    assert checks.score() == 2.0


def test_too_many_points_are_refused() -> None:
    checks = Checks(points=1)
    with checks("a", points=2):
        pass
    with pytest.raises(ValueError, match="add up to 2"):
        checks.score()


def test_seed_comes_from_the_grader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SEQGRAPH_SEED", raising=False)
    assert Checks(points=1).seed == 0
    monkeypatch.setenv("SEQGRAPH_SEED", "17")
    assert Checks(points=1).seed == 17


def test_a_probe_runs_beside_the_object_it_inspects() -> None:
    class Remote:
        def __in_student_kernel__(self, probe, args, kwargs):  # type: ignore[no-untyped-def]
            return "there", probe.__name__, args[1:], kwargs

    @in_student_kernel
    def count(thing, factor=1):  # type: ignore[no-untyped-def]
        return len(thing) * factor

    assert count([1, 2], factor=3) == 6
    assert count(Remote(), factor=3) == ("there", "count", (), {"factor": 3})


def test_progress_tells_what_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    for part, works in (("first", True), ("second", False)):
        checks = Checks(points=5, part=part)
        with checks("visible", points=2):
            assert works
        checks.score()
    table = progress(first=5, second=5, third=1)
    assert table is not None
    text = table._repr_mimebundle_()["text/plain"]
    assert text.splitlines() == [
        "2 of 11 points are sure",
        "first: 2 / 5, all that can be seen is right; 3 checked later",
        "second: 0 / 5, not complete yet",
        "third: 0 / 1, its check was not run",
    ]
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert progress(first=5) is None


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ([np.zeros(2)], "stack its parts"),
        (3.0, "a float came back"),
        (np.zeros((5, 4, 3)), "the right sizes in another order"),
        (np.zeros((4, 6, 3)), "look at axis T"),
        (np.zeros((4, 3)), "the shape is (4, 3)"),
    ],
)
def test_wrong_shapes_are_said_in_words(value: object, says: str) -> None:
    with pytest.raises(AssertionError) as error:
        expect_shape(value, (4, 5, 3), "B, T, H")
    assert says in str(error.value)
    expect_shape(np.zeros((4, 5, 3)), (4, 5, 3), "B, T, H")
