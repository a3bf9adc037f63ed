"""The data that grading passes around: tasks in, results out.

Everything here is plain and picklable, so a task can be graded on another machine.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

#: What a table of checks carries as data (see CONTRIBUTING.md): ``{"checks": [{"what", "points", "passed", "why"}]}``.
CHECKS_MIME = "application/vnd.seqgraph.checks+json"


class Level(StrEnum):
    """How a submission is kept in check while it runs."""

    ISOLATED = "isolated"  #: bubblewrap: own namespaces, no network, nothing of the host to write
    LIMITS_ONLY = "limits only"  #: resource limits and a watchdog, with the user's own rights


class Mode(StrEnum):
    """Where grade cells run."""

    JUDGE = "judge"  #: in a trusted process; student code is reached from afar
    KERNEL = "kernel"  #: in the student's kernel, as stock nbgrader does


class Outcome(StrEnum):
    """What became of a grade cell."""

    GRADED = "graded"  #: on merit, partial credit included
    MANUAL = "manual"  #: waits for a person
    ACCIDENT = "accident"  #: the student's code timed out, died, ate its memory: zero, cause named
    FAULT = "grader fault"  #: the grader's own error: no score


@dataclass(frozen=True)
class Limits:
    """What one notebook may use. Times in seconds, sizes in MB (10⁶ bytes) unless named otherwise."""

    cell_seconds: float = 60.0  #: wall time of one cell
    cpu_seconds: float = 120.0  #: processor time of the whole notebook
    wall_seconds: float = 300.0  #: wall time of the whole notebook
    memory_mb: int = 1500  #: private memory of the whole process tree
    processes: int = 64  #: processes and threads' leaders in the tree
    output_bytes: int = 1_000_000  #: output of one cell
    disk_mb: int = 100  #: working directory, /tmp and /dev/shm, each
    submission_mb: int = 50  #: files handed in


@dataclass(frozen=True)
class Task:
    """One submitted notebook, sanitised and ready to run: the input of a pure function.

    ``notebook`` holds the student's notebook with every instructor cell restored; ``files`` what
    else the notebook may read, by relative path; ``seed`` the course's secret seed.
    """

    student: str
    assignment: str
    name: str
    notebook: dict[str, Any]
    files: dict[str, bytes] = field(default_factory=dict)
    limits: Limits = Limits()
    mode: Mode = Mode.JUDGE
    level: Level = Level.ISOLATED
    seed: int = 0
    preload: tuple[str, ...] = ()  #: modules that a warm kernel has imported before it forks


@dataclass
class Verdict:
    """What one grade cell got. ``score`` is ``None`` while a person (or a new run) has to decide."""

    grade_id: str
    points: float
    score: float | None
    outcome: Outcome = Outcome.GRADED
    why: str = ""
    in_kernel: bool = False
    checks: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class Result:
    """What became of one :class:`Task`: the executed notebook, its verdicts, what it took."""

    notebook: dict[str, Any]
    verdicts: list[Verdict]
    level: Level
    notes: list[str] = field(default_factory=list)  #: accidents, repairs: shown to instructor and student
    flags: list[str] = field(default_factory=list)  #: reasons for a person to look
    seconds: dict[str, float] = field(default_factory=dict)  #: wall time by stage, and ``cpu``
