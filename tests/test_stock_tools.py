"""Stock nbgrader commands keep working in the course directory, with the same scores for honest work."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from seqgraph_grader.bank import read_case, submission
from seqgraph_grader.course import Course
from seqgraph_grader.grades import question_scores
from tests.bank import BANK, ROOT

CASES = {"ana": "one_linear", "eli": "layer_no_bias"}


def nbgrader(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "nbgrader", *words]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, timeout=300)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the course with its first notebook only, released by nbgrader itself."""
    root = tmp_path_factory.mktemp("course")
    shutil.copy(ROOT / "nbgrader_config.py", root)
    (root / "source/sequences").mkdir(parents=True)
    shutil.copy(ROOT / "source/sequences/1_rnn.ipynb", root / "source/sequences")
    done = nbgrader(root, "generate_assignment", "sequences")
    assert done.returncode == 0, done.stderr
    return root


def test_release_is_the_same(root: Path) -> None:
    theirs = (root / "release/sequences/1_rnn.ipynb").read_text()
    assert theirs == (ROOT / "release/sequences/1_rnn.ipynb").read_text()


def test_autograde_gives_the_scores_of_the_bank(root: Path) -> None:
    expected = {}
    for student, name in CASES.items():
        case = read_case(BANK / "sequences/1_rnn" / f"{name}.py")
        path = root / "submitted" / student / "sequences/1_rnn.ipynb"
        path.parent.mkdir(parents=True)
        nbformat.write(submission(case, root / "source"), path)
        expected[student] = case.scores
    done = nbgrader(root, "autograde", "sequences")
    assert done.returncode == 0, done.stderr
    with Course(root).gradebook() as gradebook:
        scores = {
            (one.student, one.question): (one.score, one.points)
            for one in question_scores(gradebook, "sequences")
        }
    for (student, question), (score, points) in scores.items():
        if question.endswith("_tests"):
            assert score == expected[student].get(question, points), (student, question)


def test_validate_names_what_is_not_done_and_passes_what_is(root: Path) -> None:
    blank = nbgrader(root, "validate", "release/sequences/1_rnn.ipynb")
    assert "VALIDATION FAILED ON 5 CELL(S)" in blank.stdout
    notebook = nbformat.read(root / "release/sequences/1_rnn.ipynb", as_version=4)
    reference = nbformat.read(ROOT / "source/sequences/1_rnn.ipynb", as_version=4)
    answers = {
        cell.id: cell.source for cell in reference.cells if cell.metadata.get("nbgrader", {}).get("solution")
    }
    for cell in notebook.cells:
        cell.source = answers.get(cell.id, cell.source)
    nbformat.write(notebook, root / "solved.ipynb")
    solved = nbgrader(root, "validate", "solved.ipynb")
    assert "Success! Your notebook passes all the tests." in solved.stdout, solved.stdout
