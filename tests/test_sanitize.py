"""What a student did to a notebook, and what is graded all the same."""

from __future__ import annotations

import json
import os
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from seqgraph_grader.course import Course
from seqgraph_grader.release import master
from seqgraph_grader.sanitize import (
    NotGradable,
    match_notebooks,
    read_files,
    read_notebook,
    sanitize,
    shadowing_files,
)
from tests.tiny import find, make_course, source_notebook, with_add


@pytest.fixture
def original(tmp_path: Path) -> NotebookNode:
    course = Course(make_course(tmp_path / "course"))
    return master(course, course.source / "ps" / "adding.ipynb")


def names(notebook: NotebookNode) -> list[str]:
    return [cell.metadata.get("nbgrader", {}).get("grade_id", "-") for cell in notebook.cells]


def test_student_work_stays_and_hidden_tests_come_back(original: NotebookNode) -> None:
    handed_in = with_add("def add(a, b):\n    return 0")
    find(handed_in, "add_tests").source = "pass"
    result = sanitize(handed_in, original)
    assert find(result.notebook, "add").source == "def add(a, b):\n    return 0"
    assert "BEGIN HIDDEN TESTS" in find(result.notebook, "add_tests").source
    assert find(result.notebook, "play").source == "print('play')"
    nbformat.validate(result.notebook)


def test_deleted_test_is_put_back_in_its_place(original: NotebookNode) -> None:
    handed_in = source_notebook()
    handed_in.cells = [cell for cell in handed_in.cells if cell.id != "add_tests"]
    result = sanitize(handed_in, original)
    order = names(result.notebook)
    assert order.index("add") < order.index("add_tests") < order.index("half_tests")
    assert any("add_tests was missing" in note for note in result.notes)


@pytest.mark.parametrize(
    ("key", "value"), [("points", 100), ("grade", False), ("locked", False), ("solution", True)]
)
def test_edited_metadata_is_flagged_and_ignored(original: NotebookNode, key: str, value: object) -> None:
    handed_in = source_notebook()
    find(handed_in, "add_tests").metadata.nbgrader[key] = value
    result = sanitize(handed_in, original)
    assert find(result.notebook, "add_tests").metadata == find(original, "add_tests").metadata
    assert any(key in flag for flag in result.flags)


def test_added_tags_are_flagged_and_ignored(original: NotebookNode) -> None:
    handed_in = source_notebook()
    find(handed_in, "add_tests").metadata.tags = ["in-kernel"]
    result = sanitize(handed_in, original)
    assert "tags" not in find(result.notebook, "add_tests").metadata
    assert any("tags" in flag for flag in result.flags)


def test_an_honest_submission_raises_no_flag_and_no_note(original: NotebookNode) -> None:
    handed_in = with_add("score = 100\nprint('passed')\ndef add(a, b):\n    return a + b")
    find(handed_in, "add_tests").metadata.collapsed = True
    result = sanitize(handed_in, original)
    assert (result.flags, result.notes) == ([], [])


def test_cell_type_is_restored(original: NotebookNode) -> None:
    handed_in = source_notebook()
    position = handed_in.cells.index(find(handed_in, "add"))
    handed_in.cells[position] = nbformat.v4.new_markdown_cell(
        "def add(a, b): return a + b", id="add", metadata=find(handed_in, "add").metadata
    )
    result = sanitize(handed_in, original)
    assert find(result.notebook, "add").cell_type == "code"
    assert find(result.notebook, "add").source == "def add(a, b): return a + b"


def test_a_split_solution_runs_in_order(original: NotebookNode) -> None:
    handed_in = source_notebook()
    position = handed_in.cells.index(find(handed_in, "add"))
    first = nbformat.from_dict({**find(handed_in, "add"), "source": "helper = 1"})
    handed_in.cells.insert(position, first)
    result = sanitize(handed_in, original)
    sources = [cell.source for cell in result.notebook.cells]
    assert sources.index("helper = 1") < sources.index(find(handed_in, "add").source)
    assert names(result.notebook).count("add") == 1
    assert len({cell.id for cell in result.notebook.cells}) == len(result.notebook.cells)


