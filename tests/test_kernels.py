"""Warm kernels: forks that end when they should, tell how, and fit into jupyter_client and nbgrader unchanged."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty

import nbformat
import psutil
import pytest
from jupyter_client.provisioning import KernelProvisionerFactory
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.apps import NbGraderAPI
from traitlets.config import Config

from seqgraph_grader.execute import Run
from seqgraph_grader.kernels import (
    GraderFault,
    StudentKernelDied,
    StudentTimeout,
    Template,
    WarmClient,
    WarmKernelManager,
    close_template,
    template,
)
from seqgraph_grader.model import Level, Limits, Mode, Task, Verdict
from seqgraph_grader.sandbox import best_level
from tests.running import NOT_ISOLATED, PRELOAD, graded, run, scores, text, verdict
from tests.tiny import hand_in, make_course, source_notebook, with_add


@pytest.fixture(params=list(Level), ids=lambda level: level.name.lower())
def level(request: pytest.FixtureRequest) -> Level:
    if request.param is Level.ISOLATED and NOT_ISOLATED:
        pytest.skip(NOT_ISOLATED)
    return request.param


@pytest.fixture
def warm(level: Level) -> Iterator[Template]:
    with Template((), level) as started:
        yield started


# -- forks


@pytest.mark.parametrize(
    ("target", "arguments", "status"),
    [
        ("os:_exit", (0,), 0),
        ("os:_exit", (7,), 7),
        ("sys:exit", ("a message",), 1),
        ("builtins:exec", ("1 / 0",), 1),
        ("builtins:exec", ("import os; os.kill(os.getpid(), 9)",), -signal.SIGKILL),
        ("signal:raise_signal", (signal.SIGTERM,), -signal.SIGTERM),
        ("os:abort", (), -signal.SIGABRT),
        ("os:listdir", ("/",), 0),
    ],
)
def test_exit_status_is_truthful(
    warm: Template, target: str, arguments: tuple[object, ...], status: int
) -> None:
    with warm.fork(target, Limits(), arguments=arguments) as child:
        assert child.wait(20) == status
        assert child.poll() == status


def test_a_fork_is_there_until_it_is_released(warm: Template) -> None:
    with warm.fork("time:sleep", Limits(), arguments=(100,)) as child:
        assert child.poll() is None
        assert child.wait(0.05) is None
        assert psutil.pid_exists(child.pid)
        assert psutil.Process(child.pid).num_threads() == 1
    gone(child.pid, child.keeper)


def test_a_fork_can_be_interrupted_and_killed(warm: Template) -> None:
    with warm.fork("time:sleep", Limits(), arguments=(100,)) as child:
        child.signal(signal.SIGINT)
        assert child.wait(20) in (1, -signal.SIGINT)
    with warm.fork("time:sleep", Limits(), arguments=(100,)) as child:
        child.kill()
        assert child.wait(20) == -signal.SIGKILL


def test_descendants_go_with_their_fork(warm: Template) -> None:
    source = "import os\nfor _ in range(3):\n    os.fork()\nos.setsid() if os.getpgrp() != os.getpid() else None\nimport time\ntime.sleep(100)"
    with warm.fork("builtins:exec", Limits(), arguments=(source,)) as child:
        deadline = time.monotonic() + 20
        while len(family := psutil.Process(child.keeper).children(recursive=True)) < 8:
            assert time.monotonic() < deadline
            time.sleep(0.01)
    gone(*(process.pid for process in family))


def test_a_socket_reaches_the_target(warm: Template) -> None:
    ours, theirs = socket.socketpair()
    with ours, warm.fork("socket:socket.sendall", Limits(), sockets=[theirs], arguments=(b"word",)) as child:
        assert ours.recv(100) == b"word"
        assert child.wait(20) == 0
        assert ours.recv(100) == b"", "nobody else holds the other end"


def test_a_target_that_is_not_there_is_the_graders_fault(warm: Template) -> None:
    with (
        warm.fork("json:no_such", Limits()) as child,
        pytest.raises(GraderFault, match="no attribute 'no_such'"),
    ):
        child.wait(20)


def test_a_worker_that_is_killed_takes_everything_along(level: Level) -> None:
    program = f"""
