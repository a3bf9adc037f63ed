"""What this machine can do for the kit, and how to get more."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from seqgraph_grader.model import Level
from seqgraph_grader.sandbox import best_level, why_not_isolated


@dataclass(frozen=True)
class Finding:
    """One line of the report."""

    what: str
    found: str
    good: bool
    advice: str = ""


def examine() -> Iterator[Finding]:
    """Python, packages, sandbox and browser, each tried, not guessed."""
    yield Finding("Python", sys.version.split()[0], sys.version_info >= (3, 11), "3.11 or newer")
    for package in ("nbgrader", "jupyterlab", "torch", "distributed"):
        try:
            yield Finding(package, version(package), True)
        except PackageNotFoundError:
            yield Finding(package, "missing", False, "pip install -e '.[grader]'")
    level = best_level()
    why = why_not_isolated()
    if not shutil.which("bwrap"):
        why = "install bubblewrap (Debian: apt install bubblewrap)"
    yield Finding("sandbox", level.value, level is Level.ISOLATED, why)
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    yield Finding(
        "browser", browser or "none", bool(browser), "" if browser else "only for the kit's own tests"
    )
