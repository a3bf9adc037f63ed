"""Grade a class: what is to do, the notebooks in parallel, one writer, progress; safe to stop at any moment."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import logging
import multiprocessing
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
from nbgrader.api import Assignment, Gradebook, InvalidEntry, SubmittedAssignment
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.progress import Task as ProgressTask
from rich.text import Text
from sqlalchemy.exc import SQLAlchemyError

from seqgraph_grader import release
from seqgraph_grader.course import Course, CourseError
from seqgraph_grader.execute import run_task
from seqgraph_grader.model import Level, Mode, Result, Task
from seqgraph_grader.record import Graded, read_record, record
from seqgraph_grader.sanitize import (
    NotGradable,
    match_notebooks,
    read_files,
    read_notebook,
    sanitize,
    shadowing_files,
)

#: How often a notebook is tried before the grader owns up to a fault of its own.
ATTEMPTS = 4
#: How often in a row the worker processes may die before any has finished a notebook.
MOST_BREAKS = 12

log = logging.getLogger(__name__)


@dataclass
class Tally:
    """What a run of :func:`autograde` did."""

    graded: list[Graded] = field(default_factory=list)
    skipped: list[Graded] = field(default_factory=list)  #: done already, by an earlier run

    @property
    def not_graded(self) -> list[tuple[str, str, str]]:
        """(student, assignment, reason) of everything that has no automatic grade."""
        return [
            (one.student, one.assignment, why) for one in self.graded + self.skipped for why in one.not_graded
        ]


@dataclass
class _Job:
    task: Task
    graded: Graded
    attempts: int = 0


def autograde(
    course: Course,
    assignments: list[str],
    *,
    students: list[str] | None = None,
    jobs: int | None = None,
    force: bool = False,
    level: Level = Level.ISOLATED,
    scheduler: str = "",
    progress: Progress | None = None,
) -> Tally:
    """Grade every submission that is not done yet.

    Parameters
    ----------
    course : Course
    assignments : list of str
    students : list of str, optional
        Only these students.
    jobs : int, optional
        Worker processes; default: the cores.
    force : bool
        Grade again what is done. Manual marks stay.
    level : Level
        How student code is kept in check.
    scheduler : str
        Address of a Dask scheduler; its workers grade instead of local processes.
    progress : rich.progress.Progress, optional
        Where to show progress; default: none.

    Raises
    ------
    CourseError
        If the course can't be graded at all; submissions never raise.
    KeyboardInterrupt
        On Ctrl-C or SIGTERM, after the workers are gone; what is done is done.
    """
    jobs = jobs or os.cpu_count() or 1
    progress = progress or Progress(disable=True)
    tally = Tally()
    _must_be_writable(course)
    with _lock(course), _terminable(), contextlib.ExitStack() as stack:
        todo = []
        for assignment in assignments:
            release.register(course, assignment)
        gradebook = stack.enter_context(course.gradebook())
        for assignment in assignments:
            for student in course.students(assignment, students):
                one = Graded(student, assignment, _digest(course.folder("submitted", student, assignment)))
                if not force and _is_done(course, gradebook, one):
                    tally.skipped.append(one)
                else:
                    todo.append(one)
        if not todo:
            return tally
        for assignment in {one.assignment for one in todo}:
            course.limits(assignment)  # complain now, not in the middle
        seed = course.seed()
        bar = progress.add_task("grading", total=len(todo), graded=0, held=0, failed=0)

        def finished(one: Graded) -> None:
            try:
                record(course, gradebook, one)
            except (OSError, InvalidEntry, SQLAlchemyError) as error:
                raise CourseError(
                    f"grades of {one.student} can't be written: {str(error).splitlines()[0]}; "
                    "mend that and run again to go on"
                ) from error
            one.files = {}
            tally.graded.append(one)
            progress.update(
                bar,
                advance=1,
                graded=sum(not (g.held or g.faults) for g in tally.graded),
                held=sum(bool(g.held) for g in tally.graded),
                failed=sum(bool(g.faults) for g in tally.graded),
            )

        def prepared() -> Iterator[list[_Job]]:
            for one in todo:
                if ready := list(_prepare(course, one, level, seed)):
                    yield ready
                else:
                    finished(one)

        pool = stack.enter_context(_Pool(jobs, scheduler))
        _run(prepared(), pool, finished)
    return tally


def progress_bar() -> Progress:
    """The bar of a long run: rate, time left, and what became of the submissions so far."""
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TextColumn(
            "[green]{task.fields[graded]} graded[/] [yellow]{task.fields[held]} held[/] "
            "[red]{task.fields[failed]} failed[/]"
        ),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )


class _Rate(ProgressColumn):
    """Submissions per minute."""

    def render(self, task: ProgressTask) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{60 * speed:.0f}/min" if speed else "")


# -- what is to do -------------------------------------------------------------------------


def _is_done(course: Course, gradebook: Gradebook, one: Graded) -> bool:
    """Row and copy are both there, and what was handed in is what was graded."""
    copy = course.folder("autograded", one.student, one.assignment)
    if not copy.is_dir():
        return False
    facts = read_record(copy)
    if facts is None:  # graded by stock nbgrader: its copy counts
        if not any(copy.glob("*.ipynb")):
            return False
    elif facts["digest"] != one.digest or facts["faults"]:
        return False
    else:
        one.held = facts["held"]
    return (
        gradebook.db.query(SubmittedAssignment.id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .filter(Assignment.name == one.assignment, SubmittedAssignment.student_id == one.student)
        .first()
        is not None
    )


def _digest(folder: Path) -> str:
    """Fingerprint of what was handed in: names, kinds and contents."""
    sha = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        sha.update(path.relative_to(folder).as_posix().encode() + b"\0")
        if path.is_file() and not path.is_symlink():
            sha.update(path.read_bytes())
    return sha.hexdigest()


def _prepare(course: Course, one: Graded, level: Level, seed: int) -> Iterator[_Job]:
    """Read and sanitise one submission; what can't be graded is noted in ``one.held``."""
    folder = course.folder("submitted", one.student, one.assignment)
    limits = course.limits(one.assignment)
    masters = {path.stem: release.master(course, path) for path in course.notebooks(one.assignment)}
    try:
        one.files = read_files(folder, limits.submission_mb)
        if not any(folder.glob("*.ipynb")):
            raise NotGradable(f"no notebook in {folder}")
    except NotGradable as error:
        one.held[""] = str(error)
        return
    if shadowing := shadowing_files(one.files):
        one.flags.append(f"files that would stand in for real modules were left out: {', '.join(shadowing)}")
        for name in shadowing:
            del one.files[name]
    matched, one.notes = match_notebooks(folder, masters)
    for name in masters:
        if name not in matched:
            one.held[name] = "missing: it was not handed in"
            continue
        try:
            notebook, notes = read_notebook(matched[name], limits.submission_mb)
            ready = sanitize(notebook, masters[name])
        except NotGradable as error:
            one.held[name] = str(error)
            continue
        one.notes += [f"{name}: {note}" for note in notes + ready.notes]
        one.flags += [f"{name}: {flag}" for flag in ready.flags]
        task = Task(
            student=one.student,
            assignment=one.assignment,
            name=name,
            notebook=ready.notebook,
            files=one.files | _course_files(course, one.assignment),
            limits=limits,
            mode=Mode(course.mode),
            level=level,
            seed=seed,
            preload=tuple(course.options.preload),
        )
        yield _Job(task, one)


