"""Warm kernels for stock ``nbgrader autograde`` and formgrader's button.

In ``nbgrader_config.py``, nbgrader's own list with its ``Execute`` replaced::

    c.Autograde.autograde_preprocessors = [
        "seqgraph_grader.kernels.preprocessor.WarmExecute",
        "nbgrader.preprocessors.LimitOutput",
        "nbgrader.preprocessors.SaveAutoGrades",
        "nbgrader.preprocessors.AssignLatePenalties",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
    c.WarmProvisioner.preload = ["torch"]
"""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import Execute
from traitlets import default

from seqgraph_grader.kernels.provisioner import WarmKernelManager


class WarmExecute(Execute):
    """nbgrader's own preprocessor, on warm kernels."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"kernel_manager_class": WarmKernelManager, **kwargs})

    @default("shutdown_kernel")
    def _at_once(self) -> str:
        return "immediate"
