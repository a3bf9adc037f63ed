"""Checks: what a grade cell is made of.

A grade cell runs several small checks. Each one passes or fails by itself, the rest
still run, and the learner gets a table that says what failed and why::

    checks = Checks(points=4)

    with checks("returns one hidden state per time step", points=1):
        assert RNNLayer(2, 3)(torch.zeros(4, 5, 2)).shape == (4, 5, 3)

    ### BEGIN HIDDEN TESTS
    with checks("carries the hidden state forward", points=3,
                hint="h_t must use h_{t-1}: is it updated in the loop?"):
        ...
    ### END HIDDEN TESTS

    checks.score()

``score()`` is the last line of the cell. Its value is nbgrader's partial credit; its
picture is the table. The same cell works in any notebook, with or without a grader.
"""

from __future__ import annotations

import contextlib
import io
import linecache
import os
import traceback
import warnings
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from html import escape
from types import TracebackType
from typing import Any

#: MIME type under which the table travels as data beside its HTML, for graders and reports.
#: Value: ``{"points": float, "earned": float, "later": float, "checks": [{"what", "points",
#: "passed", "why"}]}``.
CHECKS_MIME = "application/vnd.seqgraph.checks+json"

_NOT_WRITTEN = "not written yet"
_LONGEST_WHY = 600


@dataclass(frozen=True)
class Check:
    """One line of the table: what was checked, its points, and why it failed (if it did)."""

    what: str
    points: float
    passed: bool
    why: str = ""


class Score(float):
    """The points earned, shown as the table of checks (``text/plain`` stays a bare number)."""

    points: float
    checks: tuple[Check, ...]

    def __new__(cls, earned: float, points: float, checks: tuple[Check, ...]) -> Score:
        score = super().__new__(cls, earned)
        score.points = points
        score.checks = checks
        return score

    @property
    def later(self) -> float:
        """Points that are checked only after submission."""
        return self.points - sum(check.points for check in self.checks)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        data = {
            "points": self.points,
            "earned": sum(check.points for check in self.checks if check.passed),
            "later": self.later,
            "checks": [asdict(check) for check in self.checks],
        }
        return {"text/plain": repr(float(self)), "text/html": self._html(), CHECKS_MIME: data}

    def _html(self) -> str:
        rows = "".join(
            f"<tr><td>{'✓ passed' if check.passed else '✗ not yet'}</td>"
            f"<td>{_amount(check.points if check.passed else 0)} / {_amount(check.points)}</td>"
            f"<td style='text-align:left'>{escape(check.what)}"
            + (f"<br><em>{_why_html(check.why)}</em>" if check.why else "")
            + "</td></tr>"
            for check in self.checks
        )
        earned = sum(check.points for check in self.checks if check.passed)
        sure = f"{_amount(earned)} of {_amount(self.points)} points"
        if self.later > 0:
            sure += f" are sure; {_amount(self.later)} more are checked after you submit"
        return (
            f"<table><caption>{sure}.</caption><thead><tr><th scope='col'>Result</th>"
            "<th scope='col'>Points</th><th scope='col' style='text-align:left'>Check</th></tr>"
            f"</thead><tbody>{rows}</tbody></table>"
        )


