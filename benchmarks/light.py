"""The light notebook of the throughput benchmark: the usual imports, under half a second of cells, one grade cell."""

from __future__ import annotations

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

_IMPORTS = """import matplotlib.pyplot as plt
import numpy as np
import torch
from torch import nn"""
_SOLUTION = """def double(x):
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION"""
_PLAY = """net = nn.Sequential(nn.Linear(8, 32), nn.Tanh(), nn.Linear(32, 1))
for _ in range(100):
    net(torch.randn(64, 8)).square().mean().backward()
np.linalg.eigvalsh(np.eye(50)).sum()"""
_TESTS = """assert torch.equal(double(torch.ones(3)), 2 * torch.ones(3))
### BEGIN HIDDEN TESTS
assert double(-1.5) == -3.0
### END HIDDEN TESTS"""
_META = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def _cell(source: str, name: str, **flags: object) -> NotebookNode:
    meta = {"schema_version": 3, "grade_id": name, "grade": False, "solution": False, "locked": False}
    return new_code_cell(source, id=name, metadata={"nbgrader": {**meta, "task": False, **flags}})


def light_notebook() -> NotebookNode:
    """Imports, a training loop of 100 steps, one question."""
    return new_notebook(
        cells=[
            _cell(_IMPORTS, "setup", locked=True),
            _cell(_SOLUTION, "double", solution=True),
            new_code_cell(_PLAY, id="play"),
            _cell(_TESTS, "double_tests", grade=True, locked=True, points=2),
        ],
        metadata=_META,
    )


def import_only() -> NotebookNode:
    """A notebook that only imports torch."""
    return new_notebook(cells=[new_code_cell("import torch", id="only")], metadata=_META)
