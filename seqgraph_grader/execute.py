"""Run one submitted notebook under its limits, and say what its grade cells got.

:func:`run_task` is a pure function from a :class:`~seqgraph_grader.model.Task` to a :class:`~seqgraph_grader.model.Result`: no gradebook, no
course directory. It forks kernels from a warm template process that its thread keeps between calls
(:func:`seqgraph_grader.kernels.close_template` ends it). Whatever student code does ends in a result; only the grader's own
failure raises: :class:`~seqgraph_grader.kernels.GraderFault`, on which the caller tries again.

A cell that breaks a limit is interrupted, then killed. It gets an error output whose ``ename`` names the cause (``TimeLimit``,
``MemoryLimit``, ``OutputLimit``, ``ProcessLimit``, ``KernelDied``). After a kernel's death a fresh one runs the earlier cells again, without the one
that killed it, and goes on.

Grade cells run in the student's kernel (mode *kernel*, and any cell tagged ``in-kernel``) or in the judge, which reaches the student's
kernel through :meth:`Run.ask`.
"""

from __future__ import annotations

import asyncio
import contextlib
import copy
import time
import traceback
from collections.abc import Awaitable
from pathlib import Path
from typing import Any, cast

import nbformat
import zmq
from nbclient import NotebookClient
from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.utils import determine_grade, is_grade, is_locked, is_solution

from seqgraph_grader.judging import JudgeSession, reaches_into_the_kernel
from seqgraph_grader.kernels import (
    Breach,
    GraderFault,
    StudentKernelDied,
    StudentTimeout,
    WarmClient,
    WarmKernelManager,
    WarmProvisioner,
    Watch,
    died,
    template,
)
from seqgraph_grader.model import Mode, Outcome, Result, Task, Verdict

#: Where the checks of a grade cell lie in its output (see the course's helpers).
CHECKS_MIME = "application/vnd.seqgraph.checks+json"
#: Tag of a grade cell that runs in the student's kernel in every mode.
IN_KERNEL = "in-kernel"

_START_SECONDS = 20  #: for a kernel to say something, once it is there; then another is started
_TICK = 0.05  #: seconds between two looks at a running cell
_GRACE = 2.0  #: seconds between an interrupt and the next
_INTERRUPTS = 8  #: then kill: the checks of a grade cell may need one each
_TRACEBACK_LINES = 40  #: from each end
_LONGEST_MESSAGE = 2000  #: characters
_LIVES = 20  #: kernels for one notebook
_INPUT_HINT = "input() can't be answered while grading: give the function its values as arguments"


def run_task(task: Task) -> Result:
    """Run the notebook of a task.

    Raises
    ------
    GraderFault
        If the grader's own machinery fails.
    """
    return asyncio.run(Run(task).result())


