"""source/ to release/: nothing leaks, bad markers are refused, the zip stands alone."""

from __future__ import annotations

import zipfile
from pathlib import Path

import nbformat
import pytest

from seqgraph_grader import release
from seqgraph_grader.course import Course, CourseError
from tests.tiny import find, make_course, source_notebook


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course(make_course(tmp_path))


def test_nothing_that_is_hidden_gets_out(course: Course) -> None:
    archive = release.release(course, "ps")
    notebook = nbformat.read(course.root / "release/ps/adding.ipynb", as_version=4)
    text = nbformat.writes(notebook)
    for secret in ("return a + b", "HIDDEN", "-3", "commutative", "Because.", "MARK SCHEME"):
        assert secret not in text
    assert "assert add(1, 2) == 3" in text
    with zipfile.ZipFile(archive) as packed:
        assert set(packed.namelist()) == {"ps/README.txt", "ps/adding.ipynb"}
        assert b"adding.ipynb" in packed.read("ps/README.txt")


def test_released_twice_is_the_same_to_the_byte(course: Course) -> None:
    first = release.release(course, "ps").read_bytes()
    assert release.release(course, "ps").read_bytes() == first


def test_master_keeps_what_students_do_not_see(course: Course) -> None:
    notebook = release.master(course, course.source / "ps/adding.ipynb")
    assert "HIDDEN TESTS" in find(notebook, "add_tests").source
    assert "commutative" in find(notebook, "why_question").source
    assert "return a + b" not in find(notebook, "add").source


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("# BEGIN SOLUTION", "write the marker as"),
        ("### begin solution", "write the marker as"),
        ("### BEGIN HIDDEN TEST", "write the marker as"),
        ("### END SOLUTION", "without its BEGIN"),
        ("### BEGIN SOLUTION", "no END SOLUTION"),
        ("### BEGIN SOLUTION\n### BEGIN SOLUTION", "begins inside"),
        ("### BEGIN HIDDEN TESTS\n### END SOLUTION", "without its BEGIN"),
    ],
)
def test_markers_that_would_leak_are_refused(course: Course, line: str, says: str) -> None:
    notebook = source_notebook()
    find(notebook, "add").source = f"def add(a, b):\n{line}"
    nbformat.write(notebook, course.source / "ps/adding.ipynb")
    with pytest.raises(CourseError, match=says) as error:
        release.release(course, "ps")
    assert "cell add" in str(error.value)
    assert not (course.root / "release").exists()


def test_gradebook_follows_a_changed_hidden_test(course: Course) -> None:
    release.register(course, "ps")
    notebook = source_notebook()
    find(notebook, "add_tests").source += "\nassert add(0, 0) == 0"
    nbformat.write(notebook, course.source / "ps/adding.ipynb")
    release.register(course, "ps")
    with course.gradebook() as gradebook:
        assert "add(0, 0)" in gradebook.find_source_cell("add_tests", "adding", "ps").source


def test_what_nbgrader_refuses_is_one_line(course: Course) -> None:
    notebook = source_notebook()
    find(notebook, "half_tests").metadata.nbgrader.grade_id = "add_tests"
    nbformat.write(notebook, course.source / "ps/adding.ipynb")
    with pytest.raises(CourseError) as error:
        release.release(course, "ps")
    assert "\n" not in str(error.value)
    assert "add_tests" in str(error.value)