class Checks:
    """The checks of one grade cell.

    Parameters
    ----------
    points : float
        What the cell is worth: nbgrader's points of the cell, hidden checks included.
    part : str
        What part of the notebook this is, for :func:`progress`.

    Raises
    ------
    ValueError
        From :meth:`score`, if the checks add up to more than ``points``.
    """

    def __init__(self, points: float, part: str = "") -> None:
        self.points = float(points)
        self.part = part
        self._checks: list[Check] = []

    @property
    def seed(self) -> int:
        """Seed for the random inputs of hidden checks.

        The grader supplies a secret one, the same for every student, through the
        environment variable ``SEQGRAPH_SEED``; elsewhere it is 0.
        """
        return int(os.environ.get("SEQGRAPH_SEED", "0"))

    @contextlib.contextmanager
    def __call__(self, what: str, points: float, hint: str = "") -> Iterator[None]:
        """Run the ``with`` block as one check, worth ``points``.

        A failure of any kind costs this check's points and nothing else. Whatever the block
        prints, on either stream, is dropped.

        Parameters
        ----------
        what : str
            The requirement, as a learner would read it in a list of requirements.
        points : float
            Points for passing.
        hint : str
            A question or a suggestion shown when the block fails, in the terms of the subject.
        """
        why = ""
        passed = False
        try:
            with (
                contextlib.redirect_stderr(io.StringIO()),
                contextlib.redirect_stdout(io.StringIO()),
                warnings.catch_warnings(),
            ):
                warnings.simplefilter("ignore")
                yield
            passed = True
        except GeneratorExit:
            raise
        except BaseException as error:
            if getattr(error, "grader_fault", False):
                raise
            why = _join(_explain(error), hint if not _unwritten(error) else "")
        finally:
            self._checks.append(Check(what, float(points), passed, why))

    def score(self) -> Score:
        """The points earned so far, as nbgrader's partial credit; displays the table.

        Under ``nbgrader validate`` a cell whose visible checks all pass counts in full:
        what is hidden there can't be validated.
        """
        total = sum(check.points for check in self._checks)
        if total > self.points + 1e-9:
            raise ValueError(f"the checks add up to {total:g} points, the cell has {self.points:g}")
        earned = sum(check.points for check in self._checks if check.passed)
        validating = os.environ.get("NBGRADER_EXECUTION") == "validate"
        if validating and self._checks and all(check.passed for check in self._checks):
            earned = self.points
        score = Score(earned, self.points, tuple(self._checks))
        if self.part:
            _scores[self.part] = score
        return score


#: The latest score of each part, in this kernel.
_scores: dict[str, Score] = {}


class Progress:
    """Which parts of a notebook are complete, and how many points are sure."""

    def __init__(self, parts: dict[str, float], scores: dict[str, Score]) -> None:
        self.parts = parts
        self.scores = scores

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        rows = [(part, *self._state(part, points)) for part, points in self.parts.items()]
        sure = sum(earned for _, earned, _ in rows)
        title = f"{_amount(sure)} of {_amount(sum(self.parts.values()))} points are sure"
        lines = [
            f"{part}: {_amount(earned)} / {_amount(self.parts[part])}, {told}" for part, earned, told in rows
        ]
        cells = "".join(
            f"<tr><td>{escape(part)}</td><td>{_amount(earned)} / {_amount(self.parts[part])}</td>"
            f"<td style='text-align:left'>{told}</td></tr>"
            for part, earned, told in rows
        )
        html = (
            f"<table><caption>{title}.</caption><thead><tr><th scope='col'>Part</th><th scope='col'>Sure</th>"
            f"<th scope='col' style='text-align:left'>State</th></tr></thead><tbody>{cells}</tbody></table>"
        )
        return {"text/plain": "\n".join([title, *lines]), "text/html": html}

    def _state(self, part: str, points: float) -> tuple[float, str]:
        score = self.scores.get(part)
        if score is None:
            return 0.0, "its check was not run"
        earned = sum(check.points for check in score.checks if check.passed)
        if not all(check.passed for check in score.checks):
            return earned, "not complete yet"
        later = points - earned
        return (
            earned,
            f"all that can be seen is right; {_amount(later)} checked later" if later else "complete",
        )


def progress(**parts: float) -> Progress | None:
    """The last cell of a notebook: what is complete, by part, and how many points are sure.

    Parameters
    ----------
    **parts : float
        The points of each part, by the name that its :class:`Checks` has.

    Returns
    -------
    Progress or None
        ``None`` while the notebook is graded: its checks run elsewhere then.
    """
    if os.environ.get("NBGRADER_EXECUTION") == "autograde":
        return None
    return Progress(parts, dict(_scores))


