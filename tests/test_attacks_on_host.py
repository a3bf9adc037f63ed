"""Attacks on the host and on others have no effect; the same code, meant well, works. Everything else is graded on merit."""

from __future__ import annotations

import os
import socket
import sqlite3
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

import seqgraph_helpers
from seqgraph_grader import sandbox
from seqgraph_grader.kernels import Template, template
from seqgraph_grader.model import Level, Limits
from tests.running import LIMITS, NOT_ISOLATED, PRELOAD, error, graded, run, scores, text
from tests.tiny import make_course

pytestmark = pytest.mark.skipif(bool(NOT_ISOLATED), reason=NOT_ISOLATED)

MERIT = graded("assert double(4) == 8")
DOUBLE = "def double(x):\n    return 2 * x"


def attack(source: str, **limits: int) -> str:
    """What an attacking cell printed; the honest question beside it must have got its point."""
    result = run(DOUBLE, source, MERIT, **limits)
    assert scores(result) == [1]
    return error(result, 1) or text(result, 1)


# -- network


@pytest.fixture
def server() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening


def test_no_way_out_to_the_network(server: socket.socket) -> None:
    dial = "import socket\nsocket.create_connection(({host!r}, {port}), timeout=3)"
    assert "refused" in attack(dial.format(host="127.0.0.1", port=server.getsockname()[1]))
    assert "unreachable" in attack(dial.format(host="192.0.2.1", port=80)).lower()
    assert "gaierror" in attack(dial.format(host="example.org", port=80))


def test_abstract_sockets_of_the_host_are_not_there() -> None:
    name = f"\0{uuid.uuid4()}"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(name)
        listening.listen()
        knock = f"import socket\nsocket.socket(socket.AF_UNIX).connect({name!r})"
        assert "refused" in attack(knock)


def test_harmless_a_server_of_ones_own() -> None:
    source = (
        "import socket\nwith socket.create_server(('127.0.0.1', 0)) as server:\n"
        "    with socket.create_connection(server.getsockname()) as c: print('connected', end='')"
    )
    assert attack(source) == "connected"


# -- files of the host


@pytest.fixture
def course(tmp_path: Path) -> Path:
    root = make_course(tmp_path / "course")
    other = root / "submitted" / "bo" / "ps" / "adding.ipynb"
    other.parent.mkdir(parents=True)
    other.write_text("{}")
    with sqlite3.connect(root / "gradebook.db") as gradebook:
        gradebook.execute("create table grade (score)")
    gradebook.close()
    for path in (tmp_path, *tmp_path.rglob("*")):
        path.chmod(0o777)
    return root


def test_nothing_of_the_course_can_be_read_or_written(course: Path) -> None:
    before = {path: path.read_bytes() for path in course.rglob("*") if path.is_file()}
    assert len(before) == 4
    source = f"""
import os
from pathlib import Path
found = []
for name in {[str(path) for path in before]!r}:
    for way in (lambda: open(name), lambda: open(name, "w"), lambda: os.remove(name), lambda: os.listdir(Path(name).parent)):
        try:
            way()
            found.append(name)
        except OSError:
            pass
print(found)"""
    assert attack(source) == "[]\n"
    assert before == {path: path.read_bytes() for path in course.rglob("*") if path.is_file()}


def test_the_repository_around_an_editable_package_is_not_there() -> None:
    root = Path(seqgraph_helpers.__file__).parent.parent
    source = f"import os\nprint(sorted(os.listdir({str(root)!r})))"
    there = attack(source)
    assert "seqgraph_helpers" in there
    for private in ("source", "tests", "gradebook.db", ".git", "nbgrader_config.py"):
        assert private not in there


def test_the_installation_can_not_be_changed() -> None:
    places = [
        Path(os.__file__).parent,
        Path(psutil.__file__).parent,
        Path(seqgraph_helpers.__file__).parent,
        Path(sys.executable).parent,
        Path("/usr/bin"),
        Path("/etc"),
        Path("/"),
        Path("/dev"),
    ]
    name = f"trace-{uuid.uuid4()}"
    source = f"""
written = []
for place in {[str(place) for place in places]!r}:
    try:
        open(place + "/{name}", "w").write("x")
        written.append(place)
    except OSError:
        pass
print(written)"""
    assert attack(source) == "[]\n"
    assert not any((place / name).exists() for place in places)


