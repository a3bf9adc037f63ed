"""Watch a kernel and all that it starts, from outside, and say what it broke.

Exceptions
----------
StudentStopped         student code did not answer a request
├── StudentTimeout     it took too long and was interrupted; the kernel lives
└── StudentKernelDied  the kernel is gone; it is renewed before the next cell
"""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from seqgraph_grader.kernels.fork import Child
from seqgraph_grader.model import Limits

_PAGE = os.sysconf("SC_PAGE_SIZE")
_TICK = os.sysconf("SC_CLK_TCK")
_MEGABYTE = 1_000_000
#: Seconds between two measurements of a tree: they cost as much as a short answer of the kernel.
PAUSE = 0.09

_DEATHS = {
    signal.SIGSEGV: "the process crashed (segmentation fault): is there a recursion that never ends?",
    signal.SIGABRT: "the process gave up (abort): did it run out of memory?",
    signal.SIGKILL: "the process was killed",
}


class StudentStopped(Exception):
    """Student code did not answer; the message is one sentence for the student."""


class StudentTimeout(StudentStopped):
    """It took too long and was interrupted. The kernel lives."""


class StudentKernelDied(StudentStopped):
    """The kernel is gone, and with it every object that it held."""


@dataclass(frozen=True)
class Breach:
    """A limit that was broken: ``ename`` for programs, ``why`` in one sentence for people.

    ``final``: the notebook has used up what it had, so nothing more of it runs. ``urgent``: kill, do not ask.
    """

    ename: str
    why: str
    final: bool = False
    urgent: bool = False


class Watch:
    """Measures the process tree of one child.

    Parameters
    ----------
    child : Child
    limits : Limits
    cpu_spent : float
        Processor seconds that the notebook's earlier kernels used.
    deadline : float
        End of the notebook's wall time, on :func:`time.monotonic`'s clock.
    """

    def __init__(self, child: Child, limits: Limits, cpu_spent: float, deadline: float) -> None:
        self.child = child
        self.limits = limits
        self.deadline = deadline
        self._earlier = cpu_spent
        self._cpu = 0.0
        self._looked = 0.0
        pids = self._pids()
        self._rss, self._pss = sum(map(_rss, pids)), sum(map(_pss, pids))

    @property
    def cpu(self) -> float:
        """Processor seconds of the notebook by the last look, ended processes included."""
        return self._earlier + self._cpu

    def look(self) -> list[int]:
        """Find the processes of the tree, and how much processor time they have used."""
        pids = self._pids()
        self._cpu = max(self._cpu, sum(map(_cpu, pids)))
        self._looked = time.monotonic()
        return pids

    def memory_mb(self, pids: list[int]) -> float:
        """Memory that the tree has taken since it was forked: a bound while it is small, else exact."""
        grown = sum(map(_rss, pids)) - self._rss
        if grown > self.limits.memory_mb * _MEGABYTE:
            grown = sum(map(_pss, pids)) - self._pss
        return grown / _MEGABYTE

    def check(self) -> Breach | None:
        """The limit that the tree breaks now, if any. The tree is measured at most once in :data:`PAUSE` seconds."""
        limits = self.limits
        if (status := self.child.poll()) is not None:
            return died(status)
        if (now := time.monotonic()) > self.deadline:
            why = f"the notebook ran for more than {limits.wall_seconds:g} s in all"
            return Breach("TimeLimit", why, final=True, urgent=True)
        if now - self._looked < PAUSE:
            return None
        pids = self.look()
        if self.cpu > limits.cpu_seconds:
            why = f"the notebook used more than {limits.cpu_seconds:g} s of processor time in all"
            return Breach("TimeLimit", why, final=True, urgent=True)
        if len(pids) - 1 > limits.processes:
            why = f"the code started more than {limits.processes} processes"
            return Breach("ProcessLimit", why, urgent=True)
        if (memory := self.memory_mb(pids)) > limits.memory_mb:
            why = f"the code used more than {limits.memory_mb} MB of memory"
            return Breach("MemoryLimit", why, urgent=memory > 1.2 * limits.memory_mb)
        return None

    def _pids(self) -> list[int]:
        """The keeper and its descendants."""
        found, todo = [], [self.child.keeper]
        while todo:
            pid = todo.pop()
            found.append(pid)
            with suppress(OSError):
                for thread in Path(f"/proc/{pid}/task").iterdir():
                    with suppress(OSError):
                        todo += map(int, (thread / "children").read_text().split())
        return found


def died(status: int) -> Breach:
    """What a kernel's exit status says."""
    if status == -signal.SIGXCPU:
        return Breach("TimeLimit", "the notebook used up its processor time", final=True)
    if status >= 0:
        return Breach("KernelDied", "the code ended the Python process itself (os._exit, or the like)")
    why = _DEATHS.get(signal.Signals(-status), f"the process was ended by {signal.Signals(-status).name}")
    return Breach("KernelDied", why)


def _cpu(pid: int) -> float:
    """User and system time of a process and its buried children, in seconds."""
    with suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / _TICK
    return 0.0


def _rss(pid: int) -> int:
    with suppress(OSError):
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    return 0


def _pss(pid: int) -> int:
    """Resident memory, with each shared page divided among those who share it."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
