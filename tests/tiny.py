"""A course of one small assignment, for tests of the grader: no torch, nothing of the real course."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

CONFIG = """
c = get_config()
c.ClearMarkScheme.enforce_metadata = False
c.OverwriteCells.add_missing_cells = True
c.SeqgraphGrader.preload = []
c.SeqgraphGrader.grading = "{grading}"
c.SeqgraphGrader.limits = {{"*": {{"cell_seconds": 20, "cpu_seconds": 30, "wall_seconds": 60}}}}
"""

ADD = '''def add(a, b):
    """Sum of two numbers."""
    ### BEGIN SOLUTION
    return a + b
    ### END SOLUTION'''
ADD_TESTS = """assert add(1, 2) == 3
### BEGIN HIDDEN TESTS
assert add(-5, 2) == -3
### END HIDDEN TESTS"""
HALF_TESTS = """earned = 0
if add(1, 1) == 2:
    earned += 1
### BEGIN HIDDEN TESTS
if add("a", "b") == "ab":
    earned += 3
### END HIDDEN TESTS
earned"""
QUESTION = """Why does order not matter?

### BEGIN MARK SCHEME
2 points: addition is commutative.
### END MARK SCHEME"""


def cell(kind: str, source: str, name: str, *, points: int | None = None, **flags: bool) -> NotebookNode:
    """An nbgrader cell with valid metadata."""
    make = new_code_cell if kind == "code" else new_markdown_cell
    meta = {"schema_version": 3, "grade_id": name, "grade": False, "solution": False, "locked": False}
    meta |= {"task": False, **flags}
    if points is not None:
        meta["points"] = points
    return make(source, id=name, metadata={"nbgrader": meta})


def source_notebook() -> NotebookNode:
    """The instructor's notebook: 2 + 4 automatic points, 2 by hand."""
    return new_notebook(
        cells=[
            new_markdown_cell("# Adding", id="title"),
            cell("code", "import math", "setup", locked=True),
            cell("code", ADD, "add", solution=True),
            new_code_cell("print('play')", id="play"),
            cell("code", ADD_TESTS, "add_tests", points=2, grade=True, locked=True),
            cell("code", HALF_TESTS, "half_tests", points=4, grade=True, locked=True),
            cell("markdown", QUESTION, "why_question", locked=True),
            cell("markdown", "Because.", "why", points=2, grade=True, solution=True),
        ],
        metadata={
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
    )


def make_course(root: Path, grading: str = "kernel", notebooks: tuple[str, ...] = ("adding",)) -> Path:
    """Write the course directory; returns its root."""
    folder = root / "source" / "ps"
    folder.mkdir(parents=True)
    (root / "nbgrader_config.py").write_text(CONFIG.format(grading=grading))
    for name in notebooks:
        nbformat.write(source_notebook(), folder / f"{name}.ipynb")
    return root


def hand_in(root: Path, student: str, notebook: NotebookNode | str, name: str = "adding") -> Path:
    """Write one submitted notebook."""
    path = root / "submitted" / student / "ps" / f"{name}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(notebook, str):
        path.write_text(notebook)
    else:
        nbformat.write(notebook, path)
    return path


def with_add(body: str) -> NotebookNode:
    """A submission whose ``add`` cell is ``body``."""
    notebook = source_notebook()
    find(notebook, "add").source = body
    return notebook


def find(notebook: NotebookNode, name: str) -> NotebookNode:
    """The cell of that id."""
    return next(one for one in notebook.cells if one.id == name)