class Run:
    """One notebook on its way from task to result."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.notebook = nbformat.from_dict(copy.deepcopy(task.notebook))
        self.verdicts: list[Verdict] = []
        self.notes: list[str] = []
        self.seconds = dict.fromkeys(("start", "cells", "judge", "stop", "cpu"), 0.0)
        self._kernel: _Kernel | None = None
        self._session: JudgeSession | None = None
        self._lives = 0
        self._history: list[int] = []  # cells that a fresh kernel runs again
        self._last: Breach | None = None  # what ended the kernel, if it is gone
        self._over: Breach | None = None  # why nothing more runs
        self._deadline = time.monotonic() + task.limits.wall_seconds

    async def result(self) -> Result:
        """Run every cell, in order."""
        with self._timed("start"):
            template(self.task.preload, self.task.level)
        self._deadline = time.monotonic() + self.task.limits.wall_seconds
        try:
            for index, cell in enumerate(self.notebook.cells):
                if cell.cell_type != "code":
                    continue
                cell.outputs = []
                if is_grade(cell) and not is_solution(cell):
                    self.verdicts.append(await self.grade_cell(index))
                elif cell.source.strip():
                    await self._in_kernel(index)
            if self._kernel:
                self._kernel.set_widgets_metadata()
                self.notebook.metadata = self._kernel.nb.metadata
        finally:
            with self._timed("stop"):
                if self._session:
                    self._session.close()
                await self._stop()
        return Result(
            dict(self.notebook), self.verdicts, self.task.level, self.notes, [], _rounded(self.seconds)
        )

    # -- grade cells

    async def grade_cell(self, index: int) -> Verdict:
        """Run one grade cell, where it has to run."""
        cell = self.notebook.cells[index]
        tagged = IN_KERNEL in cell.metadata.get("tags", [])
        if self.task.mode is Mode.KERNEL or tagged or reaches_into_the_kernel(cell.source):
            breach = await self._in_kernel(index)
            return _verdict(self.notebook.cells[index], breach)
        return await self.judge(index)

    async def judge(self, index: int) -> Verdict:
        """Have one grade cell judged; what the judge wants of student code it gets by :meth:`ask`."""
        cell = self.notebook.cells[index]
        if breach := await self._ready():
            _show(cell, breach)
            return _verdict(cell, breach)
        with self._timed("judge"):
            judged = await self._judge().run_cell(cell.source, self.ask)
        cell.outputs = [nbformat.from_dict(one) for one in judged.outputs]
        verdict = _verdict(cell, None)
        verdict.in_kernel = False
        if judged.fault:
            verdict.score, verdict.outcome, verdict.why = None, Outcome.FAULT, judged.fault
        elif judged.stopped:
            verdict.outcome, verdict.why = Outcome.ACCIDENT, judged.stopped[0]
            self.notes.append(f"cell {_name(cell, index)}: {judged.stopped[0]}")
        return verdict

    def _judge(self) -> JudgeSession:
        """The judge of this notebook, started when it is first needed."""
        if self._session is None:
            locked = [
                cell.source
                for cell in self.notebook.cells
                if cell.cell_type == "code" and is_locked(cell) and not is_grade(cell)
            ]
            warm = template(self.task.preload, self.task.level)
            self._session = JudgeSession(warm, self.task.limits, locked, self.task.seed)
        return self._session

    async def ask(self, code: str, user_expressions: dict[str, str], timeout: float) -> dict[str, Any]:
        """Run code in the student's kernel, for the judge; the content of its ``execute_reply``.

        Raises
        ------
        StudentTimeout
            If it took longer than ``timeout`` seconds, and was interrupted.
        StudentKernelDied
            If the kernel died, or has died already in this cell.
        """
        if self._last or self._over or not self._kernel:
            raise StudentKernelDied((self._last or self._over or died(0)).why)
        reply, breach = await self._kernel.ask(code, user_expressions, timeout)
        self._note_death(breach)
        if self._last or self._over:
            raise StudentKernelDied((self._last or self._over or died(0)).why)
        if breach:
            raise StudentTimeout(breach.why)
        return reply

    # -- cells and kernels

    async def _in_kernel(self, index: int) -> Breach | None:
        """Run a cell in the student's kernel, a fresh one if need be; the limit that it broke."""
        breach = await self._ready()
        if not breach:
            assert self._kernel
            with self._timed("cells"):
                breach = await self._kernel.run(index)
            self._note_death(breach)
            if breach:
                name = _name(self.notebook.cells[index], index)
                self.notes.append(f"cell {name}: {breach.ename}: {breach.why}")
        cell = self._kernel.nb.cells[index] if self._kernel else self.notebook.cells[index]
        self.notebook.cells[index] = cell
        if not breach:
            self._history.append(index)
            return None
        _show(cell, breach)
        return breach

    async def _ready(self) -> Breach | None:
        """See to it that there is a kernel that knows what the earlier cells defined."""
        if self._kernel and not self._last and (status := self._kernel.watch.child.poll()) is not None:
            # It died between two cells, of something that the last one left behind.
            breach = died(status)
            if self._history:
                name = _name(self.notebook.cells[self._history[-1]], self._history.pop())
                self.notes.append(f"after cell {name}: {breach.ename}: {breach.why}")
            self._note_death(breach)
        while self._last or not self._kernel:
            if self._over:
                return self._over
            self._lives += 1
            if self._lives > _LIVES:
                self._over = Breach("KernelDied", f"the notebook's process ended {_LIVES} times", final=True)
                return self._over
            with self._timed("start"):
                await self._start()
            assert self._kernel
            for index in list(self._history):
                with self._timed("cells"):
                    if broken := await self._kernel.run(index):
                        self._history.remove(index)
                        self._note_death(broken)
                        break
        return self._over

    async def _start(self) -> None:
        await self._stop()
        notebook = self.notebook if self._lives == 1 else copy.deepcopy(self.notebook)
        self._last = None
        for last_try in (False, True):
            kernel = _Kernel(notebook, self.task)
            try:
                await kernel.start(self.seconds["cpu"], self._deadline)
                break
            except BaseException as error:
                if kernel.manager.has_kernel:
                    await kernel.manager.shutdown_kernel(now=True)
                if last_try or not isinstance(error, GraderFault):
                    raise
        self._kernel = kernel

    async def _stop(self) -> None:
        if self._kernel:
            self.seconds["cpu"] = max(self.seconds["cpu"], await self._kernel.stop())
            self._kernel = None

    def _note_death(self, breach: Breach | None) -> None:
        if breach and breach.final:
            self._over = breach
        if breach and self._kernel and self._kernel.watch.child.poll() is not None:
            self._last = breach

    @contextlib.contextmanager
    def _timed(self, stage: str) -> Any:
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] += time.perf_counter() - start


