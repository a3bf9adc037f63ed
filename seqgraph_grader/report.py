"""The class report: one HTML page that says how the class did, question by question, and what needs a person.

It stands alone: pictures are inside it, nothing is loaded from elsewhere, and under each picture is a table with the same numbers.
"""

from __future__ import annotations

import base64
import io
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from markupsafe import Markup, escape
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from seqgraph_grader import html
from seqgraph_grader.course import Course, CourseError
from seqgraph_grader.grades import QuestionScore, question_scores
from seqgraph_grader.model import Outcome
from seqgraph_grader.record import RECORD, read_record, reasons

#: Safe for colour-blind readers (Okabe and Ito's palette), and told apart by place and by table as well.
FULL, PARTIAL, ZERO = "#0072b2", "#e69f00", "#d55e00"
#: At most so many ways to fail a check are listed.
_REASONS = 3


@dataclass
class Question:
    """One question over the class; shares are of those who have a score."""

    name: str
    notebook: str
    points: float
    scored: int
    mean: float
    full: float
    partial: float
    zero: float
    discrimination: float | None
    waits: int


@dataclass
class FailedCheck:
    """A check and how many students failed it, with the commonest reasons."""

    question: str
    what: str
    points: float
    failed: int
    share: float
    reasons: list[tuple[str, int]]


@dataclass
class Summary:
    """Everything the report says of one assignment."""

    name: str
    students: int
    points: float
    mean: float
    median: float
    histogram: list[tuple[str, int]]
    questions: list[Question]
    checks: list[FailedCheck]
    seconds: list[dict[str, Any]]
    problems: list[tuple[str, str]]
    flags: list[tuple[str, str]]
    levels: Counter[str]
    in_kernel: list[str]
    hours: dict[str, float] = field(default_factory=dict)
    waiting: int = 0


def write_report(course: Course, assignments: list[str], path: Path) -> Path:
    """Write the report of the assignments that are graded; returns ``path``.

    Raises
    ------
    CourseError
        If none of them is.
    """
    summaries = []
    with course.gradebook() as gradebook:
        known = {one.name for one in gradebook.assignments}
        for assignment in assignments:
            scores = list(question_scores(gradebook, assignment)) if assignment in known else []
            if scores:
                summaries.append(summarise(assignment, scores, _records(course, assignment)))
    if not summaries:
        raise CourseError("nothing is graded yet: run 'seqgraph autograde' first")
    pictures = {
        one.name: {
            "distribution": _picture(_distribution(one), _distribution_text(one)),
            "questions": _picture(_shares(one), _shares_text(one)),
        }
        for one in summaries
    }
    page = html.templates().get_template("report.html.j2").render(summaries=summaries, pictures=pictures)
    new = path.with_name(f".{path.name}.new")
    new.write_text(page, encoding="utf-8")
    return new.replace(path)


def summarise(assignment: str, scores: list[QuestionScore], records: dict[str, dict[str, Any]]) -> Summary:
    """Boil scores and records of one assignment down to what the report shows."""
    columns = list(dict.fromkeys((one.notebook, one.question) for one in scores))
    students = list(dict.fromkeys(one.student for one in scores))
    row = {student: number for number, student in enumerate(students)}
    column = {key: number for number, key in enumerate(columns)}
    table = np.full((len(students), len(columns)), np.nan)
    points = np.zeros(len(columns))
    waits = np.zeros(len(columns), dtype=int)
    for one in scores:
        where = column[one.notebook, one.question]
        points[where] = one.points
        waits[where] += one.waits
        if one.score is not None:
            table[row[one.student], where] = one.score
    # Totals are over questions that wait for nobody: half-marked ones would make early birds look strong.
    settled = (waits == 0) & ~np.isnan(table).all(axis=0)
    graded = table[~np.isnan(table).all(axis=1)][:, settled]
    totals = np.nansum(graded, axis=1)
    decided = points[settled].sum()
    return Summary(
        name=assignment,
        students=len(students),
        points=float(decided),
        mean=float(totals.mean()) if len(totals) else 0.0,
        median=float(np.median(totals)) if len(totals) else 0.0,
        histogram=_histogram(totals, float(decided)),
        questions=[
            _question(name, notebook, points[number], table[:, number], table, int(waits[number]))
            for number, (notebook, name) in enumerate(columns)
        ],
        checks=_failed_checks(records),
        seconds=_seconds(records),
        problems=_problems(records),
        flags=_flags(records),
        levels=Counter(book["level"] for facts in records.values() for book in facts["notebooks"].values()),
        in_kernel=sorted(
            {
                f"{name}/{verdict['grade_id']}"
                for facts in records.values()
                for name, book in facts["notebooks"].items()
                for verdict in book["verdicts"]
                if verdict["in_kernel"]
            }
        ),
        hours=_hours(records),
        waiting=int(waits.sum()),
    )


