"""Honest accidents: the question concerned gets nothing and a named cause; everything else is graded on merit."""

from __future__ import annotations

import pytest

from seqgraph_grader.model import Level, Outcome
from tests.running import NOT_ISOLATED, error, graded, outputs, run, scores, text, verdict

DOUBLE = "def double(x):\n    return 2 * x"
DOUBLE_TESTS = "assert double(4) == 8"
NAP = "import time\ntime.sleep(0.2)\n"


@pytest.fixture(params=list(Level), ids=lambda level: level.name.lower())
def level(request: pytest.FixtureRequest) -> Level:
    if request.param is Level.ISOLATED and NOT_ISOLATED:
        pytest.skip(NOT_ISOLATED)
    return request.param


# What a student's cell does, the limit to be small, how the cell's error begins, what it says.
KILLERS = {
    "infinite loop": ("while True: pass", {"cell_seconds": 1}, "TimeLimit", "loop that never ends"),
    "infinite sleep": (
        "import time\ntime.sleep(1e6)",
        {"cell_seconds": 1},
        "TimeLimit",
        "what does it wait for",
    ),
    "loop that swallows interrupts": (
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
        {"cpu_seconds": 3},
        "TimeLimit",
        "processor time in all",
    ),
    "memory eater": (
        "hoard = []\nwhile True: hoard.append(bytearray(20_000_000))",
        {"memory_mb": 200},
        "MemoryLimit",
        "more than 200 MB",
    ),
    "memory eater that ignores interrupts": (
        "hoard = []\nwhile True:\n    try:\n        while True: hoard.append(bytearray(20_000_000))\n"
        "    except BaseException: pass",
        {"memory_mb": 200},
        "MemoryLimit",
        "more than 200 MB",
    ),
    "endless print": ("while True: print('here I am')", {}, "OutputLimit", "more than 0.1 MB"),
    "killed": ("import os\nos.kill(os.getpid(), 9)", {}, "KernelDied", "was killed"),
    "os._exit": ("import os\nos._exit(0)", {}, "KernelDied", "ended the Python process itself"),
    "segmentation fault": ("import ctypes\nctypes.string_at(0)", {}, "KernelDied", "segmentation fault"),
    "recursion of the interpreter": (
        "import sys\nsys.setrecursionlimit(10**9)\ndef deeper(x): return sorted([x], key=deeper)\ndeeper(1)",
        {"memory_mb": 1500},
        "KernelDied",
        "recursion that never ends",
    ),
}


@pytest.mark.parametrize("name", KILLERS)
def test_the_cell_gets_nothing_and_the_rest_is_graded(name: str, level: Level) -> None:
    source, limits, ename, why = KILLERS[name]
    result = run(DOUBLE, f"print('before')\n{source}", graded(DOUBLE_TESTS), level=level, **limits)
    told = error(result, 1)
    assert told.startswith(f"{ename}: ")
    assert why in told
    if ename in {"TimeLimit", "OutputLimit"}:
        assert "before" in text(result, 1), "what was shown until then is kept"
    assert len(result.notes) == 1
    assert ename in result.notes[0]
    if limits.get("cpu_seconds"):
        assert verdict(result).outcome is Outcome.ACCIDENT, "nothing more runs once the time is used up"
        assert scores(result) == [0]
    else:
        assert scores(result) == [1]
    assert not outputs(result, 0)


@pytest.mark.parametrize("name", ["infinite loop", "killed", "endless print", "memory eater"])
def test_the_same_in_a_grade_cell(name: str, level: Level) -> None:
    source, limits, ename, why = KILLERS[name]
    body = source.replace("\n", "\n    ")
    result = run(
        DOUBLE,
        f"def broken():\n    {body}",
        graded("assert broken() is None"),
        graded(DOUBLE_TESTS),
        level=level,
        **limits,
    )
    assert scores(result) == [0, 1]
    assert verdict(result).outcome is Outcome.ACCIDENT
    assert why in verdict(result).why
    assert error(result, 2).startswith(ename)
    assert verdict(result, 1).outcome is Outcome.GRADED