class _Kernel(NotebookClient):
    """One kernel's life."""

    def __init__(self, notebook: NotebookNode, task: Task) -> None:
        environment = {"NBGRADER_EXECUTION": "autograde"}
        if task.mode is Mode.KERNEL:
            environment["SEQGRAPH_SEED"] = str(task.seed)
        options = {
            "preload": list(task.preload),
            "level": task.level,
            "limits": task.limits,
            "files": task.files,
            "environment": environment,
        }
        manager = WarmKernelManager(kernel_name="python3", provisioner_options=options)
        self.manager = manager
        super().__init__(
            notebook, km=manager, allow_errors=True, record_timing=False, startup_timeout=_START_SECONDS
        )
        self.limits = task.limits
        self._shown = 0
        self._overflow: Breach | None = None

    async def start(self, cpu_spent: float, deadline: float) -> None:
        """Fork the kernel and connect to it."""
        await self.async_start_new_kernel()
        self.client = cast(WarmClient, await self.async_start_new_kernel_client())
        try:
            info = await asyncio.wait_for(self._reply_to(self.client.kernel_info()), _START_SECONDS)
        except TimeoutError as error:
            raise GraderFault(f"the kernel did not introduce itself in {_START_SECONDS} s") from error
        self.nb.metadata["language_info"] = info["content"]["language_info"]
        child = cast(WarmProvisioner, self.manager.provisioner).child
        assert child
        self.watch = Watch(child, self.limits, cpu_spent, deadline)
        self._news = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(child.fileno(), self._hear)
        self._monitors = [
            channel.socket.get_monitor_socket(zmq.EVENT_DISCONNECTED)
            for channel in (self.client.shell_channel, self.client.iopub_channel)
        ]

    async def stop(self) -> float:
        """End the kernel; the processor seconds that the notebook has used by then."""
        self.watch.look()
        self._loop.remove_reader(self.watch.child.fileno())
        for channel in (self.client.shell_channel, self.client.iopub_channel):
            channel.socket.disable_monitor()
        self.client.stop_channels()
        await self.manager.shutdown_kernel(now=True)
        return self.watch.cpu

    async def run(self, index: int) -> Breach | None:
        """Run a cell and record its outputs; the limit that it broke."""
        cell = self.nb.cells[index]
        self._shown, self._overflow = 0, None
        count = self.code_cells_executed + 1
        work = self.async_execute_cell(cell, index, execution_count=count)
        _, breach = await self._guard(work, self.limits.cell_seconds)
        _explain_input(cell)
        return breach

    async def ask(
        self, code: str, user_expressions: dict[str, str], timeout: float
    ) -> tuple[dict[str, Any], Breach | None]:
        """Run code out of sight; the content of the reply, or the limit that it broke."""
        self._shown, self._overflow = 0, None
        message = self.client.execute(
            code, silent=True, store_history=False, user_expressions=user_expressions, stop_on_error=False
        )
        drain = asyncio.ensure_future(self._drain())
        try:
            reply, breach = await self._guard(self._reply_to(message), timeout)
        finally:
            drain.cancel()
            await asyncio.gather(drain, return_exceptions=True)
        return (reply or {}).get("content", {}), breach

    async def _reply_to(self, message: str) -> dict[str, Any]:
        while True:
            reply = await self.client.get_shell_msg(timeout=None)
            if reply["parent_header"].get("msg_id") == message:
                return reply

    async def _drain(self) -> None:
        while True:
            self._weigh(await self.client.get_iopub_msg(timeout=None))

    def process_message(self, msg: dict[str, Any], cell: NotebookNode, cell_index: int) -> Any:
        """Record an output, as long as there is room for it."""
        if self._weigh(msg):
            return super().process_message(msg, cell, cell_index)
        return None

    def _weigh(self, msg: dict[str, Any]) -> bool:
        """Whether a message may still be shown; states and the like always."""
        content = msg["content"]
        if msg["msg_type"] == "stream":
            room = self.limits.output_bytes - self._shown
            self._shown += len(content["text"])
            content["text"] = content["text"][: max(0, room)]
        elif msg["msg_type"] == "error":
            _shorten(content)
            return True
        elif msg["msg_type"] in {"display_data", "execute_result", "update_display_data"}:
            self._shown += len(str(content))
            room = self.limits.output_bytes - self._shown
        elif msg["msg_type"].startswith("comm"):
            self._shown += len(str(content)) + sum(map(len, msg["buffers"]))
            room = self.limits.output_bytes - self._shown
        else:
            return True
        if self._shown > self.limits.output_bytes:
            self._overflow = _overflow(self.limits.output_bytes)
        return room > 0

    # -- limits

    async def _guard(self, work: Awaitable[Any], seconds: float) -> tuple[Any, Breach | None]:
        """Wait for student code under its limits: first interrupt it, then kill it."""
        task = asyncio.ensure_future(work)
        news = asyncio.ensure_future(self._news.wait())
        started, cpu = time.monotonic(), self.watch.cpu
        breach: Breach | None = None
        interrupts, again = 0, 0.0
        while not task.done():
            await asyncio.wait({task, news}, timeout=_TICK, return_when=asyncio.FIRST_COMPLETED)
            now = time.monotonic()
            found = self.watch.check() or self._overflow or self._cut_off()
            if found is None and now - started > seconds:
                found = self._too_long(seconds, self.watch.cpu - cpu)
            if task.done() and not (found and found.urgent):
                break
            if breach is None or (found and found.urgent):
                breach = found
            if breach is None:
                continue
            if self.watch.child.poll() is not None:
                break
            if breach.urgent or interrupts == _INTERRUPTS:
                await self._end()
                break
            if now >= again:
                self.watch.child.signal(2)
                interrupts, again = interrupts + 1, now + _GRACE
        news.cancel()
        if not task.done():
            task.cancel()
        reply = None
        try:
            reply = await task
        except (DeadKernelError, asyncio.CancelledError):
            pass
        except Exception as error:
            if not _unreadable(error):
                raise
            why = "the notebook's process sent a message that makes no sense"
            breach = Breach("KernelDied", why, urgent=True)
            await self._end()
        if breach is None:
            breach = self._overflow
        if (
            breach
            and breach.ename == "MemoryLimit"
            and self.watch.memory_mb(self.watch.look()) > self.limits.memory_mb
        ):
            await self._end()  # what it took is still there
        return reply, breach

    async def _end(self) -> None:
        self.watch.look()
        self.watch.child.kill()
        await asyncio.wait_for(self._news.wait(), 10)

    def _hear(self) -> None:
        if self.watch.child.poll() is not None:
            self._loop.remove_reader(self.watch.child.fileno())
            self._news.set()

    def _cut_off(self) -> Breach | None:
        """Whether a message was too large for its connection to live on."""
        if any(monitor.get(zmq.EVENTS) & zmq.POLLIN for monitor in self._monitors):
            status = self.watch.child.wait(1)
            return died(status) if status is not None else _overflow(self.client.max_message, urgent=True)
        return None

    def _too_long(self, seconds: float, cpu: float) -> Breach:
        busy = cpu > seconds / 10
        hint = "is there a loop that never ends?" if busy else "what does it wait for?"
        return Breach("TimeLimit", f"the code ran for more than {seconds:g} s: {hint}")


