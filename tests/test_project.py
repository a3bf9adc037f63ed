"""What holds the tree together: pins in step, imports in their places."""

from __future__ import annotations

import subprocess
import sys
import tomllib

import yaml

from tests.bank import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def test_environment_yml_says_what_pyproject_says() -> None:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    (pip,) = [entry["pip"] for entry in environment["dependencies"] if isinstance(entry, dict)]
    assert pip == [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["grader"], "-e ."]


def test_requirements_txt_is_what_students_need() -> None:
    lines = (ROOT / "requirements.txt").read_text().splitlines()
    assert [line for line in lines if not line.startswith("#")] == PROJECT["dependencies"]


def test_every_dependency_is_pinned() -> None:
    everything = [*PROJECT["dependencies"]]
    for extra in PROJECT["optional-dependencies"].values():
        everything += extra
    assert [one for one in everything if "==" not in one] == []
    assert "torch==2.13.0" in everything


def test_the_grader_knows_nothing_of_the_subject() -> None:
    for path in (ROOT / "seqgraph_grader").rglob("*.py"):
        text = path.read_text()
        assert "import seqgraph_helpers" not in text
        assert "from seqgraph_helpers" not in text


def test_helpers_load_torch_only_when_asked() -> None:
    code = "import sys, seqgraph_helpers, seqgraph_helpers.checks, seqgraph_helpers.probes; assert 'torch' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
