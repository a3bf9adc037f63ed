"""The bank: right and wrong student work, and how a case becomes a submission.

A case is one file ``<assignment>/<notebook>/<case>.py``: a docstring of YAML that says what it is and what it must score,
then cells in percent format, each replacing the solution cell of that name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import yaml
from nbformat import NotebookNode

_CELL = re.compile(r"^# %% (\S+)[^\n]*\n", re.MULTILINE)
_KEYS = {"case", "kind", "scores", "says"}


@dataclass(frozen=True)
class Case:
    """One submission of the bank.

    ``scores`` lists the grade cells that do not get full points, ``says`` words that the feedback of a
    cell must contain, ``cells`` the solution cells that differ from the reference.
    """

    assignment: str
    notebook: str
    name: str
    title: str
    kind: str
    scores: dict[str, float] = field(default_factory=dict)
    says: dict[str, str | list[str]] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return f"{self.assignment}/{self.notebook}/{self.name}"


def read_case(path: Path) -> Case:
    """Read one case file.

    Raises
    ------
    ValueError
        If the docstring or a cell is not of the bank's form.
    """
    text = path.read_text(encoding="utf-8")
    match = re.match(r'\s*"""(.*?)"""', text, re.DOTALL)
    if not match:
        raise ValueError(f"{path}: a case opens with a YAML docstring")
    try:
        facts = yaml.safe_load(match.group(1))
    except yaml.YAMLError as error:
        raise ValueError(f"{path}: the docstring is no YAML: {error}") from error
    parts = _CELL.split(text[match.end() :])
    cells = {name: body.strip("\n") for name, body in zip(parts[1::2], parts[2::2], strict=True)}
    if set(facts) - _KEYS or facts.get("kind") not in {"right", "wrong"}:
        raise ValueError(f"{path}: keys are {sorted(_KEYS)}, kind is right or wrong; found {facts}")
    return Case(
        assignment=path.parent.parent.name,
        notebook=path.parent.name,
        name=path.stem,
        title=facts["case"],
        kind=facts["kind"],
        scores=facts.get("scores") or {},
        says=facts.get("says") or {},
        cells=cells,
    )


def all_cases(bank: Path) -> list[Case]:
    """Every case below ``bank``, in order."""
    return [read_case(path) for path in sorted(bank.glob("*/*/*.py"))]


def submission(case: Case, source: Path, *, graded_cells_only: bool = False) -> NotebookNode:
    """The case as a notebook: the reference solution with the case's cells in their places.

    Raises
    ------
    ValueError
        If the case names a cell that the notebook does not have.
    """
    notebook = nbformat.read(source / case.assignment / f"{case.notebook}.ipynb", as_version=4)
    names = {_name(cell) for cell in notebook.cells}
    if strangers := set(case.cells) - names:
        raise ValueError(f"{case.id}: the notebook has no cell {', '.join(sorted(strangers))}")
    for cell in notebook.cells:
        if _name(cell) in case.cells:
            cell.source = case.cells[_name(cell)]
    if graded_cells_only:
        notebook.cells = [cell for cell in notebook.cells if "nbgrader" in cell.metadata]
    return notebook


def automatic_points(notebook: NotebookNode) -> dict[str, float]:
    """Points of every automatically graded cell, by name."""
    return {
        _name(cell): float(cell.metadata.nbgrader.points)
        for cell in notebook.cells
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("grade")
    }


def _name(cell: NotebookNode) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")