def _unreadable(error: Exception) -> bool:
    """Whether jupyter_client could not read a message: nobody honest sends one like that."""
    frames = traceback.extract_tb(error.__traceback__)
    return bool(frames) and Path(frames[-1].filename).parts[-2:] == ("jupyter_client", "session.py")


def _overflow(most: int, *, urgent: bool = False) -> Breach:
    return Breach("OutputLimit", f"the code put out more than {most / 1e6:g} MB", urgent=urgent)


def _show(cell: NotebookNode, breach: Breach) -> None:
    """Put the breach where the cell's error would be; a table of checks that came about stays."""
    cell.outputs = [
        one for one in cell.outputs if one.output_type != "error" or one.ename != "KeyboardInterrupt"
    ]
    if not _checks(cell):
        cell.outputs.append(
            new_output(
                "error",
                ename=breach.ename,
                evalue=breach.why,
                traceback=[f"{breach.ename}: {breach.why}"],
            )
        )


def _shorten(error: dict[str, Any]) -> None:
    """Cut an error to what a person reads: its message, the first frames and the last."""
    error["evalue"] = error["evalue"][:_LONGEST_MESSAGE]
    lines = "\n".join(error["traceback"]).splitlines()
    if len(lines) > 2 * _TRACEBACK_LINES:
        lines[_TRACEBACK_LINES:-_TRACEBACK_LINES] = ["..."]
    error["traceback"] = [line[:_LONGEST_MESSAGE] for line in lines]


