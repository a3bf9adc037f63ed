"""The bank of this course (format: CONTRIBUTING.md)."""

from __future__ import annotations

from pathlib import Path

from nbformat import NotebookNode

from seqgraph_grader import bank
from seqgraph_grader.bank import Case
from seqgraph_grader.bank import automatic_points as points

ROOT = Path(__file__).resolve().parent.parent
BANK = ROOT / "tests" / "submissions"
SOURCE = ROOT / "source"

__all__ = ["BANK", "ROOT", "SOURCE", "Case", "all_cases", "points", "submission"]


def all_cases() -> list[Case]:
    return bank.all_cases(BANK)


def submission(case: Case, *, graded_cells_only: bool = True) -> NotebookNode:
    return bank.submission(case, SOURCE, graded_cells_only=graded_cells_only)
