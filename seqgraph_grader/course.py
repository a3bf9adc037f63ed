"""A course directory as nbgrader sees it: its configuration, folders, gradebook and secret seed.

Exceptions
----------
CourseError            what a person can mend: one line, says what to do
"""

from __future__ import annotations

import glob
import logging
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path

from jupyter_core.paths import jupyter_config_path
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from traitlets import Dict, Enum, List, Unicode
from traitlets.config import Application, Config, Configurable

from seqgraph_grader.model import Limits, Mode

#: Modules that every notebook of a course may import; a warm kernel has them before it starts.
DEFAULT_PRELOAD = ["numpy", "matplotlib.pyplot"]


class CourseError(Exception):
    """Something a person can mend; the message is one line and says what to do."""


class SeqgraphGrader(Configurable):
    """Options of the grader, set in ``nbgrader_config.py`` as ``c.SeqgraphGrader.<name>``."""

    limits = Dict(
        help="Limits by assignment ('*' for all), each a dict of fields of seqgraph_grader.model.Limits"
    ).tag(config=True)
    grading = Enum(
        [mode.value for mode in Mode],
        default_value=Mode.JUDGE.value,
        help="Where grade cells run: 'judge' (a trusted process) or 'kernel' (with the student's code)",
    ).tag(config=True)
    student_package = Unicode(
        "", help="Package that the zip for students brings along, beside the notebooks"
    ).tag(config=True)
    preload = List(
        Unicode(), DEFAULT_PRELOAD, help="Modules that a warm kernel has imported before it starts"
    ).tag(config=True)


class Course:
    """One course directory.

    Parameters
    ----------
    root : path
        The directory that holds ``source/`` and, usually, ``nbgrader_config.py``.

    Raises
    ------
    CourseError
        If ``root`` is no course directory, or its configuration can't be read.
    """

    def __init__(self, root: Path | str = ".") -> None:
        self.root = Path(root).resolve()
        if not self.root.is_dir():
            raise CourseError(f"no directory {root}: name a course directory, or change into one")
        _make_scripts_known()
        self.config = _load_config(self.root)
        self.coursedir = CourseDirectory(config=self.config, root=str(self.root))
        self.options = SeqgraphGrader(config=self.config)
        if not self.source.is_dir():
            raise CourseError(
                f"{self.root} is no course: it has no {self.source.name}/ (run seqgraph in the course directory)"
            )

    # -- folders ---------------------------------------------------------------------------

    @property
    def source(self) -> Path:
        return self.root / self.coursedir.source_directory

    @property
    def state(self) -> Path:
        """The kit's own files: seed, lock, what could not be graded. Never handed out."""
        return self.root / ".seqgraph"

    def folder(self, step: str, student: str = ".", assignment: str = ".") -> Path:
        """Path of a step's folder by nbgrader's layout; ``step`` is ``submitted``, ``autograded``, …"""
        directory = getattr(self.coursedir, f"{step}_directory")
        return Path(os.path.normpath(self.coursedir.format_path(directory, student, assignment)))

    # -- contents --------------------------------------------------------------------------

    def assignments(self, wanted: list[str] | None = None) -> list[str]:
        """Names of assignments in ``source/``, all or those wanted.

        Raises
        ------
        CourseError
            If one that is wanted does not exist.
        """
        there = sorted(
            path.name for path in self.source.iterdir() if path.is_dir() and any(path.glob("*.ipynb"))
        )
        if unknown := [name for name in wanted or [] if name not in there]:
            raise CourseError(
                f"no assignment {unknown[0]!r} in {self.source.name}/: there is {', '.join(there) or 'none'}"
            )
        return list(wanted) if wanted else there

    def notebooks(self, assignment: str) -> list[Path]:
        """The instructor notebooks of an assignment, in order."""
        return sorted((self.source / assignment).glob("*.ipynb"))

    def students(self, assignment: str, wanted: list[str] | None = None) -> list[str]:
        """Students who handed in the assignment, by folder: all, or those of ``wanted``."""
        pattern = self.folder("submitted", "*", assignment)
        there = [
            Path(found).parts[pattern.parts.index("*")]
            for found in sorted(glob.glob(str(pattern)))  # noqa: PTH207  (the layout may put '*' anywhere)
            if Path(found).is_dir()
        ]
        return [name for name in there if not wanted or name in wanted]

    # -- options ---------------------------------------------------------------------------

    def limits(self, assignment: str) -> Limits:
        """Limits of an assignment: the defaults, then ``'*'``, then its own.

        Raises
        ------
        CourseError
            If a limit has an unknown name.
        """
        known = {field.name for field in fields(Limits)}
        limits = Limits()
        for key in ("*", assignment):
            chosen = dict(self.options.limits.get(key, {}))
            if unknown := set(chosen) - known:
                raise CourseError(
                    f"c.SeqgraphGrader.limits[{key!r}]: unknown {', '.join(sorted(unknown))}; "
                    f"known are {', '.join(sorted(known))}"
                )
            limits = replace(limits, **chosen)
        return limits

    @property
    def mode(self) -> Mode:
        return Mode(self.options.grading)

    def seed(self) -> int:
        """The course's secret seed, made once and kept in ``.seqgraph/seed``."""
        path = self.state / "seed"
        if not path.exists():
            self.state.mkdir(exist_ok=True)
            new = path.with_name(f"seed.{os.getpid()}")
            new.touch(mode=0o600)
            new.write_text(f"{secrets.randbits(31)}\n")
            new.replace(path)
        return int(path.read_text())

    @contextmanager
    def gradebook(self) -> Iterator[Gradebook]:
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            yield gradebook


def _make_scripts_known() -> None:
    """Let nbgrader find ``alembic``, which it starts by name, in an environment that is not activated."""
    folder = str(Path(sys.executable).parent)
    if shutil.which("alembic") is None:
        os.environ["PATH"] = os.pathsep.join([folder, os.environ.get("PATH", os.defpath)])


def _load_config(root: Path) -> Config:
    """The configuration that nbgrader's own commands would use in ``root``."""
    app = Application()
    app.log.setLevel(logging.CRITICAL)
    app.raise_config_file_errors = True
    try:
        app.load_config_file("nbgrader_config", path=[str(root), *jupyter_config_path()])
    except Exception as error:
        raise CourseError(f"nbgrader_config.py can't be read: {type(error).__name__}: {error}") from error
    app.config.CourseDirectory.root = str(root)
    return app.config
