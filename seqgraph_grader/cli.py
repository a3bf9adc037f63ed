"""The ``seqgraph`` command: one verb per step of a course, run in a course directory.

Exit codes: 0 all done; 1 something was not graded, or nothing could be done; 2 wrong usage; 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.console import Console
from rich.table import Table

from seqgraph_grader.course import Course, CourseError
from seqgraph_grader.model import Level

app = typer.Typer(
    help="Release, grade and hand back the notebooks of a course.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
out = Console()
err = Console(stderr=True, soft_wrap=True, highlight=False)

CourseDir = Annotated[Path, typer.Option("--course-dir", help="The course directory.")]
Assignments = Annotated[
    list[str] | None, typer.Argument(metavar="[ASSIGNMENT]…", help="Default: every assignment in source/.")
]
Students = Annotated[list[str] | None, typer.Option("--student", help="Only this student; repeatable.")]


@app.callback()
def _options(debug: Annotated[bool, typer.Option(help="Show tracebacks of errors.")] = False) -> None:
    global _debug
    _debug = debug


_debug = False


@app.command()
def release(assignments: Assignments = None, course_dir: CourseDir = Path()) -> None:
    """Make release/ from source/, and a zip that students can unpack anywhere."""
    from seqgraph_grader import release as releasing

    course = Course(course_dir)
    for assignment in course.assignments(assignments):
        path = releasing.release(course, assignment)
        out.print(f"{assignment}: {path.relative_to(course.root)}", highlight=False)


@app.command()
def autograde(
    assignments: Assignments = None,
    jobs: Annotated[int | None, typer.Option(min=1, help="Processes; default: the cores.")] = None,
    student: Students = None,
    force: Annotated[
        bool, typer.Option("--force", help="Grade again what is done; manual marks stay.")
    ] = False,
    scheduler: Annotated[str, typer.Option(help="Dask scheduler, tcp://host:8786, to grade on.")] = "",
    trust_submissions: Annotated[
        bool, typer.Option("--trust-submissions", help="Run without a sandbox where there is none.")
    ] = False,
    course_dir: CourseDir = Path(),
) -> None:
    """Grade what was handed in: submitted/ to autograded/ and the gradebook.

    Stop it whenever you like; the next run goes on where this one was.
    """
    from seqgraph_grader import batch

    course = Course(course_dir)
    names = course.assignments(assignments)
    if not course.folder("submitted").is_dir():
        raise CourseError(f"there is no {course.coursedir.submitted_directory}/: collect submissions first")
    if student:
        there = {name for assignment in names for name in course.students(assignment)}
        if unknown := sorted(set(student) - there):
            raise CourseError(f"nothing handed in by {unknown[0]!r} for {', '.join(names)}")
    level = _level(trust_submissions) if not scheduler else Level.ISOLATED
    try:
        with batch.progress_bar() as progress:
            tally = batch.autograde(
                course,
                names,
                students=student,
                jobs=jobs,
                force=force,
                level=level,
                scheduler=scheduler,
                progress=progress,
            )
    except KeyboardInterrupt:
        err.print("stopped: what is done is done; run the same command again to go on")
        raise typer.Exit(130) from None
    for who, assignment, why in tally.not_graded:
        err.print(f"[yellow]not graded[/] {who}, {assignment}: {why}")
    for one in tally.graded:
        for flag in one.flags + [text for result in one.results.values() for text in result.flags]:
            err.print(f"[magenta]look at[/] {one.student}, {one.assignment}: {flag}")
    done = sum(not (one.held or one.faults) for one in tally.graded)
    out.print(
        f"{done} graded, {len(tally.skipped)} done before, {len(tally.not_graded)} not graded; "
        f"sandbox: {level.value}",
        highlight=False,
    )
    if tally.not_graded:
        raise typer.Exit(1)


@app.command()
def feedback(
    assignments: Assignments = None, student: Students = None, course_dir: CourseDir = Path()
) -> None:
    """Make one HTML page per graded notebook: autograded/ to feedback/."""
    from seqgraph_grader import feedback as feeding

    course = Course(course_dir)
    pages = [
        page
        for assignment in course.assignments(assignments)
        for page in feeding.feedback(course, assignment, student)
    ]
    if not pages:
        raise CourseError("nothing is graded yet: run 'seqgraph autograde' first")
    out.print(f"{len(pages)} pages in {course.coursedir.feedback_directory}/", highlight=False)


@app.command()
def grades(
    assignments: Assignments = None,
    kind: Annotated[
        Literal["csv", "canvas", "gradescope"], typer.Option("--format", help="For whom.")
    ] = "csv",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Where to write.")] = None,
    course_dir: CourseDir = Path(),
) -> None:
    """Write the grades: one row per student, one column per question; or what Canvas or Gradescope reads."""
    from seqgraph_grader import exports

    course = Course(course_dir)
    target = course.root / (output or exports.FORMATS[kind][0])
    count = exports.export(course, course.assignments(assignments), kind, target)
    if not count:
        raise CourseError("nothing is graded yet: run 'seqgraph autograde' first")
    out.print(f"{count} students in {target}", highlight=False, soft_wrap=True)


@app.command()
def report(
    assignments: Assignments = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="Where to write.")] = Path("report.html"),
    course_dir: CourseDir = Path(),
) -> None:
    """Write one page on how the class did: scores, questions, what went wrong, what needs a person."""
    from seqgraph_grader.report import write_report

    course = Course(course_dir)
    path = write_report(course, course.assignments(assignments), course.root / output)
    out.print(path, highlight=False, soft_wrap=True)


@app.command()
def demo(
    directory: Annotated[Path, typer.Argument(help="A new directory for the sample course.")],
    jobs: Annotated[int | None, typer.Option(min=1, help="Processes; default: the cores.")] = None,
) -> None:
    """Grade a sample class from start to end, in a fresh course directory."""
    from seqgraph_grader import demo as sample

    sample.run(directory, out, jobs=jobs)


@app.command()
def doctor() -> None:
    """Say what this machine can do, and how to get more."""
    from seqgraph_grader.doctor import examine

    table = Table("what", "found", "to get more", box=None)
    for finding in examine():
        table.add_row(
            finding.what, f"[{'green' if finding.good else 'yellow'}]{finding.found}[/]", finding.advice
        )
    out.print(table)


def _level(trusted: bool) -> Level:
    """The sandbox level of this machine; without isolation only if the user says so."""
    from seqgraph_grader.sandbox import best_level

    level = best_level()
    if level is not Level.ISOLATED and not trusted:
        raise CourseError(
            "there is no sandbox here (seqgraph doctor says why): install bubblewrap, "
            "or say --trust-submissions to run students' code with your own rights"
        )
    return level


def main() -> None:
    """Entry point: errors that a person can mend are one line."""
    try:
        app(standalone_mode=True)
    except CourseError as error:
        if _debug:
            raise
        err.print(f"[red]seqgraph:[/] {error}")
        sys.exit(1)
    except OSError as error:
        if _debug:
            raise
        err.print(f"[red]seqgraph:[/] {error.strerror or error}: {error.filename or ''}")
        sys.exit(1)


if __name__ == "__main__":
    main()
