"""Warm kernels: processes forked from one that has imported everything already."""

from seqgraph_grader.kernels.fork import Child, GraderFault, Template
from seqgraph_grader.kernels.provisioner import (
    WarmClient,
    WarmKernelManager,
    WarmProvisioner,
    close_template,
    template,
)
from seqgraph_grader.kernels.watch import (
    Breach,
    StudentKernelDied,
    StudentStopped,
    StudentTimeout,
    Watch,
    died,
)

__all__ = [
    "Breach",
    "Child",
    "GraderFault",
    "StudentKernelDied",
    "StudentStopped",
    "StudentTimeout",
    "Template",
    "WarmClient",
    "WarmKernelManager",
    "WarmProvisioner",
    "Watch",
    "close_template",
    "died",
    "template",
]
