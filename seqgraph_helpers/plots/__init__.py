"""The course's figures: every function builds a new :class:`Picture` and returns it."""

from __future__ import annotations

import base64
import io
from html import escape
from typing import Any

from IPython import get_ipython
from matplotlib.axes import Axes
from matplotlib.figure import Figure

#: Okabe and Ito's palette, safe for colour-blind readers: blue, vermilion, green, purple, orange, sky blue. No figure
#: tells things apart by colour alone: a line style, a marker or a label goes with it.
PALETTE = BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY = (
    *("#0072b2", "#d55e00", "#009e73"),
    *("#cc79a7", "#e69f00", "#56b4e9"),
)


class Picture(Figure):
    """A figure that says in words what it shows, and is drawn when it is the value of a cell.

    Parameters
    ----------
    alt : str
        What is to be seen: kind of chart, axes, finding. Read aloud by screen readers, and shown
        where pictures are not.
    """

    def __init__(self, *args: Any, alt: str, **kwargs: Any) -> None:
        kwargs.setdefault("layout", "constrained")
        super().__init__(*args, **kwargs)
        self.alt = alt

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        _drawn_once()
        buffer = io.BytesIO()
        self.savefig(buffer, format="png", dpi=80)
        data = base64.b64encode(buffer.getvalue()).decode()
        alt = escape(self.alt, quote=True)
        return {"text/html": f'<img src="data:image/png;base64,{data}" alt="{alt}">', "text/plain": self.alt}


def _drawn_once() -> None:
    """In a notebook matplotlib has a printer for all figures, which would draw this one a second time."""
    if (shell := get_ipython()) is not None:
        shell.display_formatter.formatters["image/png"].for_type(Picture, lambda _: None)


def bare(axes: Axes) -> None:
    """Leave out the top and right lines of the frame."""
    axes.spines[["top", "right"]].set_visible(False)