import time
from seqgraph_grader.kernels import Template
from seqgraph_grader.model import Level, Limits
warm = Template((), Level({level.value!r}))
child = warm.fork("time:sleep", Limits(), arguments=(1000,))
print(warm.pid, child.pid, child.keeper, flush=True)
time.sleep(1000)"""
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout
        pids = [int(word) for word in worker.stdout.readline().split()]
        assert all(map(psutil.pid_exists, pids))
        worker.kill()
    gone(*pids)


def test_a_template_that_died_is_the_graders_fault_and_is_replaced(level: Level) -> None:
    first = template(PRELOAD, level)
    with first.fork("time:sleep", Limits(), arguments=(100,)) as child:
        family = [psutil.Process(first.pid), *psutil.Process(first.pid).children(recursive=True)]
        others = {child.pid, child.keeper}
        next(one for one in family if one.name() != "bwrap" and one.pid not in others).kill()
        with pytest.raises(GraderFault, match="template process died"):
            child.wait(20)
    with pytest.raises(GraderFault, match="could not be forked"):
        first.fork("time:sleep", Limits(), arguments=(0,))
    assert template(PRELOAD, level).pid != first.pid
    assert scores(run(graded("assert True"), level=level)) == [1]


def test_a_start_that_leaves_something_behind_fails_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """bubblewrap, killed while it sets up, leaves a process that holds the socket and waits for ever."""
    pid = tmp_path / "pid"
    script = f"sleep 1000 & echo $! > {pid}; echo cut short >&2; exit 3"
    monkeypatch.setattr("seqgraph_grader.sandbox.command", lambda *_: ["sh", "-c", script])
    with pytest.raises(GraderFault, match=r"did not start: cut short \(status 3\)"):
        Template((), Level.LIMITS_ONLY)
    gone(int(pid.read_text()))


def test_what_can_not_be_imported_is_listed() -> None:
    with Template(("json", "no_such_module"), Level.LIMITS_ONLY) as warm:
        assert warm.missing == ["no_such_module: ModuleNotFoundError: No module named 'no_such_module'"]


def gone(*pids: int) -> None:
    """All these processes end, within a generous time."""
    deadline = time.monotonic() + 20
    for pid in pids:
        while psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
            assert time.monotonic() < deadline, f"{pid} is still there"
            time.sleep(0.01)


# -- kernels


def test_modules_are_there_before_the_notebook_asks(level: Level) -> None:
    result = run(
        "import sys\nprint('matplotlib.pyplot' in sys.modules, 'sklearn' in sys.modules)", level=level
    )
    assert text(result, 0) == "True False\n"


def test_only_mode_kernel_tells_the_secret_seed() -> None:
    show = "import os\nprint(os.environ.get('SEQGRAPH_SEED'))"
    assert text(run(show, mode=Mode.KERNEL), 0) == "7\n"
    assert text(run(show, mode=Mode.JUDGE), 0) == "None\n"


def test_a_tagged_cell_is_graded_in_the_kernel_in_every_mode() -> None:
    cell = graded("assert x == 1")
    cell.metadata.tags = ["in-kernel"]
    result = run("x = 1", cell, mode=Mode.JUDGE)
    assert scores(result) == [1]
    assert verdict(result).in_kernel


def test_time_is_measured_by_stage() -> None:
    result = run("sum(range(10**7))", "import time\ntime.sleep(0.3)", graded("assert True"))
    assert set(result.seconds) == {"start", "cells", "judge", "stop", "cpu"}
    assert result.seconds["cells"] > 0.3
    assert 0 < result.seconds["cpu"] < 30


def test_a_task_does_not_change() -> None:
    notebook = new_notebook(cells=[new_code_cell("print(1)")])
    before = json.dumps(notebook)
    task = Task("ana", "ps", "x", notebook, mode=Mode.KERNEL, level=best_level(), preload=PRELOAD)
    asyncio.run(Run(task).result())
    assert json.dumps(task.notebook) == before


class Asking(Run):
    """Asks the student's kernel in place of a judge; ``answers`` in order."""

    async def judge(self, index: int) -> Verdict:
        await self._ready()
        self.answers: list[object] = []
        for code, timeout in (
            ("y = x + 1", 20),
            ("while True: pass", 0.5),
            ("", 20),
            ("import os; os._exit(3)", 20),
        ):
            try:
                reply = await self.ask(code, {"y": "y", "no": "1 / 0"}, timeout)
                expressions = reply["user_expressions"]
                self.answers.append((expressions["y"]["data"]["text/plain"], expressions["no"]["ename"]))
            except (StudentTimeout, StudentKernelDied) as error:
                self.answers.append(error)
        return Verdict("q", 1, None)


class AskingOnce(Run):
    async def judge(self, index: int) -> Verdict:
        await self._ready()
        reply = await self.ask("", {"sum": "1 + 1"}, 20)
        return Verdict("q", 2, float(reply["user_expressions"]["sum"]["data"]["text/plain"]))


def test_a_grade_cell_that_comes_first_has_a_kernel_to_ask() -> None:
    task = Task("ana", "ps", "x", new_notebook(cells=[graded("")]), level=best_level(), preload=PRELOAD)
    assert scores(asyncio.run(AskingOnce(task).result())) == [2]


