"""The kit beside stock nbgrader: the same submissions, graded by both in one run, scores compared."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell
from rich.console import Console
from rich.table import Table

from benchmarks.light import import_only, light_notebook
from seqgraph_grader import batch, release
from seqgraph_grader.course import Course
from seqgraph_grader.execute import run_task
from seqgraph_grader.grades import question_scores
from seqgraph_grader.model import Task
from seqgraph_grader.sandbox import best_level

ROOT = Path(__file__).resolve().parent.parent
OURS, STOCK = 60, 4  #: submissions graded by each; rates are per submission
CORES = os.cpu_count() or 1

os.environ["OMP_NUM_THREADS"] = "1"


@contextlib.contextmanager
def course_of(notebooks: dict[str, NotebookNode], students: int) -> Iterator[Course]:
    """A course directory of one assignment whose reference solution was handed in by everybody."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copy(ROOT / "nbgrader_config.py", root)
        for name, notebook in notebooks.items():
            for place in ("source/hw", *(f"submitted/s{number:03}/hw" for number in range(students))):
                (root / place).mkdir(parents=True, exist_ok=True)
                nbformat.write(notebook, root / place / f"{name}.ipynb")
        yield Course(root)


def scores(course: Course) -> dict[tuple[str, str], float | None]:
    with course.gradebook() as gradebook:
        return {
            (one.student, one.question): one.score
            for one in question_scores(gradebook, "hw")
            if not one.waits
        }


def ours(course: Course, jobs: int = CORES) -> float:
    """Seconds of ``seqgraph autograde``, with all that it starts."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "seqgraph_grader.cli", "autograde", "--jobs", str(jobs), "--force"]
    subprocess.run(command, cwd=course.root, check=True, capture_output=True)
    return time.perf_counter() - start


def stock(course: Course) -> float:
    """Seconds of ``nbgrader autograde`` as it comes: its own preprocessors, its own kernels."""
    config = course.root / "nbgrader_config.py"
    kept = config.read_text()
    config.write_text(
        kept
        + "\nif 'autograde_preprocessors' in c.Autograde:\n    del c.Autograde['autograde_preprocessors']\n"
    )
    subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", "hw"],
        cwd=course.root,
        check=True,
        capture_output=True,
    )
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", "hw"],
        cwd=course.root,
        check=True,
        capture_output=True,
    )
    seconds = time.perf_counter() - start
    config.write_text(kept)
    return seconds


def compare(notebook: NotebookNode, many: int = OURS, few: int = STOCK) -> tuple[float, float, bool]:
    """Seconds per submission by the kit and by stock nbgrader, and whether the scores agree."""
    with course_of({"nb": notebook}, many) as course:
        mine = ours(course) / many
        scores_of_ours = scores(course)
    with course_of({"nb": notebook}, few) as course:
        theirs = stock(course) / few
        scores_of_stock = scores(course)
    return mine, theirs, all(scores_of_ours[key] == value for key, value in scores_of_stock.items())


def task_of(notebook: NotebookNode, course: Course) -> Task:
    return Task(
        student="s",
        assignment="hw",
        name="nb",
        notebook=notebook,
        mode=course.mode,
        level=best_level(),
        preload=tuple(course.options.preload),
    )


def fixed_cost(course: Course, runs: int = 10) -> tuple[float, dict[str, float]]:
    """Median seconds of a notebook that only imports torch, in this process, once warm; and by stage."""
    task = task_of(import_only(), course)
    run_task(task)
    walls, stages = [], []
    for _ in range(runs):
        start = time.perf_counter()
        stages.append(run_task(task).seconds)
        walls.append(time.perf_counter() - start)
    return statistics.median(walls), {key: statistics.median(one[key] for one in stages) for key in stages[0]}


def bare_cpu(notebook: NotebookNode) -> float:
    """CPU seconds of the same cells in an interpreter that has imported everything already."""
    code = (
        "import sys, json, time, io, contextlib\n"
        "from IPython.core.interactiveshell import InteractiveShell\n"
        "cells, preload = json.load(sys.stdin)\n"
        "for name in preload: __import__(name)\n"
        "import torch; torch.set_num_threads(1)\n"
        "shell = InteractiveShell.instance()\n"
        "start = time.process_time()\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n"
        "    for cell in cells: shell.run_cell(cell)\n"
        "print(time.process_time() - start, file=sys.stderr)\n"
    )
    cells = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    preload = [*Course(ROOT).options.preload, "seqgraph_helpers.checks"]
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=json.dumps([cells, preload]),
        text=True,
        capture_output=True,
        check=True,
    )
    return float(done.stderr.split()[-1])


def bare_cpus(notebook: NotebookNode) -> list[float]:
    """:func:`bare_cpu` twice for each core, on all cores at once: with as much company as the kit's workers have."""
    with ThreadPoolExecutor(CORES) as pool:
        return list(pool.map(bare_cpu, [notebook] * 2 * CORES))


