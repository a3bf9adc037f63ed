"""From what a student handed in to a notebook that is safe to run and complete to grade.

Every instructor cell comes from the master (see :func:`seqgraph_grader.release.master`), source, metadata and tags alike;
from the student come the contents of solution and answer cells, and the cells of their own.

Exceptions
----------
NotGradable            the submission as it stands can't be graded; the message says why, in one line
"""

from __future__ import annotations

import copy
import json
import re
import sys
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.utils import is_locked

#: Names that Python or pytest import by themselves.
_AUTO_IMPORTED = {"sitecustomize", "usercustomize", "conftest"}
_MEGABYTE = 1_000_000


class NotGradable(Exception):
    """The submission can't be graded as it stands; the message is one line."""


@dataclass
class Sanitized:
    """A notebook ready to run, with what was repaired (notes) and what a person should see (flags)."""

    notebook: NotebookNode
    notes: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)


def read_notebook(path: Path, max_megabytes: float = 50) -> tuple[NotebookNode, list[str]]:
    """Read a submitted notebook as nbformat 4, with notes on what was done to it.

    Raises
    ------
    NotGradable
        If it is no regular file, too large, not UTF-8, not JSON, or no notebook.
    """
    if path.is_symlink() or not path.is_file():
        raise NotGradable(f"{path.name} is not a regular file")
    data = path.read_bytes()
    notes = []
    if len(data) > 4 * max_megabytes * _MEGABYTE:
        raise NotGradable(f"{path.name} has {len(data) / _MEGABYTE:.0f} MB, far over {max_megabytes:g} MB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotGradable(f"{path.name} is not UTF-8 text: save it again from JupyterLab") from None
    if not text.strip():
        raise NotGradable(f"{path.name} is empty")
    if re.search(r"^<{7} |^>{7} ", text, re.MULTILINE):
        raise NotGradable(
            f"{path.name} holds merge markers (<<<<<<<): resolve the conflict and hand in again"
        )
    try:
        raw = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise NotGradable(f"{path.name} is not valid JSON{where}: the file is broken") from None
    if not isinstance(raw, dict) or not ({"cells", "worksheets"} & set(raw)):
        raise NotGradable(f"{path.name} is JSON, but no notebook")
    major = raw.get("nbformat")
    try:
        notebook = nbformat.from_dict(raw) if major == 4 else nbformat.convert(nbformat.reads(text, major), 4)
        for cell in notebook.cells:
            _normalise(cell)
    except Exception:
        raise NotGradable(f"{path.name} is JSON, but no notebook that can be read") from None
    if major != 4:
        notes.append(f"{path.name} was in the old notebook format {major}; a converted copy was graded")
    if len(data) > max_megabytes * _MEGABYTE:
        size = len(json.dumps(notebook))
        if size > max_megabytes * _MEGABYTE:
            raise NotGradable(
                f"{path.name} has {size / _MEGABYTE:.0f} MB without outputs: over {max_megabytes:g} MB"
            )
        notes.append(f"{path.name} had {len(data) / _MEGABYTE:.0f} MB; its outputs were stripped")
    return notebook, notes


def sanitize(notebook: NotebookNode, master: NotebookNode) -> Sanitized:
    """Put every instructor cell back; keep the student's answers and own cells, in the master's order.

    Raises
    ------
    NotGradable
        If none of the master's cells is in the notebook.
    """
    result = Sanitized(copy.deepcopy(master))
    masters = {_grade_id(cell): cell for cell in master.cells if _grade_id(cell)}
    segments = _segments(notebook, masters, result)
    if len(segments) == 1:
        raise NotGradable("it holds none of the cells of the notebook that was handed out")

    cells: list[NotebookNode] = segments[""][0]
    for name, original in masters.items():
        found = segments.get(name)
        cell = copy.deepcopy(original)
        if not found:
            result.notes.append(f"cell {name} was missing and has been put back")
            cells.append(cell)
            continue
        *extra, (own, *following) = found
        for spare in extra:
            cells += _spare(spare, original, name, result)
        _compare(own, original, name, result)
        if not is_locked(original):
            cell.source = own.source
        cells.append(cell)
        cells += following
    result.notebook.cells = cells
    _unique_ids(result.notebook, masters)
    return result


def _segments(
    notebook: NotebookNode, masters: dict[str, NotebookNode], result: Sanitized
) -> dict[str, list[list[NotebookNode]]]:
    """Cells grouped under the last instructor cell before them; one group per occurrence of a name."""
    current: list[NotebookNode] = []
    segments = {"": [current]}
    order: list[str] = []
    for cell in notebook.cells:
        name = _grade_id(cell)
        if name in masters:
            current = [cell]
            segments.setdefault(name, []).append(current)
            order.append(name)
            continue
        if name:
            result.flags.append(f"a cell claims the unknown name {name!r}")
        cell.metadata.pop("nbgrader", None)
        current.append(cell)
    firsts = list(dict.fromkeys(order))
    if firsts != [name for name in masters if name in firsts]:
        result.notes.append("cells had been moved; they were put back into the order handed out")
    return segments


def _spare(
    segment: list[NotebookNode], original: NotebookNode, name: str, result: Sanitized
) -> list[NotebookNode]:
    """A second cell of the same name: a copied test goes, a copied solution stays as a plain cell."""
    first, *following = segment
    if is_locked(original):
        result.notes.append(f"cell {name} was there twice; the copy was removed")
        return following
    first.metadata.pop("nbgrader", None)
    if original.metadata.nbgrader.get("grade"):
        result.flags.append(f"answer {name} was handed in twice: the last one is graded")
    else:
        result.notes.append(f"cell {name} was split or copied; all parts were run, in order")
    return [first, *following]


def _compare(own: NotebookNode, original: NotebookNode, name: str, result: Sanitized) -> None:
    """Note what differs between a submitted cell and the master; the master wins in every case."""
    if own.cell_type != original.cell_type:
        result.notes.append(f"cell {name} had been turned into a {own.cell_type} cell; its type was restored")
    claimed, true = own.metadata.get("nbgrader", {}), original.metadata.nbgrader
    edited = [
        key
        for key in ("points", "grade", "locked", "solution", "task")
        if key in claimed and claimed[key] != true.get(key)
    ]
    if sorted(own.metadata.get("tags", [])) != sorted(original.metadata.get("tags", [])):
        edited.append("tags")
    if edited:
        result.flags.append(f"cell {name}: {', '.join(edited)} edited; the original counts")


def shadowing_files(files: dict[str, bytes]) -> list[str]:
    """Names among submitted files that Python would import in place of a real module."""
    return sorted(name for name in files if _module_of(name) and _module_of(name) in _importable())


@cache
def _importable() -> frozenset[str]:
    """Top-level modules of Python and of every installed package; slow to find, so found once."""
    return frozenset({*sys.stdlib_module_names, *packages_distributions(), *_AUTO_IMPORTED})


def read_files(folder: Path, max_megabytes: float) -> dict[str, bytes]:
    """Every file of a submission that is no notebook, by relative path.

    Raises
    ------
    NotGradable
        If there is a link, a pipe or a device among them, or they are too large together.
    """
    files: dict[str, bytes] = {}
    size = 0
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if ".ipynb_checkpoints" in name or "__pycache__" in name:
            continue
        if path.is_symlink():
            raise NotGradable(f"{name} is a link: hand in the file itself")
        if path.is_dir() or (path.suffix == ".ipynb" and path.parent == folder and path.is_file()):
            continue
        if not path.is_file():
            raise NotGradable(f"{name} is not a regular file")
        size += path.stat().st_size
        if size > max_megabytes * _MEGABYTE:
            raise NotGradable(f"the files have more than {max_megabytes:g} MB together")
        files[name] = path.read_bytes()
    return files


def match_notebooks(folder: Path, masters: dict[str, NotebookNode]) -> tuple[dict[str, Path], list[str]]:
    """Which submitted file is which notebook: by name, else by its cells where only one fits."""
    there = {path.stem: path for path in sorted(folder.glob("*.ipynb"))}
    matched = {name: there.pop(name) for name in masters if name in there}
    notes = []
    for name in [name for name in masters if name not in matched]:
        ids = {_grade_id(cell) for cell in masters[name].cells} - {""}
        fits = [path for path in there.values() if len(ids & _ids_in(path)) > len(ids) / 2]
        if len(fits) == 1:
            matched[name] = there.pop(fits[0].stem)
            notes.append(f"{fits[0].name} was taken for {name}.ipynb, by its cells")
    return matched, notes


def _ids_in(path: Path) -> set[str]:
    try:
        return {_grade_id(cell) for cell in read_notebook(path)[0].cells}
    except NotGradable:
        return set()


def _grade_id(cell: Any) -> str:
    meta = cell.metadata.get("nbgrader", {})
    return str(meta.get("grade_id", "") or "") if isinstance(meta, dict) else ""


def _module_of(name: str) -> str:
    head = name.split("/")[0]
    return (
        head.removesuffix(".py").split(".")[0] if head.endswith((".py", ".so", ".pyc")) or "/" in name else ""
    )


def _normalise(cell: NotebookNode) -> None:
    """Give a cell the fields that running it needs; drop what it showed before."""
    cell.source = "".join(cell.source) if isinstance(cell.source, list) else str(cell.source)
    cell.metadata = nbformat.from_dict(cell.get("metadata") or {})
    if cell.cell_type not in {"code", "markdown", "raw"}:
        raise ValueError(cell.cell_type)
    for key in ("outputs", "execution_count"):
        cell.pop(key, None)
    if cell.cell_type == "code":
        cell.outputs, cell.execution_count = [], None
    cell.pop("attachments", None)


def _unique_ids(notebook: NotebookNode, masters: dict[str, NotebookNode]) -> None:
    """Cell ids: instructor cells keep theirs, the student's get new ones where they collide."""
    seen = {cell.get("id") for cell in masters.values()}
    number = 0
    for cell in notebook.cells:
        if _grade_id(cell):
            continue
        given = cell.get("id")
        if not isinstance(given, str) or given in seen or not re.fullmatch(r"[a-zA-Z0-9-_]{1,64}", given):
            while (given := f"student-{number}") in seen:
                number += 1
        cell.id = given
        seen.add(given)
