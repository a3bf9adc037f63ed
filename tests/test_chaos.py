"""Kill it at any moment; the next run finishes the class with the gradebook of an uninterrupted one."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from seqgraph_grader import batch
from seqgraph_grader.course import Course
from seqgraph_grader.exports import export
from seqgraph_grader.sandbox import best_level
from tests.tiny import hand_in, make_course, source_notebook, with_add

STUDENTS = 6
COMMAND = [sys.executable, "-m", "seqgraph_grader.cli", "autograde", "--trust-submissions", "--jobs", "2"]


def build(root: Path) -> Path:
    make_course(root)
    (root / ".seqgraph").mkdir()
    (root / ".seqgraph" / "seed").write_text("7\n")
    for number in range(STUDENTS):
        body = "def add(a, b):\n    return a + b" if number % 2 else "def add(a, b):\n    return 0"
        hand_in(root, f"student-{number}", with_add(body))
    return root


def grades(root: Path) -> str:
    course = Course(root)
    export(course, ["ps"], "csv", root / "grades.csv")
    return (root / "grades.csv").read_text()


def complete(root: Path) -> bool:
    return all(
        (root / "autograded" / f"student-{number}" / "ps" / "adding.ipynb").exists()
        for number in range(STUDENTS)
    )


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, float]:
    """The right gradebook, and how long a run takes here."""
    root = build(tmp_path_factory.mktemp("undisturbed") / "course")
    start = time.perf_counter()
    subprocess.run(COMMAND, cwd=root, check=True, capture_output=True)
    return grades(root), time.perf_counter() - start


def workers(process: psutil.Process) -> list[psutil.Process]:
    return [child for child in process.children() if "spawn_main" in " ".join(child.cmdline())]


def below_workers(process: psutil.Process) -> list[psutil.Process]:
    return [child for worker in workers(process) for child in worker.children(recursive=True)]


def itself(process: psutil.Process) -> list[psutil.Process]:
    return [process]


def kill_one(
    run: subprocess.Popen, victims: Callable[[psutil.Process], list[psutil.Process]], rng: random.Random
) -> bool:
    """Kill one of the victims as soon as there are any; False if the run ended before."""
    while run.poll() is None:
        try:
            found = victims(psutil.Process(run.pid))
            if found:
                rng.choice(found).send_signal(signal.SIGKILL)
                return True
        except psutil.NoSuchProcess:
            pass
        time.sleep(0.01)
    return False


@pytest.mark.parametrize(("victims", "moments"), [(itself, 8), (workers, 6), (below_workers, 6)])
def test_killed_at_random_moments(
    tmp_path: Path,
    undisturbed: tuple[str, float],
    victims: Callable[[psutil.Process], list[psutil.Process]],
    moments: int,
) -> None:
    expected, usual = undisturbed
    rng = random.Random(victims.__name__)
    hits = 0
    for number in range(moments):
        root = build(tmp_path / str(number))
        process = subprocess.Popen(COMMAND, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(rng.uniform(0.1, 0.9) * usual)
        hits += kill_one(process, victims, rng)
        process.wait(timeout=120)
        again = subprocess.run(COMMAND, cwd=root, capture_output=True, text=True, timeout=120)
        assert again.returncode == 0, again.stderr
        assert complete(root)
        assert grades(root) == expected
        assert not list(root.glob("autograded/*/.*"))
    assert hits, "no moment fell into a run: the test tested nothing"


def test_ctrl_c_ends_cleanly_and_leaves_what_is_done(tmp_path: Path, undisturbed: tuple[str, float]) -> None:
    root = build(tmp_path)
    hand_in(root, "slow", with_add("import time; time.sleep(1000)"))
    process = subprocess.Popen(
        COMMAND, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + 300
    while not complete(root) and time.monotonic() < deadline:
        time.sleep(0.05)
    family = psutil.Process(process.pid).children(recursive=True)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "run the same command again" in told
    assert complete(root)
    _, alive = psutil.wait_procs(family, timeout=10)
    assert alive == []


def test_a_second_run_does_nothing(tmp_path: Path) -> None:
    root = make_course(tmp_path)
    for number in range(3):
        hand_in(root, f"student-{number}", source_notebook())
    batch.autograde(Course(root), ["ps"], level=best_level())
    stamps = {path: path.stat().st_mtime_ns for path in root.glob("autograded/*/ps/*")}
    tally = batch.autograde(Course(root), ["ps"], level=best_level())
    assert (tally.graded, len(tally.skipped)) == ([], 3)
    assert {path: path.stat().st_mtime_ns for path in root.glob("autograded/*/ps/*")} == stamps