def test_a_fresh_kernel_knows_what_was_defined_and_shows_nothing_twice(level: Level) -> None:
    result = run(
        "print('once')\nnumbers = [1, 2]",
        "numbers.append(3)\nraise ValueError('on the way')",
        "import os\nos._exit(3)",
        graded("print(numbers)\nassert numbers == [1, 2, 3]"),
        level=level,
    )
    assert scores(result) == [1]
    assert text(result, 0) == "once\n"
    assert text(result, 3) == "[1, 2, 3]\n"
    assert error(result, 1) == "ValueError: on the way"
    assert len(outputs(result, 1)) == 1


def test_a_kernel_that_dies_later_of_what_a_cell_left_behind(level: Level) -> None:
    bomb = "import os, threading\nthreading.Thread(target=lambda: (fuse.wait(), os._exit(1)), daemon=True).start()"
    result = run(
        DOUBLE,
        "import threading\nfuse = threading.Event()",
        bomb,
        "fuse.set()\nimport time\ntime.sleep(30)",
        graded(DOUBLE_TESTS),
        level=level,
    )
    assert scores(result) == [1]
    assert error(result, 3).startswith("KernelDied")


def test_a_notebook_that_keeps_dying_ends(level: Level) -> None:
    result = run(
        *["import os\nos._exit(1)"] * 25,
        graded("assert True"),
        level=level,
    )
    assert scores(result) == [0]
    assert verdict(result).outcome is Outcome.ACCIDENT
    assert "ended 20 times" in verdict(result).why


@pytest.mark.parametrize(
    "leave", ["import sys\nsys.exit()", "quit()", "exit(1)", "raise SystemExit", "get_ipython().ask_exit()"]
)
def test_leaving_ends_the_cell_only(leave: str, level: Level) -> None:
    result = run(DOUBLE, leave, graded("quit()"), graded(DOUBLE_TESTS), level=level)
    assert error(result, 1).startswith("SystemExit")
    assert scores(result) == [0, 1]


def test_input_gets_a_hint() -> None:
    result = run(DOUBLE, "name = input('your name? ')", graded("input()\nassert True"), graded(DOUBLE_TESTS))
    assert "give the function its values as arguments" in error(result, 1)
    assert scores(result) == [0, 1]


def test_plain_recursion_costs_only_the_check_that_recurses() -> None:
    result = run("def f(x): return f(x)", DOUBLE, graded("f(1)"), graded(DOUBLE_TESTS))
    assert error(result, 2).startswith("RecursionError")
    assert scores(result) == [0, 1]
    assert not result.notes


def test_checks_go_on_after_an_interrupted_one(level: Level) -> None:
    checks = """
from seqgraph_helpers.checks import Checks
checks = Checks(points=3)
with checks("ends", points=1):
    forever()
with checks("ends, too", points=1):
    forever()
with checks("doubles", points=1):
    assert double(4) == 8
checks.score()"""
    result = run(
        DOUBLE, "def forever():\n    while True: pass", graded(checks, 3), level=level, cell_seconds=1
    )
    assert scores(result) == [1]
    assert "is there a loop that never ends?" in verdict(result).checks[0]["why"]
    assert [check["passed"] for check in verdict(result).checks] == [False, False, True]