def expect_shape(value: Any, shape: tuple[int, ...], axes: str) -> None:
    """Say in words what is wrong with the shape of a tensor or array.

    Parameters
    ----------
    value : torch.Tensor or numpy.ndarray
    shape : tuple of int
        What it should be; the sizes should all differ, so that a swap can be named.
    axes : str
        Names of the axes, such as ``"B, T, H"``.

    Raises
    ------
    AssertionError
        If ``value`` is no tensor or array, or has another shape.
    """
    if isinstance(value, list | tuple):
        raise AssertionError(
            f"a {type(value).__name__} came back, not one tensor: stack its parts into ({axes})"
        )
    found = getattr(value, "shape", None)
    if found is None:
        raise AssertionError(f"a tensor of shape ({axes}) was expected, a {type(value).__name__} came back")
    found = tuple(found)
    if found == shape:
        return
    told = f"the shape is {found}, but ({axes}) is {shape}"
    if len(found) == len(shape) and sorted(found) == sorted(shape):
        told += ": the right sizes in another order"
    elif len(found) == len(shape) and sum(a != b for a, b in zip(found, shape, strict=True)) == 1:
        axis = next(i for i, (a, b) in enumerate(zip(found, shape, strict=True)) if a != b)
        told += f": look at axis {axes.split(', ')[axis]}"
    raise AssertionError(told)


def in_student_kernel(probe: Callable[..., Any]) -> Callable[..., Any]:
    """Decorate a probe: a function that must run beside the learner's objects.

    A grade cell may be executed in another process than the learner's code; objects of the
    learner's are then known there only from afar. A probe is sent to where they live, runs
    there, and its result comes back by value. Where the learner's objects are at hand, the
    probe is simply called. Use it for whatever needs the real object: a gradient through the
    learner's module, a training step on the learner's parameters.

    The probe must import what it needs inside its body, and return plain data: numbers, text,
    lists, dicts, arrays, tensors.
    """

    def call(*args: Any, **kwargs: Any) -> Any:
        for value in (*args, *kwargs.values()):
            send = getattr(type(value), "__in_student_kernel__", None)
            if send is not None:
                return send(value, probe, args, kwargs)
        return probe(*args, **kwargs)

    call.__name__ = probe.__name__
    call.__doc__ = probe.__doc__
    return call


def _explain(error: BaseException) -> str:
    """The failure in one or two sentences, with the learner's own line where there is one."""
    text = str(error).strip()
    if _unwritten(error):
        return _NOT_WRITTEN
    if isinstance(error, AssertionError):
        if _raised_by_a_testing_library(error):
            return "the values differ from what they should be"
        return text or "the result is not what it should be"
    if isinstance(error, NameError):
        name = getattr(error, "name", None) or text
        return f"`{name}` does not exist: did you rename it, or not run its cell?"
    if isinstance(error, KeyboardInterrupt):
        return "the check was interrupted: is there a loop that never ends?"
    if isinstance(error, RecursionError):
        return "the code calls itself without end (RecursionError)" + _where(error)
    if isinstance(error, SystemExit):
        return "the code ends the program (exit or quit): remove that call" + _where(error)
    return _shorten(f"{type(error).__name__}: {text}" if text else type(error).__name__) + _where(error)


def _raised_by_a_testing_library(error: BaseException) -> bool:
    """Whether numpy.testing or torch.testing raised it: their messages quote what was expected."""
    frames = traceback.extract_tb(error.__traceback__)
    return any("testing" in frame.filename and "site-packages" in frame.filename for frame in frames)


def _unwritten(error: BaseException) -> bool:
    return isinstance(error, NotImplementedError)


def _where(error: BaseException) -> str:
    """The learner's line that raised: told by a remote error, or found in the traceback."""
    told = getattr(error, "where", None)
    if told:
        return f" (at `{told}`)"
    line = _learners_line(error.__traceback__)
    return f" (at `{line}`)" if line else ""


def _learners_line(tb: TracebackType | None) -> str:
    # The first notebook frame is the grade cell's own; the learner's are below it.
    frames = [frame for frame in traceback.extract_tb(tb) if _is_notebook_cell(frame.filename)]
    if len(frames) < 2:
        return ""
    return (frames[-1].line or linecache.getline(frames[-1].filename, frames[-1].lineno or 0)).strip()


def _is_notebook_cell(filename: str) -> bool:
    return "ipykernel_" in filename or filename.startswith("<ipython-input")


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_WHY else text[:_LONGEST_WHY] + " …"


def _join(why: str, hint: str) -> str:
    if not hint:
        return why
    return f"{why}. {hint}" if why[-1:] not in ".?!:" else f"{why} {hint}"


def _amount(points: float) -> str:
    return f"{points:g}"


def _why_html(why: str) -> str:
    parts = escape(why).split("`")
    return "".join(f"<code>{part}</code>" if i % 2 else part for i, part in enumerate(parts))
