"""A Jupyter kernel in a fork: ipykernel's own, with what a machine without screen and keyboard needs."""

from __future__ import annotations

import json
import socket
import sys
import traceback
from pathlib import Path
from typing import Any

from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from ipykernel.zmqshell import ZMQInteractiveShell
from jupyter_core.paths import jupyter_runtime_dir
from traitlets import Type
from traitlets.config import Config

#: Modules that a template imports, so that no fork has to.
PRELOAD = (
    "seqgraph_grader.kernels.kernel",
    "IPython.core.completerlib",
    "IPython.core.pylabtools",
    "ipykernel.debugger",
    "ipykernel.pylab",
    "matplotlib_inline.config",
    "zmq.eventloop.zmqstream",
)

_GUI_BACKENDS = (
    *("tkagg", "tkcairo", "qtagg", "qtcairo", "qt5agg", "qt5cairo", "gtk3agg", "gtk3cairo", "gtk4agg"),
    *("gtk4cairo", "wxagg", "wxcairo", "wx", "macosx", "nbagg", "webagg"),
)


class Shell(ZMQInteractiveShell):
    """A shell without screen and keyboard, whose ``quit()`` ends a cell and not the kernel."""

    def ask_exit(self) -> None:
        """What ``exit`` and ``quit`` come to."""
        raise SystemExit

    def enable_gui(self, gui: Any = None) -> None:
        """Nothing to enable."""

    def enable_matplotlib(self, gui: Any = None) -> Any:
        """Figures inline, whatever is asked for."""
        return super().enable_matplotlib("inline")


class Kernel(IPythonKernel):
    """ipykernel's kernel, with our shell."""

    shell_class = Type(Shell)


def main(starter: socket.socket, connection: dict[str, Any]) -> None:
    """Serve a kernel; ``starter`` gets ``ready``, or the traceback that says why not."""
    try:
        app = _make_app(connection)
    except BaseException:
        starter.sendall(traceback.format_exc().encode())
        raise
    starter.sendall(b"ready")
    starter.close()
    app.start()


def _make_app(connection: dict[str, Any]) -> IPKernelApp:
    folder = Path(jupyter_runtime_dir())
    connection_file = folder / "connection.json"
    connection_file.write_text(json.dumps({"ip": f"{folder}/k", **connection}))
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShellApp.exec_PYTHONSTARTUP = False
    config.Kernel._execute_sleep = 0.0  # before each reply; a client that waits for "idle" needs none
    app = IPKernelApp.instance(config=config, connection_file=str(connection_file), kernel_class=Kernel)
    app.initialize([])
    sys.path.insert(0, "")  # modules beside the notebook
    if "matplotlib.pyplot" in sys.modules:
        _figures_inline(app.shell)
    return app


def _figures_inline(shell: Any) -> None:
    """Show figures in the notebook, whatever window a notebook asks for."""
    import matplotlib_inline.backend_inline as inline
    from IPython.core.pylabtools import activate_matplotlib

    activate_matplotlib("module://matplotlib_inline.backend_inline")
    inline.configure_inline_support(shell, "inline")
    for name in _GUI_BACKENDS:
        sys.modules[f"matplotlib.backends.backend_{name}"] = inline
