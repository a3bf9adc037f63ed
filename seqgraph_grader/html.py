"""Notebook content as HTML that cannot run, load or reach anything.

Every fragment that stems from a student passes :func:`clean`; every page says, in its content-security policy, that nothing
may be loaded and no script may run. Formulas become MathML, so pages need no script for them.
"""

from __future__ import annotations

import base64
import re
from functools import lru_cache
from html import escape
from typing import Any

import nh3
from jinja2 import Environment, PackageLoader, StrictUndefined
from latex2mathml.converter import convert
from markupsafe import Markup
from nbconvert.filters import Highlight2HTML, ansi2html, markdown2html
from nbformat import NotebookNode
from pygments.formatters import HtmlFormatter

#: No script, no network, no frame; pictures only from the page itself.
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

_MATHML = {
    *[
        "math",
        "mrow",
        "mi",
        "mo",
        "mn",
        "ms",
        "mtext",
        "mspace",
        "mfrac",
        "msqrt",
        "mroot",
        "mstyle",
        "mpadded",
        "mphantom",
    ],
    *[
        "msub",
        "msup",
        "msubsup",
        "munder",
        "mover",
        "munderover",
        "mtable",
        "mtr",
        "mtd",
        "mmultiscripts",
        "menclose",
    ],
}
_TAGS = nh3.ALLOWED_TAGS | _MATHML | {"figure", "figcaption", "details", "summary", "section"}
_ATTRIBUTES = {
    "*": {"class", "style", "title", "lang", "dir"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan", "align", "headers", "scope"},
    "th": {"colspan", "rowspan", "align", "headers", "scope"},
    "ol": {"start"},
    **{
        tag: {"display", "stretchy", "mathvariant", "columnalign", "width", "height", "xmlns"}
        for tag in _MATHML
    },
}
_STYLES = {"text-align", "font-weight", "font-style", "color", "background-color", "width", "max-width"}
#: Cells that a class has in common are converted once: about so many texts, of a few kilobytes each.
_cached = lru_cache(maxsize=4096)
_MATH = re.compile(
    r"(?P<code>```.*?```|`[^`\n]*`)|\$\$(?P<block>.+?)\$\$|\$(?P<line>[^\s$][^$\n]*?)\$", re.DOTALL
)


def clean(html: str) -> Markup:
    """HTML with nothing in it that runs, loads or reaches elsewhere; pictures only as data."""
    return Markup(
        nh3.clean(
            html,
            tags=_TAGS,
            clean_content_tags={"script", "style", "iframe", "object", "embed", "template", "svg"},
            attributes=_ATTRIBUTES,
            attribute_filter=_only_data_pictures,
            url_schemes={"http", "https", "mailto", "data"},
            url_relative="deny",
            filter_style_properties=_STYLES,
        )
    )


def _only_data_pictures(tag: str, attribute: str, value: str) -> str | None:
    if tag == "img" and attribute == "src":
        return value if re.match(r"data:image/(png|jpeg|gif|svg\+xml);base64,", value) else None
    if attribute == "href":
        return None if value.strip().lower().startswith("data:") else value
    return value


@_cached
def markdown(source: str) -> Markup:
    """A Markdown cell; formulas as MathML where they can be converted, else as they were written."""
    formulas: list[str] = []

    def keep(match: re.Match[str]) -> str:
        if match["code"]:
            return match[0]
        formulas.append(_mathml(match["block"] or match["line"], bool(match["block"])) or escape(match[0]))
        return f"\x02{len(formulas) - 1}\x03"

    html = markdown2html(_MATH.sub(keep, source.replace("\x02", "").replace("\x03", "")))
    html = re.sub(r'<a class="anchor-link".*?</a>', "", html)
    return clean(re.sub("\x02(\\d+)\x03", lambda match: formulas[int(match[1])], html))


@_cached
def _mathml(formula: str, block: bool) -> str:
    try:
        return str(convert(formula.strip(), display="block" if block else "inline"))
    except Exception:  # whatever a student typed between dollar signs
        return ""


def prose(text: str) -> Markup:
    """A one-line message, with `code` between backticks."""
    parts = escape(text).split("`")
    return Markup("".join(f"<code>{part}</code>" if i % 2 else part for i, part in enumerate(parts)))


@_cached
def code(source: str) -> Markup:
    """A code cell's source, highlighted."""
    return clean(_highlight()(source, "python"))


@lru_cache(maxsize=1)
def _highlight() -> Highlight2HTML:
    return Highlight2HTML()


def output(item: NotebookNode) -> Markup:
    """One output of a code cell: the richest form that is safe to show."""
    if item.output_type == "stream":
        return _pre(item.text, f"stream {item.name}")
    if item.output_type == "error":
        return _pre("\n".join(item.traceback) or f"{item.ename}: {item.evalue}", "error")
    data = item.get("data", {})
    if "text/html" in data:
        return clean(_text(data["text/html"]))
    for kind in ("image/png", "image/jpeg", "image/svg+xml"):
        if kind in data:
            raw = _text(data[kind])
            encoded = (
                base64.b64encode(raw.encode()).decode() if kind.endswith("xml") else "".join(raw.split())
            )
            alt = escape(_text(data.get("text/plain", "")), quote=True)
            return clean(f'<img src="data:{kind};base64,{encoded}" alt="{alt}">')
    if "text/markdown" in data:
        return markdown(_text(data["text/markdown"]))
    return _pre(_text(data.get("text/plain", "")), "result")


def _pre(text: str, kind: str) -> Markup:
    return clean(f'<pre class="{kind}">{ansi2html(text)}</pre>')


def _text(value: Any) -> str:
    return "".join(value) if isinstance(value, list) else str(value)


@lru_cache(maxsize=1)
def templates() -> Environment:
    """The pages' templates, escaping everything that is not marked safe."""
    environment = Environment(
        loader=PackageLoader("seqgraph_grader"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    environment.globals["policy"] = POLICY
    environment.globals["code_style"] = Markup(HtmlFormatter(style="friendly").get_style_defs(".highlight"))
    environment.filters["prose"] = prose
    environment.filters["amount"] = lambda value: "–" if value is None else f"{value:g}"
    return environment
