"""The same tasks on a Dask cluster: workers know nothing of the course directory or the gradebook."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from seqgraph_grader import batch
from seqgraph_grader.course import Course, CourseError
from seqgraph_grader.exports import export
from seqgraph_grader.sandbox import best_level
from tests.tiny import hand_in, make_course, source_notebook, with_add

# Dask's own event loop and sockets are closed by its processes, not always by the client before it is collected.
pytestmark = pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)


@contextmanager
def process(module: str, *arguments: str, cwd: Path) -> Iterator[subprocess.Popen[str]]:
    started = subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        cwd=cwd,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield started
    finally:
        started.terminate()
        started.communicate(timeout=30)


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """A scheduler and two workers on loopback, each in an empty directory of its own."""
    with ExitStack() as stack:
        local = ("--host", "127.0.0.1", "--no-dashboard")
        (tmp_path / "scheduler").mkdir()
        head = stack.enter_context(
            process("distributed.cli.dask_scheduler", *local, "--port", "0", cwd=tmp_path / "scheduler")
        )
        assert head.stderr is not None
        address = next(line.split()[-1] for line in head.stderr if "Scheduler at:" in line)
        for number in range(2):
            folder = tmp_path / f"worker-{number}"
            folder.mkdir()
            worker = ("--nthreads", "1", "--no-nanny")
            stack.enter_context(process("distributed.cli.dask_worker", address, *local, *worker, cwd=folder))
        yield address


def test_a_cluster_gives_the_same_grades(tmp_path: Path, scheduler: str) -> None:
    tables = []
    for name, where in (("local", ""), ("cluster", scheduler)):
        root = make_course(tmp_path / name)
        hand_in(root, "ana", source_notebook())
        hand_in(root, "bo", with_add("def add(a, b):\n    return abs(a) + abs(b)"))
        hand_in(root, "di", "{broken")
        course = Course(root)
        tally = batch.autograde(course, ["ps"], jobs=2, level=best_level(), scheduler=where)
        assert [(who, kind) for who, kind, _ in tally.not_graded] == [("di", "ps")]
        export(course, ["ps"], "csv", root / "grades.csv")
        tables.append((root / "grades.csv").read_text())
    assert tables[0] == tables[1]
    assert "ana" in tables[0]


def test_a_missing_scheduler_is_one_line(tmp_path: Path) -> None:
    root = make_course(tmp_path / "course")
    hand_in(root, "ana", source_notebook())
    with pytest.raises(CourseError, match="no Dask scheduler answers at tcp://127.0.0.1:9"):
        batch.autograde(Course(root), ["ps"], scheduler="tcp://127.0.0.1:9")
    assert not (root / "autograded").exists()
