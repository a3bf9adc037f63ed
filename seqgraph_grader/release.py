"""``source/`` to ``release/``: check the markers, run nbgrader's own converter, pack a zip for students."""

from __future__ import annotations

import contextlib
import copy
import logging
import re
import zipfile
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme, SaveCells
from traitlets.config import Config

from seqgraph_grader.course import Course, CourseError

_MARKER = re.compile(r"(BEGIN|END)\s+(SOLUTION|HIDDEN TESTS?|MARK SCHEME)", re.IGNORECASE)
_EXACT = re.compile(r"^\s*### (BEGIN|END) (SOLUTION|HIDDEN TESTS|MARK SCHEME)\s*$")


def release(course: Course, assignment: str) -> Path:
    """Generate ``release/<assignment>`` and its zip; returns the path of the zip.

    Raises
    ------
    CourseError
        If a marker is unbalanced or misspelt, or nbgrader refuses the notebook.
    """
    for path in course.notebooks(assignment):
        check_source(path)
    _convert(course, assignment)
    return _pack(course, assignment)


def register(course: Course, assignment: str) -> None:
    """Bring the gradebook in step with ``source/``, leaving ``release/`` alone.

    Raises
    ------
    CourseError
        If cells were added or removed though submissions are recorded already.
    """
    masters = {path.stem: master(course, path) for path in course.notebooks(assignment)}
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment(assignment)
        known = {notebook.name: notebook for notebook in gradebook.find_assignment(assignment).notebooks}
        stale = []
        for name, notebook in masters.items():
            cells = {
                cell.metadata.nbgrader.grade_id: (cell.source, float(cell.metadata.nbgrader.get("points", 0)))
                for cell in notebook.cells
                if "nbgrader" in cell.metadata
            }
            recorded: dict[str, tuple[str, float]] = {}
            if name in known:
                worth = {
                    cell.name: cell.max_score for cell in [*known[name].grade_cells, *known[name].task_cells]
                }
                recorded = {
                    cell.name: (cell.source, worth.get(cell.name, 0.0)) for cell in known[name].source_cells
                }
            if cells != recorded:
                stale.append(name)
    for name in stale:
        saver = SaveCells(config=course.config)
        try:
            saver.preprocess(masters[name], _resources(course, assignment, name))
        except RuntimeError as error:
            raise CourseError(
                f"{assignment}/{name}: {error}. Move gradebook.db away to start afresh, or undo the change"
            ) from error


