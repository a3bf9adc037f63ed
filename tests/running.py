"""Run a few cells as one submission, for tests of what becomes of them."""

from __future__ import annotations

import itertools
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from seqgraph_grader.execute import run_task
from seqgraph_grader.model import Level, Limits, Mode, Result, Task, Verdict
from seqgraph_grader.sandbox import best_level, why_not_isolated
from tests.tiny import cell

PRELOAD = ("numpy", "matplotlib.pyplot")
#: Small, so that nobody waits; far from what an honest cell needs.
LIMITS = {
    "cell_seconds": 20,
    "cpu_seconds": 40,
    "wall_seconds": 60,
    "memory_mb": 400,
    "processes": 16,
    "output_bytes": 100_000,
    "disk_mb": 20,
}
NOT_ISOLATED = why_not_isolated()

_number = itertools.count()


def graded(source: str, points: int = 1) -> NotebookNode:
    """A grade cell of that source."""
    return cell("code", source, f"q{next(_number)}", points=points, grade=True, locked=True)


def run(
    *cells: str | NotebookNode,
    level: Level | None = None,
    files: dict[str, bytes] | None = None,
    mode: Mode = Mode.KERNEL,
    **limits: Any,
) -> Result:
    """The result of a notebook of these cells; plain text is a student's code cell."""
    sources = [new_code_cell(one) if isinstance(one, str) else one for one in cells]
    task = Task(
        student="ana",
        assignment="ps",
        name="cells",
        notebook=new_notebook(cells=sources),
        files=files or {},
        limits=Limits(**{**LIMITS, **limits}),
        mode=mode,
        level=level or best_level(),
        seed=7,
        preload=PRELOAD,
    )
    return run_task(task)


def scores(result: Result) -> list[float | None]:
    return [verdict.score for verdict in result.verdicts]


def verdict(result: Result, number: int = 0) -> Verdict:
    return result.verdicts[number]


def error(result: Result, number: int) -> str:
    """``ename: evalue`` of a cell's last error; empty if there is none."""
    found = [one for one in outputs(result, number) if one.output_type == "error"]
    return f"{found[-1].ename}: {found[-1].evalue}" if found else ""


def text(result: Result, number: int) -> str:
    """What a cell printed, and the text of its result."""
    parts = [
        one.text if one.output_type == "stream" else one.data.get("text/plain", "")
        for one in outputs(result, number)
        if one.output_type != "error"
    ]
    return "".join(parts)


def outputs(result: Result, number: int) -> list[NotebookNode]:
    return list(result.notebook["cells"][number].outputs)
