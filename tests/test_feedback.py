"""What a student gets back: earned points, the first thing to fix, and nothing that runs, loads or leaks."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from seqgraph_grader import html
from seqgraph_grader.feedback import render
from seqgraph_grader.grades import QuestionScore
from seqgraph_grader.model import CHECKS_MIME
from tests.tiny import find, source_notebook

ATTACKS = {
    "script": "<script>document.title = 'owned'</script>",
    "handler": "<img src=x onerror=\"document.title='owned'\">",
    "link": "<a href=\"javascript:document.title='owned'\">x</a>",
    "vector": "<svg onload=\"document.title='owned'\"><script>document.title='owned'</script></svg>",
    "frame": "<iframe srcdoc=\"<script>parent.document.title='owned'</script>\"></iframe>",
    "style": "<style>@import url(http://example.invalid/x.css)</style><b style='background:url(http://example.invalid)'>b</b>",
    "remote": "<img src='http://example.invalid/pixel.png'><img src='/etc/passwd'><img src='file:///etc/passwd'>",
    "meta": "<meta http-equiv=refresh content='0;url=http://example.invalid'><base href='http://example.invalid'>",
    "form": "<form action='http://example.invalid'><input name=a></form>",
    "math": "$\\href{javascript:alert(1)}{x}$ $</annotation><script>document.title='owned'</script>$",
}


def score(question: str, value: float | None, points: float) -> QuestionScore:
    return QuestionScore("ana", "", "", "ps", "adding", question, value, points, value is None, 0.0)


def page(extra: list | None = None, checks: list | None = None, comment: str = "") -> str:
    notebook = source_notebook()
    notebook.cells[1:1] = extra or []
    table = {"checks": checks or []}
    find(notebook, "half_tests").outputs = [
        new_output(
            "execute_result", {"text/plain": "1.0", "text/html": "<table></table>", CHECKS_MIME: table}
        )
    ]
    facts = {"verdicts": [{"grade_id": "half_tests", "why": "", "checks": checks or []}], "notes": ["a note"]}
    scores = [score("add_tests", 2, 2), score("half_tests", 1, 4), score("why", None, 2)]
    return render(notebook, scores, {"half_tests": comment} if comment else {}, facts)


def test_it_opens_with_points_and_the_first_thing_to_fix() -> None:
    checks = [
        {"what": "adds numbers", "points": 1, "passed": True, "why": ""},
        {"what": "adds text", "points": 3, "passed": False, "why": "`add` fails for <text>"},
    ]
    text = page(checks=checks)
    assert "ps / adding: 3 of 8 points" in text
    assert text.index("Fix this first") < text.index("adds text") < text.index("<main>")
    assert "<code>add</code> fails for &lt;text&gt;" in text
    assert "waits to be marked by hand" in text
    assert "a note" in text


def test_hidden_tests_and_mark_schemes_stay_hidden() -> None:
    text = page()
    for secret in ("-5", "HIDDEN", "commutative", "MARK SCHEME"):
        assert secret not in text


def test_a_traceback_of_a_grade_cell_is_not_shown() -> None:
    notebook = source_notebook()
    find(notebook, "add_tests").outputs = [
        new_output("error", ename="AssertionError", evalue="", traceback=["----> 3 assert add(-5, 2) == -3"])
    ]
    text = render(notebook, [score("add_tests", 0, 2)], {}, {})
    assert "-3" not in text
    assert "AssertionError" in text


@pytest.mark.parametrize("name", ATTACKS)
def test_nothing_a_student_writes_survives_as_more_than_text(name: str) -> None:
    attack = ATTACKS[name]
    for piece in (
        html.markdown(attack),
        html.clean(attack),
        html.output(new_output("display_data", {"text/html": attack})),
    ):
        lowered = piece.lower()
        for bad in (
            "<script",
            "onerror",
            "onload",
            '="javascript:',
            "<svg",
            "<iframe",
            "<style",
            "<meta",
            "<base",
            "<form",
        ):
            assert bad not in lowered
        assert 'src="http' not in lowered
        assert 'src="/' not in lowered
        assert "url(" not in lowered


def test_formulas_are_mathml_and_code_is_left_alone() -> None:
    text = html.markdown("Let $h_t = 1$, cost `$5` and\n\n$$A^2$$\n\n```\n$x$\n```")
    assert text.count("<math") == 2
    assert "<code>$5</code>" in text
    assert html.markdown("it costs $5 and $6").count("<math") <= 1


def test_pictures_stay_and_keep_their_text() -> None:
    item = new_output("display_data", {"image/png": "iVBORw0KGgo=", "text/plain": 'a "curve"'})
    assert html.output(item) == '<img src="data:image/png;base64,iVBORw0KGgo=" alt="a &quot;curve&quot;">'


@pytest.mark.browser
@pytest.mark.skipif(not shutil.which("chromium"), reason="needs Debian's chromium")
def test_no_planted_script_runs_in_a_browser(tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright

    from tests.browser import launch

    extra = [new_markdown_cell(attack) for attack in ATTACKS.values()]
    shown = [new_output("display_data", {"text/html": attack}) for attack in ATTACKS.values()]
    shown += [new_output("display_data", {"image/svg+xml": ATTACKS["vector"]})]
    shown += [new_output("display_data", {"application/javascript": "document.title='owned'"})]
    extra.append(new_code_cell("1", outputs=shown))
    path = tmp_path / "page.html"
    text = page(extra, comment=ATTACKS["script"])
    path.write_text(text)
    # The look-alike shows that the browser would run a script if it were let: same page, no policy, no cleaning.
    open_page = tmp_path / "open.html"
    open_page.write_text(f"<title>t</title>{ATTACKS['script']}")
    requests: list[str] = []
    with sync_playwright() as playwright, launch(playwright) as browser:
        tab = browser.new_page()
        tab.on("request", lambda request: requests.append(request.url))
        tab.goto(path.as_uri())
        assert tab.title() == "ana: adding"
        assert [url for url in requests if not url.startswith(("file:", "data:"))] == []
        tab.goto(open_page.as_uri())
        assert tab.title() == "owned"