def _explain_input(cell: NotebookNode) -> None:
    for output in cell.outputs:
        if output.output_type == "error" and output.ename == "StdinNotImplementedError":
            output.evalue = _INPUT_HINT
            output.traceback.append(f"{output.ename}: {_INPUT_HINT}")


def _verdict(cell: NotebookNode, breach: Breach | None) -> Verdict:
    """nbgrader's rule, save that what was written to stderr costs nothing."""
    meta = cell.metadata.nbgrader
    silent = copy.deepcopy(cell)
    silent.outputs = [one for one in cell.outputs if one.get("name") != "stderr"]
    checks = _checks(cell)
    verdict = Verdict(meta.grade_id, float(meta.points), 0.0, in_kernel=True, checks=checks)
    try:
        verdict.score = determine_grade(silent)[0]
    except (TypeError, ValueError) as error:
        verdict.score, verdict.outcome, verdict.why = None, Outcome.FAULT, str(error)
    if breach:
        verdict.outcome, verdict.why = Outcome.ACCIDENT, breach.why
    return verdict


def _checks(cell: NotebookNode) -> list[dict[str, Any]]:
    """The table of checks in a cell's result, if there is one."""
    for output in cell.outputs:
        if output.output_type == "execute_result" and CHECKS_MIME in output.data:
            return list(output.data[CHECKS_MIME].get("checks", []))
    return []


def _name(cell: NotebookNode, index: int) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id") or f"{index + 1} (from the top)"


def _rounded(seconds: dict[str, float]) -> dict[str, float]:
    return {stage: round(value, 4) for stage, value in seconds.items()}
