"""What students use: data, plots, widgets and the checks in the notebooks.

Nothing here grades and nothing here holds a solution. Submodules are imported by
name (``from seqgraph_helpers.checks import Checks``), so importing the package itself
costs nothing: torch is loaded only by the submodules that need it.
"""

__version__ = "0.1.0"