def test_links_and_pipes_in_the_output_lead_nowhere(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    source = f"import os\nos.symlink({str(secret)!r}, 'result.csv')\nos.mkfifo('pipe')\nos.symlink('/', '/tmp/root')"
    result = run(DOUBLE, source, MERIT)
    assert scores(result) == [1]
    assert secret.read_text() == "secret"
    assert "secret" not in str(result.notebook["cells"][1].outputs)


def test_the_sockets_can_not_be_bent_to_others() -> None:
    source = """
import os, glob
for name in glob.glob("/run/seqgraph/k-*"):
    os.rename(name, name + ".old")
    os.symlink("/etc/passwd", name)
try:
    print(open("/run/seqgraph/k-1").read())
except OSError as error:
    print(error.strerror)"""
    assert attack(source) == "Too many levels of symbolic links\n"


def test_harmless_files_of_ones_own() -> None:
    source = "open('own.txt', 'w').write('mine')\nprint(open('own.txt').read(), end='')"
    assert attack(source) == "mine"


# -- processes


def test_a_fork_bomb_costs_its_question() -> None:
    result = run(DOUBLE, "import os\nwhile True: os.fork()", MERIT)
    assert error(result, 1).startswith("ProcessLimit: ")
    assert scores(result) == [1]


def test_a_thread_bomb_is_contained() -> None:
    source = """
import threading, time
try:
    while True: threading.Thread(target=time.sleep, args=(100,), daemon=True).start()
except RuntimeError as error:
    print(threading.active_count() < 400, error)"""
    assert attack(source).startswith("True can't start new thread")


def test_grader_and_template_can_not_be_killed_or_traced() -> None:
    host = template(PRELOAD, Level.ISOLATED).pid
    source = f"""
import ctypes, os, signal
for pid in (os.getppid(), 1, {os.getpid()}, {host}):
    try:
        os.kill(pid, signal.SIGKILL)
    except OSError:
        pass
libc = ctypes.CDLL(None)
print(libc.ptrace(16, 1, 0, 0), libc.prctl(4, 1))
for name in ("mem", "environ", "maps", "fd/3"):
    try:
        print(open(f"/proc/1/{{name}}", "rb").read(1))
    except OSError as error:
        print(type(error).__name__)
print(sorted(int(pid) for pid in os.listdir("/proc") if pid.isdigit()) == [1, os.getpid()])"""
    told = attack(source).splitlines()
    assert told[0] == "-1 0"
    assert set(told[1:5]) <= {"PermissionError", "FileNotFoundError"}
    assert told[5] == "True"
    assert template(PRELOAD, Level.ISOLATED).pid == host


def test_killing_everyone_kills_nobody_else() -> None:
    assert attack("import os\nos.kill(-1, 9)") == "ProcessLookupError: [Errno 3] No such process"


def test_nobody_outlives_the_run() -> None:
    seconds = str(100_000 + uuid.uuid4().int % 100_000)
    source = f"""
import os, subprocess, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.execvp("sleep", ["sleep", "{seconds}"])
    os._exit(0)
subprocess.Popen(["setsid", "nohup", "sleep", "{seconds}"])
while int(subprocess.run(["pgrep", "-cf", "sleep {seconds}"], capture_output=True).stdout or 0) < 2: time.sleep(0.01)
print("two", end="")"""
    assert attack(source) == "two"
    assert seconds not in str([process.info["cmdline"] for process in psutil.process_iter(["cmdline"])])


def test_harmless_processes_of_ones_own() -> None:
    source = (
        "import os, signal, subprocess\nchild = subprocess.Popen(['sleep', '60'])\nchild.kill()\n"
        "print(child.wait(), end='')"
    )
    assert attack(source) == "-9"


# -- privileges


def test_there_are_no_privileges_to_be_had() -> None:
    source = """
import ctypes, os, subprocess
libc = ctypes.CDLL(None)
print(libc.unshare(0x10000000), libc.unshare(0x00020000), libc.mount(b"none", b"/tmp", b"tmpfs", 0, 0), libc.setuid(0))
print([line.split()[1] for line in open("/proc/self/status") if line.startswith(("Cap", "NoNewPrivs"))])
print(libc.syscall({memfd}, b"x", 0), libc.shmget(0, 4096, 0o1700))"""
    number = {"x86_64": 319, "aarch64": 279}[os.uname().machine]
    told = attack(source.replace("{memfd}", str(number))).splitlines()
    assert told == ["-1 -1 -1 -1", str(["0" * 16] * 5 + ["1"]), "-1 -1"]


def test_the_environment_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "s3cret")
    assert "s3cret" not in attack("import os\nprint(dict(os.environ), open('/proc/1/cmdline').read())")


# -- what is left behind

TRACES = """
import os, pathlib, sys
startup = pathlib.Path.home() / ".ipython/profile_default/startup"
places = [startup / "00.py", pathlib.Path.home() / ".matplotlib/matplotlibrc", pathlib.Path("/tmp/trace"),
          pathlib.Path("/dev/shm/trace"), pathlib.Path("/run/seqgraph/trace"), pathlib.Path("trace.py")]
"""


