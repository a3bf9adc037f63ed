"""JupyterLab on loopback, for tests in a real browser."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from playwright.sync_api import Page, expect

TOKEN = "only-for-this-test"


@contextmanager
def jupyter_lab(root: Path) -> Iterator[str]:
    """A JupyterLab server in ``root``; yields its address, and stops it at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = root / ".lab"
    home.mkdir(exist_ok=True)
    command = [
        *(sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--ip=127.0.0.1"),
        *(f"--port={port}", "--port-retries=0", f"--IdentityProvider.token={TOKEN}"),
        "--LabApp.expose_app_in_browser=True",
    ]
    environment = {**os.environ, "JUPYTER_RUNTIME_DIR": str(home), "HOME": str(home), "OMP_NUM_THREADS": "1"}
    with (home / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=root, env=environment, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}"
            for _ in range(600):
                if server.poll() is not None:
                    break
                try:
                    urllib.request.urlopen(f"{address}/api?token={TOKEN}", timeout=5).close()
                    break
                except OSError:
                    time.sleep(0.1)
            else:
                raise TimeoutError((home / "log").read_text()[-2000:])
            assert server.poll() is None, (home / "log").read_text()[-2000:]
            yield address
        finally:
            server.terminate()
            server.wait(timeout=30)


def excerpt(source: Path, cells: list[str], target: Path) -> None:
    """The named cells of a notebook as a notebook of their own, so that a browser has little to draw."""
    notebook = nbformat.read(source, as_version=4)
    notebook.cells = [cell for cell in notebook.cells if cell.id in cells]
    assert len(notebook.cells) == len(cells)
    nbformat.write(notebook, target)


def run_all(tab: Page, address: str, notebook: str) -> None:
    """Open a notebook in JupyterLab and run all of its cells."""
    tab.goto(f"{address}/lab/tree/{notebook}?token={TOKEN}&reset")
    expect(tab.get_by_text("| Idle")).to_be_visible(timeout=90_000)
    tab.locator(".jp-Notebook .jp-CodeCell").first.click()
    tab.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