def master(course: Course, path: Path) -> NotebookNode:
    """An instructor notebook as students get it, but with its hidden tests and mark schemes.

    This is what every submission is restored from. Read-only: the result is shared.
    """
    return _master(course, path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _master(course: Course, path: Path, _mtime: int) -> NotebookNode:
    notebook = nbformat.read(path, as_version=4)
    resources = _resources(course, path.parent.name, path.stem)
    steps = [
        one
        for one in _preprocessors(course)
        if not issubclass(one, SaveCells | ClearHiddenTests | ClearMarkScheme)
    ]
    with contextlib.chdir(course.root):  # as nbgrader does: header.ipynb and the like are named from there
        for step in steps:
            try:
                notebook, resources = step(config=course.config)(notebook, resources)
            except Exception as error:
                raise CourseError(f"{path}: {step.__name__}: {error}") from error
    return notebook


def released(course: Course, path: Path) -> NotebookNode:
    """An instructor notebook as students get it."""
    notebook = copy.deepcopy(master(course, path))
    resources = _resources(course, path.parent.name, path.stem)
    for step in (ClearHiddenTests, ClearMarkScheme):
        notebook, resources = step(config=course.config)(notebook, resources)
    return notebook


def _preprocessors(course: Course) -> list[type]:
    return GenerateAssignment(coursedir=course.coursedir, config=course.config).preprocessors


def _resources(course: Course, assignment: str, name: str) -> dict[str, Any]:
    return {
        "unique_key": name,
        "metadata": {"path": str(course.source / assignment)},
        "nbgrader": {
            "student": ".",
            "assignment": assignment,
            "notebook": name,
            "db_url": course.coursedir.db_url,
        },
    }


def _convert(course: Course, assignment: str) -> None:
    config = Config(course.config)
    config.CourseDirectory.assignment_id = assignment
    coursedir = type(course.coursedir)(config=config, root=str(course.root))
    converter = GenerateAssignment(coursedir=coursedir, config=config)
    converter.force = True
    log = _Collected()
    converter.log = logging.Logger("seqgraph.release", logging.WARNING)
    converter.log.addHandler(log)
    try:
        converter.start()
    except Exception as error:
        told = [line for line in log.lines if "Error" in line] or [str(error)]
        raise CourseError(f"{assignment} can't be released: {told[-1].strip().splitlines()[-1]}") from error


class _Collected(logging.Handler):
    """Keeps messages of a converter, whose exceptions say only 'see the error log'."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def check_source(path: Path) -> None:
    """Refuse a notebook that names two cells alike, or whose markers would leak or be ignored.

    Raises
    ------
    CourseError
        Naming the cell and the line.
    """
    notebook = nbformat.read(path, as_version=4)
    names = Counter(cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells)
    if twice := [name for name, count in names.items() if name and count > 1]:
        raise CourseError(f"{path.name}: two cells are named {twice[0]}: give each its own grade_id")
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id", cell.get("id", "?"))
        open_region = ""
        for number, line in enumerate(cell.source.splitlines(), 1):
            if not _MARKER.search(line):
                continue
            where = f"{path.name}, cell {name}, line {number}"
            match = _EXACT.match(line)
            if not match:
                raise CourseError(
                    f"{where}: write the marker as '### BEGIN SOLUTION' (or END, HIDDEN TESTS …)"
                )
            kind, region = match.groups()
            if kind == "BEGIN" and open_region:
                raise CourseError(f"{where}: {region} begins inside {open_region}")
            if kind == "END" and open_region != region:
                raise CourseError(f"{where}: END {region} without its BEGIN")
            open_region = region if kind == "BEGIN" else ""
        if open_region:
            raise CourseError(f"{path.name}, cell {name}: no END {open_region}")


# -- the zip that students get -------------------------------------------------------------

_STUDENT_README = """{assignment}
{underline}

1. Install Python 3.11 or newer.
2. In this folder:   python -m pip install -r requirements.txt
3. Then:             python -m jupyter lab

Open the notebooks in the order of their numbers, work from top to bottom, and run each check when you
come to it. Before you hand in: Kernel, Restart Kernel and Run All Cells; save. Hand in the notebooks
({notebooks}), nothing else, without renaming them.
"""


def _pack(course: Course, assignment: str) -> Path:
    folder = course.folder("release", assignment=assignment)
    target = folder.parent / f"{assignment}.zip"
    notebooks = sorted(path.name for path in folder.glob("*.ipynb"))
    readme = _STUDENT_README.format(
        assignment=assignment, underline="=" * len(assignment), notebooks=", ".join(notebooks)
    )
    entries: dict[str, bytes] = {"README.txt": readme.encode()}
    for path in _files(folder):
        entries[path.relative_to(folder).as_posix()] = path.read_bytes()
    requirements, package = course.root / "requirements.txt", _helpers(course)
    if requirements.exists():
        entries["requirements.txt"] = requirements.read_bytes()
    if package:
        for path in _files(package):
            entries[f"{package.name}/{path.relative_to(package).as_posix()}"] = path.read_bytes()
    new = target.with_name(f".{target.name}.new")
    with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(entries.items()):
            # A fixed date makes the same content the same file.
            info = zipfile.ZipInfo(f"{assignment}/{name}", (1980, 1, 1, 0, 0, 0))
            info.external_attr = 0o644 << 16
            archive.writestr(info, data, zipfile.ZIP_DEFLATED)
    new.replace(target)
    return target


def _helpers(course: Course) -> Path | None:
    """The course's student-facing package, named in the configuration, wherever it is installed."""
    name = course.options.student_package
    if not name:
        return None
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise CourseError(f"c.SeqgraphGrader.student_package: no package {name!r} is installed")
    return Path(next(iter(spec.submodule_search_locations)))


def _files(folder: Path) -> Iterable[Path]:
    return (
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts and ".ipynb_checkpoints" not in path.parts
    )