def test_the_next_submission_finds_no_trace() -> None:
    leave = TRACES + (
        "for place in places:\n    place.parent.mkdir(parents=True, exist_ok=True)\n    place.write_text('trace = 1')\n"
        "import json\njson.trace = 1\nprint(all(place.exists() for place in places), end='')"
    )
    look = (
        TRACES
        + "import json\nprint(any(place.exists() for place in places), hasattr(json, 'trace'), 'trace' in globals(), end='')"
    )
    assert attack(leave) == "True"
    assert attack(look) == "False False False"


@pytest.mark.parametrize(
    "fill",
    [
        "with open('big', 'wb') as file:\n    while True: file.write(bytes(1_000_000))",
        "number = 0\nwhile True:\n    number += 1\n    with open(f'part-{number}', 'wb') as file: file.write(bytes(4_000_000))",
        "with open('/tmp/big', 'wb') as file:\n    while True: file.write(bytes(1_000_000))",
        "number = 0\nwhile True:\n    number += 1\n    with open(f'/dev/shm/{number}', 'wb') as file: file.write(bytes(4_000_000))",
        "number = 0\nwhile True:\n    number += 1\n    open(f'/tmp/{number}', 'w').close()",
        "number = 0\nwhile True:\n    number += 1\n    open(f'/run/seqgraph/{number}', 'w').close()",
    ],
    ids=["one file", "many files", "tmp", "shm", "inodes", "socket directory"],
)
def test_a_full_disk_costs_its_question(fill: str) -> None:
    free = psutil.disk_usage("/tmp").free
    told = attack(fill)
    assert told.startswith("OSError")
    assert "No space left on device" in told or "File too large" in told
    assert free - psutil.disk_usage("/tmp").free < 200_000_000


def test_harmless_a_file_within_bounds() -> None:
    assert attack("print(open('big', 'wb').write(bytes(10_000_000)), end='')") == "10000000"


def test_two_at_once_share_nothing() -> None:
    """Files, abstract sockets, semaphores, processes: one cannot signal to the other."""
    leave = """
import ctypes, os, socket, time
open("/tmp/note", "w").write("x"); open("/dev/shm/note", "w").write("x"); open("/home/student/note", "w").write("x")
line = socket.socket(socket.AF_UNIX); line.bind("\\0note"); line.listen()
port = socket.create_server(("127.0.0.1", 4711))
assert ctypes.CDLL(None).semget(4711, 1, 0o1600) >= 0
open("/home/student/done", "w").close()
time.sleep(60)"""
    look = """
import ctypes, os, socket
seen = [name for name in ("/tmp/note", "/dev/shm/note", "/home/student/note") if os.path.exists(name)]
for kind, address in ((socket.AF_UNIX, "\\0note"), (socket.AF_INET, ("127.0.0.1", 4711))):
    if socket.socket(kind).connect_ex(address) == 0: seen.append(address)
if ctypes.CDLL(None).semget(4711, 1, 0o600) >= 0: seen.append("semaphore")
others = [pid for pid in os.listdir("/proc") if pid.isdigit() and pid not in ("1", str(os.getpid()))]
os._exit(len(seen) + len(others))"""
    limits = Limits(**LIMITS)  # type: ignore[arg-type]
    with (
        Template((), Level.ISOLATED) as warm,
        warm.fork("builtins:exec", limits, arguments=(leave, {})) as first,
    ):
        deadline = time.monotonic() + 20
        while not (first.home / "done").exists():
            assert first.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.01)
        with warm.fork("builtins:exec", limits, arguments=(look, {})) as second:
            assert second.wait(20) == 0


# -- not as the superuser


def test_student_code_is_nobody_outside() -> None:
    """Even where the grader is the superuser, student code is not."""
    with Template((), Level.ISOLATED) as warm, warm.fork("time:sleep", Limits(), arguments=(60,)) as child:
        uids = psutil.Process(child.pid).uids()
        assert uids.real == uids.effective == (sandbox.NOBODY if os.getuid() == 0 else os.getuid())


@pytest.mark.skipif(os.getuid() != 0, reason="needs the superuser, to become someone else")
def test_an_ordinary_user_can_isolate_too() -> None:
    program = "from seqgraph_grader.sandbox import best_level; print(best_level().value)"
    done = subprocess.run(
        sandbox.as_nobody([sys.executable, "-Pc", program]), capture_output=True, text=True, timeout=60
    )
    assert done.stdout == "isolated\n", done.stderr
