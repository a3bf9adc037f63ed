"""Run one submitted notebook and say what its grade cells got (placeholder for the warm kernels)."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbgrader.utils import determine_grade, is_grade, is_solution

from seqgraph_grader.model import Level, Outcome, Result, Task, Verdict

CHECKS_MIME = "application/vnd.seqgraph.checks+json"


def run_task(task: Task) -> Result:
    notebook = nbformat.from_dict(task.notebook)
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        for name, data in task.files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        client = NotebookClient(
            notebook,
            timeout=task.limits.cell_seconds,
            interrupt_on_timeout=True,
            error_on_timeout={"ename": "TimeLimit", "evalue": "", "traceback": ["TimeLimit: too long"]},
            allow_errors=True,
            kernel_name="python3",
            resources={"metadata": {"path": folder}},
        )
        client.execute()
    verdicts = []
    for cell in notebook.cells:
        if cell.cell_type == "code" and is_grade(cell) and not is_solution(cell):
            cell.outputs = [o for o in cell.outputs if not (o.output_type == "stream" and o.name == "stderr")]
            score, points = determine_grade(cell)
            checks = []
            for output in cell.outputs:
                checks += output.get("data", {}).get(CHECKS_MIME, {}).get("checks", [])
            verdicts.append(
                Verdict(cell.metadata.nbgrader.grade_id, points, score, Outcome.GRADED, "", True, checks)
            )
    return Result(notebook, verdicts, Level.LIMITS_ONLY, [], [], {"cells": time.perf_counter() - start})