def _course_files(course: Course, assignment: str) -> dict[str, bytes]:
    """What the instructor hands out beside the notebooks; it wins over what a student edited."""
    source = course.source / assignment
    kept = course.config.Autograde.get("exclude_overwriting", {}).get(assignment, [])
    return {
        name: path.read_bytes()
        for path in source.rglob("*")
        if path.is_file()
        and path.suffix != ".ipynb"
        and "__pycache__" not in path.parts
        and (name := path.relative_to(source).as_posix()) not in kept
    }


# -- running -------------------------------------------------------------------------------


class _Pool:
    """Where tasks run: local worker processes, renewed when one dies, or a Dask cluster."""

    def __init__(self, jobs: int, scheduler: str) -> None:
        self.jobs = jobs
        self.scheduler = scheduler
        self.breaks = 0  #: since a notebook was last finished
        self._executor: Executor | None = None
        self._client: Any = None

    def __enter__(self) -> _Pool:
        if self.scheduler:
            from distributed import Client

            try:
                self._client = Client(self.scheduler, timeout=10)
            except (OSError, TimeoutError, ValueError) as error:
                raise CourseError(f"no Dask scheduler answers at {self.scheduler}: {error}") from error
            self.jobs = max(1, sum(self._client.nthreads().values()))
        return self

    def submit(self, task: Task) -> Future[Result]:
        if self._executor is None:
            self._executor = (
                self._client.get_executor(pure=False)
                if self._client
                else ProcessPoolExecutor(
                    self.jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_start_worker
                )
            )
        return self._executor.submit(run_task, task)

    def renew(self) -> None:
        """Forget an executor that broke; the next task starts a new one.

        Raises
        ------
        CourseError
            If they break one after another.
        """
        self.breaks += 1
        if self.breaks > MOST_BREAKS:
            raise CourseError(
                "the worker processes die before they have graded anything: is there enough memory? "
                "`seqgraph doctor` says what this machine can do, --jobs 1 needs least"
            )
        if self._executor is not None and not self._client:
            for worker in multiprocessing.active_children():
                worker.kill()  # nbclient answers SIGTERM by itself: a worker in a cell would outlive the pool
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = None

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._client is not None:
            self._client.close()
        elif self._executor is not None and kind is not None:
            _kill_workers()
            self._executor.shutdown(wait=False, cancel_futures=True)
        elif self._executor is not None:
            try:
                self._executor.submit(int)  # asks whether a worker died after the last task was given up
            except BrokenExecutor:
                self.renew()
            else:
                self._executor.shutdown()