def kernel_memory(course: Course) -> float:
    """Megabytes that a running kernel holds for itself: its private pages, once torch is imported and a cell has run."""
    notebook = import_only()
    notebook.cells += [new_code_cell("print(open('/proc/self/smaps_rollup').read())", id="memory")]
    told = run_task(task_of(notebook, course)).notebook["cells"][-1]["outputs"][0]["text"]
    return sum(int(line.split()[1]) for line in told.splitlines() if line.startswith("Private_")) / 1000


def main(*, every_notebook: bool = True) -> None:
    console = Console()
    course = Course(ROOT)
    table = Table(
        "notebook",
        "kit s",
        "stock s",
        "times faster",
        "same scores",
        title=f"Seconds per submission, {CORES} cores; stock nbgrader one after another, as it comes",
    )
    rows: dict[str, Any] = {"a light notebook": (light_notebook(), OURS, STOCK)}
    if every_notebook:
        for path in sorted((ROOT / "source").glob("*/*.ipynb")):
            rows[f"{path.parent.name}/{path.stem}"] = (nbformat.read(path, as_version=4), 5 * CORES, 1)
    for name, (notebook, many, few) in rows.items():
        mine, theirs, same = compare(notebook, many, few)
        table.add_row(name, f"{mine:.2f}", f"{theirs:.2f}", f"{theirs / mine:.1f}", "yes" if same else "NO")
    console.print(table)

    fixed, stages = fixed_cost(course)
    where = ", ".join(f"{stage} {seconds:.3f}" for stage, seconds in stages.items() if stage != "cpu")
    rnn = nbformat.read(ROOT / "source/sequences/1_rnn.ipynb", as_version=4)
    figures = Table("figure", "measured", "where the time goes")
    figures.add_row("a notebook that only imports torch, one worker", f"{fixed:.2f} s", where)
    many = 40 * CORES
    with course_of({"nb": rnn}, many) as class_of_rnn:
        release.register(class_of_rnn, "hw")  # as it is where the notebooks were released
        cpu = bare_cpus(rnn)
        start = time.perf_counter()
        results = batch.autograde(class_of_rnn, ["hw"], jobs=CORES, level=best_level()).graded
        wall = time.perf_counter() - start
        bare = statistics.median(cpu + bare_cpus(rnn))
    spent: dict[str, float] = {}
    for one in results:
        for result in one.results.values():
            for stage, seconds in result.seconds.items():
                spent[stage] = spent.get(stage, 0.0) + seconds / many
    told = ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in spent.items())
    judged = spent["judge"] / sum(spent[stage] for stage in ("start", "cells", "judge", "stop"))
    figures.add_row("1_rnn: share of the judge in a submission's time", f"{judged:.0%}", "")
    figures.add_row(
        "1_rnn: wall × workers ÷ CPU of the bare cells",
        f"{wall * CORES / (many * bare):.2f}",
        f"bare cells {bare:.2f} s CPU; per notebook: {told}",
    )
    with course_of({"nb": light_notebook()}, 10) as small, course_of({"nb": light_notebook()}, 100) as large:
        figures.add_row(
            "ten times the class takes", f"{ours(large) / ours(small):.1f} × as long", "light notebook"
        )
    figures.add_row("memory of a kernel beyond the template", f"{kernel_memory(course):.0f} MB", "")
    console.print(figures)


if __name__ == "__main__":
    main(every_notebook="--quick" not in sys.argv)
