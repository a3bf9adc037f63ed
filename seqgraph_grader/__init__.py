"""Grade a whole class: batch, kernels, sandbox, judge, reports and the ``seqgraph`` command.

The package knows nothing of the course's subject and imports no ``seqgraph_helpers``:
it grades any nbgrader course.
"""

__version__ = "0.1.0"