def point_biserial(score: np.ndarray, rest: np.ndarray) -> float | None:
    """Correlation of a question's score with the rest of the total: high if it tells students apart.

    Parameters
    ----------
    score, rest : array (n,)
        NaN where a student has no score. ``None`` is returned for fewer than 3 students, or where
        either does not vary.
    """
    there = ~(np.isnan(score) | np.isnan(rest))
    score, rest = score[there], rest[there]
    if len(score) < 3 or np.ptp(score) == 0 or np.ptp(rest) == 0:
        return None
    return float(np.corrcoef(score, rest)[0, 1])


def _question(
    name: str, notebook: str, points: float, score: np.ndarray, table: np.ndarray, waits: int
) -> Question:
    there = score[~np.isnan(score)]
    count = max(1, len(there))
    rest = np.nansum(table, axis=1) - np.nan_to_num(score)
    full, zero = float((there >= points).sum()) / count, float((there <= 0).sum()) / count
    return Question(
        name=name.removesuffix("_tests").replace("_", " "),
        notebook=notebook,
        points=float(points),
        scored=len(there),
        mean=float(there.mean()) if len(there) else 0.0,
        full=full,
        partial=max(0.0, 1 - full - zero) if len(there) else 0.0,
        zero=zero,
        discrimination=point_biserial(score, rest),
        waits=waits,
    )


def _histogram(totals: np.ndarray, points: float) -> list[tuple[str, int]]:
    """Students per tenth of the points."""
    if not len(totals) or not points:
        return []
    tenths = np.clip((10 * totals / points).astype(int), 0, 9)
    counts = np.bincount(tenths, minlength=10)
    return [
        (f"{points * number / 10:g}–{points * (number + 1) / 10:g}", int(count))
        for number, count in enumerate(counts)
    ]


def _failed_checks(records: dict[str, dict[str, Any]]) -> list[FailedCheck]:
    reasons: dict[tuple[str, str, float], Counter[str]] = defaultdict(Counter)
    tried: Counter[tuple[str, str, float]] = Counter()
    for facts in records.values():
        for name, book in facts["notebooks"].items():
            for verdict in book["verdicts"]:
                for check in verdict["checks"]:
                    key = (f"{name}/{verdict['grade_id']}", check["what"], check["points"])
                    tried[key] += 1
                    if not check["passed"]:
                        reasons[key][check["why"]] += 1
    found = [
        FailedCheck(
            *key, failed=count.total(), share=count.total() / tried[key], reasons=count.most_common(_REASONS)
        )
        for key, count in reasons.items()
    ]
    return sorted(found, key=lambda one: (-one.failed, one.question))


