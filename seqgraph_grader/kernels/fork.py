"""The grader's end of a template process: start it, fork from it, know how each fork ends.

Exceptions
----------
GraderFault            the grader's own machinery failed; whoever catches it tries again, and never gives a zero
"""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import select
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any

from seqgraph_grader import sandbox
from seqgraph_grader.model import Level, Limits

_START_SECONDS = 180.0  #: for the imports of a template, on a slow disk
_FORK_SECONDS = 30.0
_LONGEST_LINE = 1 << 16


class GraderFault(Exception):
    """The grader's own machinery failed, not the student's code."""


class Template:
    """A process that has imported ``preload`` and waits to be forked.

    Parameters
    ----------
    preload : sequence of str
        Modules. What can't be imported is listed in ``missing``, and is no error.
    level : Level
        How its forks are kept in check.

    Raises
    ------
    GraderFault
        If it does not start, here or at any later use.
    """

    def __init__(self, preload: Sequence[str], level: Level) -> None:
        self.level = level
        self._home = "" if level is Level.ISOLATED else tempfile.mkdtemp(prefix="seqgraph-")
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115
        self._control, theirs = socket.socketpair()
        module = "seqgraph_grader.kernels.template"
        argv = [sys.executable, "-P", "-m", module, str(theirs.fileno()), level.value, *preload]
        with theirs:
            self._process = subprocess.Popen(
                sandbox.command(argv, level),
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._errors,
                env=sandbox.environment(self._home),
                cwd="/",
                start_new_session=True,
            )
        self.pid = self._process.pid
        self._control.settimeout(_FORK_SECONDS)
        answer = self._first_words()
        if not answer:
            words = self._last_words()
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.pid, signal.SIGKILL)
            self.close()
            raise GraderFault(f"the template process did not start: {words}")
        self.missing: list[str] = json.loads(answer)["missing"]

    def __enter__(self) -> Template:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None
    ) -> None:
        self.close()

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def lives_on(self) -> bool:
        """Whether it is alive, and not just about to end."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(0.5)
        return self.alive

    def close(self) -> None:
        """End the template and all its forks."""
        self._control.close()
        if self.level is not Level.ISOLATED:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(2)
        self._process.kill()
        self._process.wait()
        self._errors.close()
        shutil.rmtree(self._home, ignore_errors=True)

    def fork(
        self,
        target: str,
        limits: Limits,
        *,
        sockets: Sequence[socket.socket] = (),
        arguments: Sequence[Any] = (),
        files: Mapping[str, bytes] | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> Child:
        """Run ``target`` in a fork.

        Parameters
        ----------
        target : str
            ``"module:function"``, called as ``function(*sockets, *arguments)``.
        limits : Limits
            What the fork may use, as far as one process can be held to it.
        sockets : sequence of socket.socket
            Handed over: this end is closed.
        arguments : sequence
            Anything that can be pickled.
        files : mapping of str to bytes, optional
            What its working directory holds, by relative path.
        environment : mapping of str to str, optional
            Added to :func:`sandbox.environment`.

        Raises
        ------
        GraderFault
            If the fork does not come about.
        """
        ours, theirs = socket.socketpair()
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        folder = tempfile.mkdtemp(dir=self._home) if self._home else ""
        request = {"target": target, "limits": asdict(limits), "directory": folder}
        try:
            with theirs, contextlib.ExitStack() as stack:
                for one in sockets:
                    stack.enter_context(one)
                fds = [theirs.fileno(), *(one.fileno() for one in sockets)]
                socket.send_fds(self._control, [json.dumps(request).encode()], fds)
            child = Child(ours, folder, self)
        except (OSError, GraderFault) as error:
            ours.close()
            shutil.rmtree(folder, ignore_errors=True)
            why = f"{error}; {self._last_words()}" if not self.alive else error
            raise GraderFault(f"a process could not be forked: {why}") from error
        order = {"files": dict(files or {}), "environment": dict(environment or {}), "arguments": arguments}
        child.send(pickle.dumps(order))
        return child

    def _first_words(self) -> bytes:
        """What it says when it is ready; nothing if it ended, even if part of bubblewrap outlived it, or took too long."""
        control, end = self._control.fileno(), os.pidfd_open(self.pid)
        try:
            if control in select.select([control, end], [], [], _START_SECONDS)[0]:
                return self._control.makefile("rb").readline(1 << 20)
        except OSError:
            pass
        finally:
            os.close(end)
        return b""

    def _last_words(self) -> str:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(2)
        self._errors.seek(0)
        lines = self._errors.read().decode(errors="replace").strip().splitlines()
        return f"{lines[-1] if lines else 'no message'} (status {self._process.poll()})"


class Child:
    """A forked process and all that it starts, as seen from outside.

    ``pid`` and ``keeper`` are process ids here, on the host. ``fileno()`` becomes readable when there is news:
    call :meth:`poll` then.
    """

    def __init__(self, report: socket.socket, folder: str, template: Template) -> None:
        self._report = report
        self._folder = folder
        self._template = template
        self._killed = False
        self._pending = b""
        self._status: int | None = None
        self._pids: dict[str, int] = {}
        self._fds: dict[str, int] = {}
        report.settimeout(_FORK_SECONDS)
        while len(self._pids) < 2:
            if not self._read():
                raise GraderFault("the fork ended before it began")
        report.setblocking(False)
        self.pid, self.keeper = self._pids["child"], self._pids["keeper"]

    def __enter__(self) -> Child:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None
    ) -> None:
        self.release()

    @property
    def home(self) -> Path:
        """Its home directory, from here. What lies there is the student's: follow no link."""
        return Path(f"/proc/{self.pid}/root{sandbox.HOME}" if self._isolated else self._folder)

    @property
    def sockets(self) -> Path:
        """Where its sockets appear, from here."""
        return Path(f"/proc/{self.keeper}/root{sandbox.SOCKETS}" if self._isolated else self._folder)

    @property
    def _isolated(self) -> bool:
        return self._template.level is Level.ISOLATED

    def fileno(self) -> int:
        return self._report.fileno()

    def poll(self) -> int | None:
        """Exit status, as in subprocess; ``None`` while it runs.

        Raises
        ------
        GraderFault
            If it never got as far as its target.
        """
        with contextlib.suppress(BlockingIOError):
            while self._status is None and self._read():
                pass
        return self._status

    def wait(self, timeout: float) -> int | None:
        """Wait for the end; ``None`` if it does not come in time."""
        deadline = time.monotonic() + timeout
        while (status := self.poll()) is None and (left := deadline - time.monotonic()) > 0:
            select.select([self._report], [], [], left)
        return status

    def signal(self, number: int) -> None:
        """Send a signal to the forked process alone."""
        self._send_signal("child", number)

    def kill(self) -> None:
        """End it and all that it started."""
        self._killed = True
        self._send_signal("keeper", signal.SIGKILL if self._isolated else signal.SIGTERM)

    def release(self) -> None:
        """End it, wait until it is gone, leave nothing behind."""
        if self._report.fileno() < 0:
            return
        self.kill()
        with contextlib.suppress(GraderFault):
            if self.wait(5) is None:
                self._send_signal("keeper", signal.SIGKILL)
                self._send_signal("child", signal.SIGKILL)
        self._report.close()
        for fd in self._fds.values():
            os.close(fd)
        shutil.rmtree(self._folder, ignore_errors=True)

    def send(self, data: bytes) -> None:
        """Hand over what the fork waits for."""
        self._report.settimeout(_FORK_SECONDS)
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self._report.sendall(struct.pack("!Q", len(data)) + data)
        self._report.setblocking(False)

    def _send_signal(self, whom: str, number: int) -> None:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._fds[whom], number)

    def _read(self) -> bool:
        """Take in some news; ``False`` at the end of all news, which is the end of the tree."""
        try:
            data, ancillary, _, _ = self._report.recvmsg(4096, socket.CMSG_SPACE(12))
        except ConnectionResetError:
            data, ancillary = b"", []
        except TimeoutError as error:
            raise GraderFault("the fork did not report in time") from error
        if not data:
            if self._status is None and not self._killed and self._pids and not self._template.lives_on():
                raise GraderFault("the template process died")
            self._status = -signal.SIGKILL if self._status is None else self._status
            return False
        sender = next((struct.unpack("3i", item)[0] for _, _, item in ancillary), 0)
        *lines, self._pending = (self._pending + data).split(b"\n")
        if len(self._pending) > _LONGEST_LINE:
            raise GraderFault("a fork reports at too great length")
        for line in lines:
            for kind, value in json.loads(line).items():
                if kind in ("child", "keeper"):
                    self._pids[kind] = sender
                    self._fds[kind] = os.pidfd_open(sender)
                elif kind == "exit":
                    if not self._killed and not self._template.alive:
                        raise GraderFault("the template process died")
                    self._status = value
                else:
                    raise GraderFault(value)
        return True