def _start_worker() -> None:
    """A worker leaves Ctrl-C to its parent, and dies with it."""
    import ctypes

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    if os.getppid() == 1:
        os._exit(1)


def _kill_workers() -> None:
    """Kill the worker processes and all that they started."""
    for worker in multiprocessing.active_children():
        with contextlib.suppress(psutil.NoSuchProcess):
            found = psutil.Process(worker.pid)
            for process in (*found.children(recursive=True), found):
                with contextlib.suppress(psutil.NoSuchProcess):
                    process.kill()


def _run(todo: Iterator[list[_Job]], pool: _Pool, finished: Callable[[Graded], None]) -> None:
    """Keep the pool busy until all jobs are done; hand over each submission when its last is."""
    waiting: dict[Future[Result], _Job] = {}
    upcoming: deque[_Job] = deque()
    still_open: Counter[int] = Counter()
    while True:
        while len(upcoming) + len(waiting) < 2 * pool.jobs and (jobs := next(todo, None)) is not None:
            upcoming.extend(jobs)
            still_open.update(id(job.graded) for job in jobs)
        while upcoming and len(waiting) < 2 * pool.jobs:
            try:
                waiting[pool.submit(upcoming[0].task)] = upcoming[0]
                upcoming.popleft()
            except BrokenExecutor:
                pool.renew()
        if not waiting:
            return
        done, _ = wait(waiting, return_when=FIRST_COMPLETED)
        for future in done:
            job = waiting.pop(future)
            error = future.exception()
            if error is not None and job.attempts + 1 < ATTEMPTS:
                log.debug("%s of %s is tried again", job.task.name, job.task.student, exc_info=error)
                job.attempts += 1
                upcoming.appendleft(job)
                continue
            if error is None:
                pool.breaks = 0
                job.graded.results[job.task.name] = future.result()
            else:
                job.graded.faults[job.task.name] = f"grader fault: {type(error).__name__}: {error}"
            still_open[id(job.graded)] -= 1
            if not still_open[id(job.graded)]:
                finished(job.graded)


# -- guards --------------------------------------------------------------------------------


@contextlib.contextmanager
def _lock(course: Course) -> Iterator[None]:
    """One run at a time in a course directory."""
    course.state.mkdir(exist_ok=True)
    with (course.state / "lock").open("a+") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            handle.seek(0)
            raise CourseError(
                f"another autograde is at work in this course (process {handle.read().strip() or '?'}): "
                "wait for it, or stop it"
            ) from None
        handle.truncate(0)
        handle.write(str(os.getpid()))
        handle.flush()
        yield


def _must_be_writable(course: Course) -> None:
    for path in (course.root, course.folder("autograded")):
        if path.exists() and not os.access(path, os.W_OK):
            raise CourseError(f"{path} can't be written to: nothing was graded")


@contextlib.contextmanager
def _terminable() -> Iterator[None]:
    """SIGTERM stops a run as Ctrl-C does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    previous = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, previous)
