"""The bank: right and wrong student work, and how a case becomes a submission."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import yaml
from nbformat import NotebookNode

ROOT = Path(__file__).resolve().parent.parent
BANK = ROOT / "tests" / "submissions"
SOURCE = ROOT / "source"

_CELL = re.compile(r"^# %% (\S+)[^\n]*\n", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """One submission of the bank (format: CONTRIBUTING.md)."""

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

    @property
    def source(self) -> Path:
        return SOURCE / self.assignment / f"{self.notebook}.ipynb"


def read_case(path: Path) -> Case:
    """Read one case file.

    Raises
    ------
    ValueError
        If the docstring or a cell name is not of the bank's form.
    """
    text = path.read_text(encoding="utf-8")
    match = re.match(r'\s*"""(.*?)"""', text, re.DOTALL)
    if not match:
        raise ValueError(f"{path}: a case opens with a YAML docstring")
    facts = yaml.safe_load(match.group(1))
    parts = _CELL.split(text[match.end() :])
    cells = {name: body.strip("\n") for name, body in zip(parts[1::2], parts[2::2], strict=True)}
    unknown = set(facts) - {"case", "kind", "scores", "says"}
    if unknown or facts.get("kind") not in {"right", "wrong"}:
        raise ValueError(f"{path}: unknown keys {sorted(unknown)} or kind {facts.get('kind')!r}")
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


def all_cases() -> list[Case]:
    return [read_case(path) for path in sorted(BANK.glob("*/*/*.py"))]


def solved(source: Path) -> NotebookNode:
    """The source notebook as a submission that holds the reference solution."""
    return nbformat.read(source, as_version=4)


def submission(case: Case, *, graded_cells_only: bool = True) -> NotebookNode:
    """The case as a notebook: the reference solution with the case's cells in their places."""
    notebook = solved(case.source)
    ids = {cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells}
    if strangers := set(case.cells) - ids:
        raise ValueError(f"{case.id}: no cell named {', '.join(sorted(strangers))} in {case.source.name}")
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in case.cells:
            cell.source = case.cells[grade_id]
    if graded_cells_only:
        notebook.cells = [cell for cell in notebook.cells if "nbgrader" in cell.metadata]
    return notebook


def points(notebook: NotebookNode) -> dict[str, float]:
    """Points of every automatically graded cell, by grade_id."""
    return {
        cell.metadata.nbgrader.grade_id: float(cell.metadata.nbgrader.points)
        for cell in notebook.cells
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("grade")
    }
