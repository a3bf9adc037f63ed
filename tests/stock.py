"""Grade a notebook the way stock nbgrader does: in the student's own kernel."""

from __future__ import annotations

from dataclasses import dataclass
from html import unescape

from nbclient import NotebookClient
from nbformat import NotebookNode
from nbgrader.utils import determine_grade, is_grade


@dataclass
class StockGrade:
    """Score of a grade cell and everything its outputs say, as text."""

    score: float
    text: str


def grade_in_kernel(notebook: NotebookNode, env: dict[str, str] | None = None) -> dict[str, StockGrade]:
    """Run every cell; the score of each code grade cell by nbgrader's own rule."""
    client = NotebookClient(notebook, timeout=120, kernel_name="python3", allow_errors=True)
    client.execute(env=env)
    return {
        cell.metadata.nbgrader.grade_id: StockGrade(determine_grade(cell)[0], output_text(cell))
        for cell in notebook.cells
        if cell.cell_type == "code" and is_grade(cell)
    }


def output_text(cell: NotebookNode) -> str:
    """All that the outputs of a cell show, HTML unescaped and without its tags' noise."""
    parts = []
    for output in cell.outputs:
        if output.output_type == "stream":
            parts.append(output.text)
        elif output.output_type == "error":
            parts.append("\n".join(output.traceback))
        else:
            data = output.data
            table = data.get("application/vnd.seqgraph.checks+json")
            if table:
                parts += [check["why"] for check in table["checks"]]
            else:
                parts.append(unescape(str(data.get("text/plain", ""))))
    return "\n".join(parts)
