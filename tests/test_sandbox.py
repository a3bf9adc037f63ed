"""The level of isolation is found by trying, and is what it says."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from seqgraph_grader import sandbox
from seqgraph_grader.kernels import Template
from seqgraph_grader.model import Level, Limits
from tests.running import LIMITS, NOT_ISOLATED, graded, run, scores


@pytest.fixture
def untried() -> Iterator[None]:
    """Nothing has been tried yet, and what is tried is forgotten again."""
    found = (sandbox.best_level, sandbox.why_not_isolated)
    for one in found:
        one.cache_clear()
    yield
    for one in found:
        one.cache_clear()


def test_without_bubblewrap_there_are_only_limits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, untried: None
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert sandbox.best_level() is Level.LIMITS_ONLY
    assert sandbox.why_not_isolated() == "bubblewrap (bwrap) is not installed"


def test_a_bubblewrap_that_may_not_is_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, untried: None
) -> None:
    forbidden = tmp_path / "bwrap"
    forbidden.write_text("#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n")
    forbidden.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert sandbox.best_level() is Level.LIMITS_ONLY
    assert "No permissions to create new namespace" in sandbox.why_not_isolated()


def test_the_command_holds_no_path_of_a_course(tmp_path: Path) -> None:
    words = sandbox.command(["python"], Level.ISOLATED)
    assert "--unshare-all" in words
    bound = {words[n + 1] for n, word in enumerate(words) if word in {"--ro-bind", "--ro-bind-try", "--bind"}}
    repository = Path(sandbox.__file__).parent.parent
    assert str(repository) not in bound
    assert not any(path in ("/", "/home", "/root", "/tmp", str(Path.home())) for path in bound)
    assert sandbox.command(["python"], Level.LIMITS_ONLY) == ["python"]


@pytest.mark.skipif(bool(NOT_ISOLATED), reason=NOT_ISOLATED)
def test_isolated_forks_are_in_namespaces_of_their_own() -> None:
    kinds = ("user", "pid", "mnt", "ipc", "net", "uts")
    with Template((), Level.ISOLATED) as warm:
        seen = []
        for _ in range(2):
            with warm.fork("time:sleep", Limits(), arguments=(60,)) as child:
                seen.append([(Path(f"/proc/{child.pid}/ns") / kind).readlink() for kind in kinds])
    own = [(Path("/proc/self/ns") / kind).readlink() for kind in kinds]
    for number, kind in enumerate(kinds):
        assert own[number] not in (seen[0][number], seen[1][number]), kind


def test_limits_are_set_for_each_process() -> None:
    source = (
        "import resource as r\n"
        "assert r.getrlimit(r.RLIMIT_CORE) == (0, 0)\n"
        "assert r.getrlimit(r.RLIMIT_FSIZE) == (20_000_000, 20_000_000)\n"
        "assert r.getrlimit(r.RLIMIT_CPU) == (50, 50)"
    )
    assert scores(run(graded(source))) == [1]


def test_who_takes_memory_faster_than_it_can_be_seen_gets_a_memory_error() -> None:
    source = "try:\n    bytearray(4_000_000_000)\nexcept MemoryError:\n    print('refused')\nelse:\n    1 / 0"
    assert scores(run(graded(source), memory_mb=400)) == [1]


def test_limits_only_leaves_the_machine_as_it_was(tmp_path: Path) -> None:
    """Everything of a fork is in a folder of its own, which goes with it."""
    with Template((), Level.LIMITS_ONLY) as warm:
        with warm.fork(
            "time:sleep",
            Limits(**LIMITS),
            arguments=(60,),
            files={"a/b.txt": b"x"},  # type: ignore[arg-type]
        ) as child:
            home = child.home
            assert child.wait(0.5) is None
            assert (home / "work/a/b.txt").read_bytes() == b"x"
        assert not home.exists()
