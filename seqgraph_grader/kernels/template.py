"""The template process: imports once, forks many times.

``python -P -m seqgraph_grader.kernels.template FD LEVEL MODULE...`` imports the modules and says so on the stream socket
``FD``; then each message there, a line of JSON with file descriptors, asks for a fork. It stays single-threaded: a fork
of several threads is a fork of broken locks.

A fork is a *keeper* and its *child*. The keeper is the ancestor of all that the child may start. It reaps, ends everything
when the child ends, and tells how that was. At level *isolated* it is process 1 of a PID namespace, so that the kernel itself
sees to it that nobody survives. They speak to the grader through a socket, one JSON object a line:

    {"keeper": 1}  {"child": 1}     who is who: sent with credentials, by which the grader knows their pids
    {"exit": -9}                    the child's end, as in subprocess: negative for a signal
    {"fault": "..."}                the fork failed: the grader's fault, not the student's
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import operator
import os
import pickle
import resource
import select
import shutil
import signal
import socket
import struct
import sys
import time
import traceback
from pathlib import Path
from typing import Any, NoReturn

from seqgraph_grader import sandbox
from seqgraph_grader.model import Level, Limits


def main() -> NoReturn:
    """Serve until the other end of the socket closes, or the parent is gone."""
    control = socket.socket(fileno=int(sys.argv[1]))
    level, modules = Level(sys.argv[2]), sys.argv[3:]
    parent = os.getppid()
    missing = _preload(modules)
    gc.collect()
    gc.freeze()  # or the collector would write to every page that forks share
    control.sendall(json.dumps({"ready": 1, "missing": missing}).encode() + b"\n")
    while os.getppid() == parent:
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        if not select.select([control], [], [], 0.5)[0]:
            continue
        message, sockets, _, _ = socket.recv_fds(control, 1 << 16, 8)
        if not message:
            break
        request = json.loads(message)
        threads = len(list(Path("/proc/self/task").iterdir()))
        if threads > 1:
            _tell(
                socket.socket(fileno=sockets[0]), fault=f"the template has {threads} threads, it can't fork"
            )
        elif os.fork() == 0:
            control.close()
            _keep(request, level, [socket.socket(fileno=number) for number in sockets])
        for number in sockets:
            with contextlib.suppress(OSError):
                os.close(number)
    if level is not Level.ISOLATED:
        shutil.rmtree(os.environ["HOME"], ignore_errors=True)
    os._exit(0)


def _preload(modules: list[str]) -> list[str]:
    """Import what can be imported; a notebook that needs what can't will say so itself."""
    missing = []
    for name in modules:
        try:
            importlib.import_module(name)
        except Exception as error:
            missing.append(f"{name}: {type(error).__name__}: {error}")
    if torch := sys.modules.get("torch"):
        torch.set_num_threads(1)
    if backends := sys.modules.get("matplotlib.backends"):
        backends.backend_registry.list_all()  # read from every installed package, once
    return missing


def _keep(request: dict[str, Any], level: Level, sockets: list[socket.socket]) -> NoReturn:
    report, *others = sockets
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD, signal.SIGTERM, signal.SIGINT})
        os.setsid()
        limits = Limits(**request["limits"])
        if level is Level.ISOLATED:
            sandbox.enter()
            if os.fork():
                os._exit(0)
            sandbox.furnish(limits.disk_mb)
        else:
            sandbox.die_with_parent(signal.SIGTERM)
            sandbox.adopt_orphans()
        child = os.fork()
        if child == 0:
            _become(request, level, limits, report, others)
        sandbox.hide()
        for one in others:
            one.close()
        if level is Level.ISOLATED:
            sandbox.confine(limits, level)
        _tell(report, keeper=1)
        status = _reap_until(child)
        if level is not Level.ISOLATED:
            _end_descendants()
        _tell(report, exit=status)
    except BaseException:
        _tell(report, fault=traceback.format_exc())
    os._exit(0)


def _reap_until(child: int) -> int:
    """Bury whoever ends, until the child does or this process is told to stop."""
    while True:
        if signal.sigwait({signal.SIGCHLD, signal.SIGTERM}) == signal.SIGTERM:
            os.kill(child, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            while (ended := os.waitpid(-1, os.WNOHANG))[0]:
                if ended[0] == child:
                    return os.waitstatus_to_exitcode(ended[1])


def _end_descendants() -> None:
    """Without a PID namespace: end whoever is left, however far they forked."""
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        left = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
        if not left:
            return
        for pid in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(pid), signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


def _become(
    request: dict[str, Any], level: Level, limits: Limits, report: socket.socket, others: list[socket.socket]
) -> NoReturn:
    """The child: its own files, no privileges, nothing inherited; then the target."""
    status = 1
    try:
        os.setsid()
        if level is not Level.ISOLATED:
            sandbox.die_with_parent()
        kept = {0, 1, 2, report.fileno(), *(one.fileno() for one in others)}
        for entry in list(Path("/proc/self/fd").iterdir()):
            if int(entry.name) not in kept:
                with contextlib.suppress(OSError):
                    os.close(int(entry.name))
        nowhere = os.open(os.devnull, os.O_RDWR)
        for number in (0, 1, 2):
            os.dup2(nowhere, number)
        os.close(nowhere)
        # Told under its own pid, before anything of the student is read.
        _tell(report, child=1)
        order = pickle.loads(_receive(report))  # from the grader, which is trusted
        home = Path(sandbox.HOME if level is Level.ISOLATED else request["directory"])
        work = home / "work"
        for folder in (work, home / "tmp"):
            folder.mkdir(exist_ok=True)
        for name, data in order["files"].items():
            place = work / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        os.chdir(work)
        if level is not Level.ISOLATED:
            os.environ.update({**sandbox.environment(str(home)), "TMPDIR": str(home / "tmp")})
        os.environ.update({"PWD": str(work), **order["environment"]})
        module, function = request["target"].split(":")
        target = operator.attrgetter(function)(importlib.import_module(module))
        sandbox.confine(limits, level)
        report.close()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.pthread_sigmask(signal.SIG_SETMASK, set())
        target(*others, *order["arguments"])
        status = 0
    except SystemExit as error:
        status = error.code if isinstance(error.code, int) else int(error.code is not None)
    except BaseException:
        _tell(report, fault=traceback.format_exc())
    os._exit(status)


def _receive(report: socket.socket) -> bytes:
    (size,) = struct.unpack("!Q", report.recv(8, socket.MSG_WAITALL))
    return report.recv(size, socket.MSG_WAITALL)


def _tell(report: socket.socket, **message: Any) -> None:
    with contextlib.suppress(OSError):
        report.sendall(json.dumps(message).encode() + b"\n")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
