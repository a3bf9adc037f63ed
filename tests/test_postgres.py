"""The gradebook in PostgreSQL, by nbgrader's own ``db_url``."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from seqgraph_grader import batch
from seqgraph_grader.course import Course
from seqgraph_grader.exports import export
from seqgraph_grader.sandbox import best_level
from tests.tiny import hand_in, make_course, source_notebook, with_add

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


@pytest.fixture
def db_url() -> Iterator[str]:
    """A server of our own on a socket in a temporary directory; PostgreSQL refuses to run as root."""
    if not PROGRAMS:
        pytest.skip("needs Debian's postgresql")
    programs = PROGRAMS[-1].parent
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # pytest's own directories are closed to others
    user: dict[str, int] = {}
    if os.getuid() == 0:
        user = {"user": 65534, "group": 65534}
        os.chown(folder, 65534, 65534)
    environment = {"PATH": f"{programs}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(folder)}

    def call(*words: str) -> None:
        subprocess.run(words, check=True, env=environment, cwd=folder, stdout=subprocess.DEVNULL, **user)

    call("initdb", "--pgdata=data", "--username=teacher", "--auth=trust", "--no-sync")
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    call("pg_ctl", "--pgdata=data", "--wait", f"--options={options}", "--log=log", "start")
    try:
        call("createdb", "--host", str(folder), "--username=teacher", "gradebook")
        yield f"postgresql://teacher@/gradebook?host={folder}"
    finally:
        call("pg_ctl", "--pgdata=data", "--mode=immediate", "stop")
        shutil.rmtree(folder)


def test_the_same_grades_as_in_sqlite(tmp_path: Path, db_url: str) -> None:
    tables = []
    for name in ("sqlite", "postgres"):
        root = make_course(tmp_path / name)
        if name == "postgres":
            with (root / "nbgrader_config.py").open("a") as config:
                config.write(
                    f"\nc.CourseDirectory.db_url = {db_url!r}\nc.CourseDirectory.course_id = 'tiny'\n"
                )
        hand_in(root, "ana", source_notebook())
        hand_in(root, "bo", with_add("def add(a, b):\n    return 0"))
        batch.autograde(Course(root), ["ps"], jobs=2, level=best_level())
        again = batch.autograde(Course(root), ["ps"], jobs=2, level=best_level())
        assert len(again.skipped) == 2
        export(Course(root), ["ps"], "csv", root / "grades.csv")
        tables.append((root / "grades.csv").read_text())
    assert tables[0] == tables[1]
    assert not (tmp_path / "postgres" / "gradebook.db").exists()