def test_the_judge_may_ask_the_students_kernel(level: Level) -> None:
    cells = [new_code_cell("x = 41"), graded("ignored"), new_code_cell("print(x)")]
    task = Task("ana", "ps", "x", new_notebook(cells=cells), level=level, preload=PRELOAD)
    asking = Asking(task)
    result = asyncio.run(asking.result())
    first, second, third, fourth = asking.answers
    assert first == third == ("42", "ZeroDivisionError")
    assert isinstance(second, StudentTimeout)
    assert "loop that never ends" in str(second)
    assert isinstance(fourth, StudentKernelDied)
    assert text(result, 2) == "41\n", "the next cell has a fresh kernel"
    assert not cells[1].outputs


# -- as others use them


@pytest.fixture
def closed() -> Iterator[None]:
    yield
    close_template()


def test_stock_nbclient_uses_them_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, closed: None
) -> None:
    factory = KernelProvisionerFactory.instance()
    monkeypatch.setattr(factory, "default_provisioner_name", "seqgraph-warm")
    (tmp_path / "data.csv").write_text("1,2")
    notebook = new_notebook(cells=[new_code_cell("print(open('data.csv').read())"), new_code_cell("1 / 0")])
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        allow_errors=True,
        resources={"metadata": {"path": str(tmp_path)}},
        config=Config({"WarmProvisioner": {"level": best_level()}}),
    )
    client.execute()
    assert notebook.cells[0].outputs[0].text == "1,2\n"
    assert notebook.cells[1].outputs[0].ename == "ZeroDivisionError"


def test_a_kernel_can_be_restarted(tmp_path: Path, closed: None) -> None:
    async def twice() -> list[str]:
        manager = WarmKernelManager(kernel_name="python3")
        await manager.start_kernel(cwd=str(tmp_path))
        seen = []
        for _ in range(2):
            client = manager.client()
            client.start_channels()
            await client.wait_for_ready(timeout=20)
            reply = await client.execute(
                "n = globals().get('n', 0) + 1", user_expressions={"n": "n"}, reply=True, timeout=20
            )
            seen.append(reply["content"]["user_expressions"]["n"]["data"]["text/plain"])
            client.stop_channels()
            await manager.restart_kernel(now=True)
        await manager.shutdown_kernel(now=True)
        assert not await manager.is_alive()
        return seen

    assert asyncio.run(twice()) == ["1", "1"]


@pytest.mark.parametrize(
    "preprocessor", ["nbgrader.preprocessors.Execute", "seqgraph_grader.kernels.preprocessor.WarmExecute"]
)
def test_stock_nbgrader_gives_the_same_scores(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, closed: None, preprocessor: str
) -> None:
    root = make_course(tmp_path / "course")
    monkeypatch.chdir(root)
    hand_in(root, "ana", source_notebook())
    hand_in(
        root,
        "bo",
        with_add("import os\nwhere = os.environ['USER']\ndef add(a, b):\n    return abs(a) + abs(b)"),
    )
    config = Config()
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.db_url = f"sqlite:///{root}/gradebook.db"
    config.ClearMarkScheme.enforce_metadata = False
    config.Autograde.autograde_preprocessors = [
        preprocessor,
        "nbgrader.preprocessors.LimitOutput",
        "nbgrader.preprocessors.SaveAutoGrades",
    ]
    api = NbGraderAPI(config=config)
    assert api.generate_assignment("ps", create=True)["success"]
    for student in ("ana", "bo"):
        answer = api.autograde("ps", student)
        assert answer["success"], answer["log"]
    got = {}
    with api.gradebook as gradebook:
        for student in ("ana", "bo"):
            for name in ("add_tests", "half_tests"):
                got[student, name] = gradebook.find_grade(name, "adding", "ps", student).auto_score
    assert got == {
        ("ana", "add_tests"): 2,
        ("ana", "half_tests"): 4,
        ("bo", "add_tests"): 0,
        ("bo", "half_tests"): 0,
    }
    graded_copy = nbformat.read(root / "autograded/ana/ps/adding.ipynb", as_version=4)
    assert graded_copy.cells[3].outputs[0].text == "play\n"


def test_a_kernel_that_says_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its welcome, the first message, can get lost."""
    listen, heard = WarmClient.get_iopub_msg, []

    async def deaf_at_first(self: WarmClient, *args: object, **kwargs: object) -> dict:
        message = await listen(self, *args, **kwargs)
        heard.append(message["msg_type"])
        if len(heard) == 1:
            raise Empty
        return message

    monkeypatch.setattr(WarmClient, "get_iopub_msg", deaf_at_first)
    result = run("print(1 + 1)")
    assert text(result, 0) == "2\n"
    assert heard[0] == "iopub_welcome"