# Look-alikes: nothing is wrong with these.
HARMLESS = {
    "a background thread still printing": (
        "import threading\ndef speak():\n    while True:\n        print('tick'); time.sleep(0.01)\n"
        "threading.Thread(target=speak, daemon=True).start()"
    ),
    "a warning on stderr": "import sys, warnings\nwarnings.warn('careful')\nprint('oops', file=sys.stderr)",
    "figures left open": "import matplotlib.pyplot as plt\nfor _ in range(12): plt.figure()",
    "a GUI backend asked for": (
        "import matplotlib\nmatplotlib.use('TkAgg')\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()"
    ),
    "a GUI asked for by magic": "%matplotlib qt\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()",
    "much output, in bounds": "print('x' * 80_000)",
    "memory taken and given back": "for _ in range(30): block = bytearray(100_000_000)\ndel block",
    "a few processes": "import subprocess\nfor _ in range(30): subprocess.run(['true'], check=True)",
    "a subprocess pool": (
        "from concurrent.futures import ThreadPoolExecutor\nwith ThreadPoolExecutor(8) as pool:\n"
        "    assert list(pool.map(abs, [-1, 2])) == [1, 2]"
    ),
    "a catch-all": "try:\n    1 / 0\nexcept BaseException:\n    pass",
    "names a grader uses": "score, points, passed = 1, 2, True\nprint('all tests passed, 10/10')",
}


@pytest.mark.parametrize("name", HARMLESS)
def test_harmless_is_graded_on_merit(name: str, level: Level) -> None:
    result = run(NAP, HARMLESS[name], DOUBLE, graded(NAP + DOUBLE_TESTS), level=level)
    assert error(result, 1) == ""
    assert result.notes == []
    assert scores(result) == [1]


def test_figures_are_shown_inline() -> None:
    result = run(
        "import matplotlib.pyplot as plt\nplt.plot([1, 2]);",
        "from matplotlib.figure import Figure\nfigure = Figure()\nfigure.subplots()\nfigure",
        "import matplotlib\nmatplotlib.use('QtAgg')\nplt.plot([1, 2])\nplt.show()",
        "%matplotlib tk\nplt.plot([1, 2]);",
    )
    for number in range(4):
        shown = [one.data for one in outputs(result, number) if "data" in one]
        assert sum("image/png" in data for data in shown) == 1, number


def test_output_is_cut_where_the_limit_is() -> None:
    result = run("for number in range(10**7): print(number)", graded("print('still here')"))
    printed = "".join(one.text for one in outputs(result, 0) if one.output_type == "stream")
    assert 50_000 < len(printed) <= 100_000
    assert printed.startswith("0\n1\n2\n")
    assert scores(result) == [1]


def test_one_message_too_large_for_any_limit() -> None:
    result = run(
        DOUBLE,
        "from IPython.display import display\ndisplay({'text/plain': 'x' * 70_000_000}, raw=True)",
        graded(DOUBLE_TESTS),
        memory_mb=1500,
    )
    assert error(result, 1).startswith("OutputLimit")
    assert scores(result) == [1]


def test_a_path_of_the_students_own_machine_is_named() -> None:
    result = run("open('C:/Users/ana/names.csv')", graded("open('/home/ana/names.csv')"))
    assert "C:/Users/ana/names.csv" in error(result, 0)
    assert scores(result) == [0]
    assert "/home/ana/names.csv" in error(result, 1)


def test_files_handed_in_are_at_hand(level: Level) -> None:
    files = {"names.csv": b"ada", "lib/own.py": b"x = 1"}
    read = "from lib.own import x\nassert open('names.csv').read() == 'ada' and x == 1"
    assert scores(run(graded(read), files=files, level=level)) == [1]


@pytest.mark.parametrize("kernelspec", [{}, {"kernelspec": {"name": "julia-1.6", "display_name": "Julia"}}])
def test_a_wrong_kernelspec_does_not_matter(kernelspec: dict[str, object]) -> None:
    from seqgraph_grader.execute import run_task
    from seqgraph_grader.model import Limits, Mode, Task
    from seqgraph_grader.sandbox import best_level
    from tests.running import PRELOAD
    from tests.tiny import source_notebook

    notebook = source_notebook()
    notebook.metadata = kernelspec
    task = Task(
        "ana", "ps", "x", notebook, mode=Mode.KERNEL, level=best_level(), preload=PRELOAD, limits=Limits()
    )
    result = run_task(task)
    assert scores(result) == [2, 4]
    assert result.notebook["metadata"]["language_info"]["name"] == "python"