def _seconds(records: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """Wall time of grading each notebook: median, 95th percentile, longest."""
    times: dict[str, list[float]] = defaultdict(list)
    for facts in records.values():
        for name, book in facts["notebooks"].items():
            stages = {stage: value for stage, value in book["seconds"].items() if stage != "cpu"}
            times[name].append(stages.get("wall", sum(stages.values())))
    return [
        {
            "notebook": name,
            "median": float(np.median(values)),
            "p95": float(np.quantile(values, 0.95)),
            "longest": max(values),
        }
        for name, values in sorted(times.items())
    ]


def _problems(records: dict[str, dict[str, Any]]) -> list[tuple[str, str]]:
    """What has no score, or a zero that no check decided, and why."""
    found = []
    for student, facts in records.items():
        found += [(student, why) for why in reasons(facts["held"], facts["faults"])]
        for name, book in facts["notebooks"].items():
            found += [(student, f"{name}: {note}") for note in book["notes"]]
            found += [
                (student, f"{name}/{verdict['grade_id']}: {verdict['why'] or verdict['outcome']}")
                for verdict in book["verdicts"]
                if verdict["outcome"] in {Outcome.ACCIDENT, Outcome.FAULT}
            ]
    return found


def _flags(records: dict[str, dict[str, Any]]) -> list[tuple[str, str]]:
    return [
        (student, flag)
        for student, facts in records.items()
        for flag in facts["flags"] + [text for book in facts["notebooks"].values() for text in book["flags"]]
    ]


def _hours(records: dict[str, dict[str, Any]]) -> dict[str, float]:
    """Median and range of the hours that students say they spent."""
    hours = [
        float(facts["process"]["hours"])
        for facts in records.values()
        if isinstance(facts.get("process", {}).get("hours"), int | float)
    ]
    if not hours:
        return {}
    return {"told": len(hours), "median": float(np.median(hours)), "least": min(hours), "most": max(hours)}


def _records(course: Course, assignment: str) -> dict[str, dict[str, Any]]:
    records = {}
    pattern = course.folder("autograded", "*", assignment)
    for path in sorted(pattern.parent.parent.glob(f"*/{assignment}/{RECORD}")):
        facts = read_record(path.parent)
        if facts is not None:
            records[path.parent.parent.name] = facts
    return records


# -- pictures ------------------------------------------------------------------------------


def _distribution(summary: Summary) -> Figure:
    figure = Figure(figsize=(7, 2.6), layout="constrained")
    axes = figure.add_subplot()
    labels, counts = zip(*summary.histogram, strict=True) if summary.histogram else ((), ())
    axes.bar(range(len(counts)), counts, color=FULL, width=0.9)
    axes.set_xticks(range(len(labels)), labels, fontsize=8)
    axes.set_xlabel("points")
    axes.set_ylabel("students")
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.spines[["top", "right"]].set_visible(False)
    return figure


def _distribution_text(summary: Summary) -> str:
    return (
        f"Bar chart of {summary.students} students by points: median {summary.median:g}, "
        f"mean {summary.mean:.1f} of {summary.points:g}. The table below has the numbers."
    )


def _shares(summary: Summary) -> Figure:
    questions = [one for one in summary.questions if one.scored and not one.waits]
    figure = Figure(figsize=(7, 0.6 + 0.28 * max(1, len(questions))), layout="constrained")
    axes = figure.add_subplot()
    places = np.arange(len(questions))
    left = np.zeros(len(questions))
    for label, colour, values in (
        ("full", FULL, [one.full for one in questions]),
        ("partial", PARTIAL, [one.partial for one in questions]),
        ("zero", ZERO, [one.zero for one in questions]),
    ):
        axes.barh(places, values, left=left, color=colour, label=label)
        left += np.array(values)
    axes.set_yticks(places, [f"{one.notebook}: {one.name}" for one in questions], fontsize=8)
    axes.invert_yaxis()
    axes.set_xlim(0, 1)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0 %", "25 %", "50 %", "75 %", "100 %"], fontsize=8)
    axes.legend(ncols=3, loc="lower center", bbox_to_anchor=(0.5, 1.0), frameon=False, fontsize=8)
    axes.spines[["top", "right"]].set_visible(False)
    return figure


def _shares_text(summary: Summary) -> str:
    asked = [one for one in summary.questions if one.scored and not one.waits]
    if not asked:
        return "No question has scores yet."
    hardest = min(asked, key=lambda one: one.mean / one.points if one.points else 1.0)
    return (
        "Stacked bars: share of students with full, partial and zero points in each question. Hardest: "
        f"{hardest.notebook}, {hardest.name}, {hardest.full:.0%} full. The table below has the numbers."
    )


def _picture(figure: Figure, text: str) -> Markup:
    buffer = io.BytesIO()
    figure.savefig(buffer, format="svg", metadata={"Date": None})
    data = base64.b64encode(buffer.getvalue()).decode()
    return Markup('<img src="data:image/svg+xml;base64,{}" alt="{}">').format(data, escape(text))