def test_moved_cells_go_back(original: NotebookNode) -> None:
    handed_in = source_notebook()
    handed_in.cells.reverse()
    result = sanitize(handed_in, original)
    graded = [name for name in names(result.notebook) if name != "-"]
    assert graded == [name for name in names(original) if name != "-"]


def test_a_stranger_is_not_gradable(original: NotebookNode) -> None:
    with pytest.raises(NotGradable, match="none of the cells"):
        sanitize(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")]), original)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"{", "not valid JSON"),
        (b"[1]", "no notebook"),
        (
            b'{"cells": [{"cell_type": "alien", "source": ""}], "nbformat": 4, "nbformat_minor": 5}',
            "no notebook",
        ),
        (b"\xff\xfe{}", "not UTF-8"),
        (b'{\n<<<<<<< HEAD\n"cells": []\n=======\n>>>>>>> b\n}', "merge markers"),
        (b"[" * 100_000, "not valid JSON"),
    ],
)
def test_unreadable_files_are_named(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "adding.ipynb"
    path.write_bytes(content)
    with pytest.raises(NotGradable, match=says):
        read_notebook(path)


def test_old_format_is_converted(tmp_path: Path) -> None:
    path = tmp_path / "adding.ipynb"
    old = nbformat.convert(source_notebook(), 3)
    path.write_text(nbformat.writes(old, version=3))
    notebook, notes = read_notebook(path)
    assert notebook.nbformat == 4
    assert "old notebook format 3" in notes[0]


def test_large_outputs_are_stripped_and_large_sources_refused(tmp_path: Path) -> None:
    path = tmp_path / "adding.ipynb"
    notebook = source_notebook()
    find(notebook, "play").outputs = [nbformat.v4.new_output("stream", text="x" * 200_000)]
    path.write_text(json.dumps(notebook))
    read, notes = read_notebook(path, max_megabytes=0.1)
    assert "outputs were stripped" in notes[0]
    assert find(read, "play").outputs == []
    find(notebook, "play").outputs = []
    find(notebook, "title").source = "x" * 200_000
    path.write_text(json.dumps(notebook))
    with pytest.raises(NotGradable, match="without outputs"):
        read_notebook(path, max_megabytes=0.1)


def test_links_and_pipes_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "data.csv").write_text("1")
    assert read_files(tmp_path, 1) == {"data.csv": b"1"}
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotGradable, match="not a regular file"):
        read_files(tmp_path, 1)
    (tmp_path / "pipe").unlink()
    (tmp_path / "link").symlink_to("/etc/passwd")
    with pytest.raises(NotGradable, match="is a link"):
        read_files(tmp_path, 1)
    (tmp_path / "link").unlink()
    (tmp_path / "big.bin").write_bytes(bytes(2_000_000))
    with pytest.raises(NotGradable, match="more than 1 MB"):
        read_files(tmp_path, 1)


def test_files_in_the_place_of_modules_are_found() -> None:
    files = {
        "numpy.py": b"",
        "sitecustomize.py": b"",
        "torch/__init__.py": b"",
        "helper.py": b"",
        "data/x.csv": b"",
    }
    assert shadowing_files(files) == ["numpy.py", "sitecustomize.py", "torch/__init__.py"]


def test_a_renamed_notebook_is_recognised_by_its_cells(tmp_path: Path, original: NotebookNode) -> None:
    nbformat.write(source_notebook(), tmp_path / "final (2).ipynb")
    nbformat.write(nbformat.v4.new_notebook(), tmp_path / "scratch.ipynb")
    matched, notes = match_notebooks(tmp_path, {"adding": original})
    assert matched["adding"].name == "final (2).ipynb"
    assert "was taken for adding.ipynb" in notes[0]
    nbformat.write(source_notebook(), tmp_path / "final (3).ipynb")
    assert match_notebooks(tmp_path, {"adding": original})[0] == {}
