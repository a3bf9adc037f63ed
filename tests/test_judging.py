"""The judge: the same score as in the kernel for honest work, nothing to gain for any other."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqgraph_grader.execute import run_task
from seqgraph_grader.judging import reaches_into_the_kernel, wire
from seqgraph_grader.judging.process import bindings
from seqgraph_grader.model import Limits, Mode, Outcome, Result, Task
from seqgraph_grader.sandbox import best_level
from tests.attacks import ATTACKS, EARNED, GRADE_CELL, HARMLESS, RIGHT, SETUP, WRONG
from tests.tiny import cell

LIMITS = Limits(cell_seconds=8, cpu_seconds=60, wall_seconds=120, memory_mb=800)


def run(
    solution: str, grade: str = GRADE_CELL, points: int = 4, mode: Mode = Mode.JUDGE, setup: str = SETUP
) -> Result:
    notebook = nbformat.v4.new_notebook(
        cells=[
            cell("code", setup, "setup", locked=True),
            cell("code", solution, "solution", solution=True),
            cell("code", grade, "tests", points=points, grade=True, locked=True),
        ]
    )
    task = Task(
        "ana",
        "ps",
        "nb",
        notebook,
        limits=LIMITS,
        mode=mode,
        level=best_level(),
        seed=4711,
        preload=("numpy", "torch"),
    )
    return run_task(task)


# -- tampering -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_gains_nothing(name: str) -> None:
    result = run(WRONG + ATTACKS[name])
    (verdict,) = result.verdicts
    assert verdict.score == EARNED.get(name, 0.0), verdict
    assert verdict.outcome in {Outcome.GRADED, Outcome.ACCIDENT}
    told = json.dumps([verdict.checks, result.notes]) + json.dumps(result.notebook["cells"][-1]["outputs"])
    assert "12.75" not in told
    assert "SECRET_OF" not in told


@pytest.mark.parametrize("name", HARMLESS)
def test_its_look_alike_loses_nothing(name: str) -> None:
    result = run(RIGHT + HARMLESS[name])
    assert [one.score for one in result.verdicts] == [4.0], result.verdicts
    assert result.flags == []


def test_the_same_attacks_do_gain_in_the_kernel() -> None:
    """The corpus is real: without a judge, some of it collects points."""
    gained = {}
    for name in ("helpers_patched", "always_equal_int", "numpy_testing_patched", "ast_transformer"):
        (verdict,) = run(WRONG + ATTACKS[name], mode=Mode.KERNEL).verdicts
        gained[name] = verdict.score
    assert sum(score or 0 for score in gained.values()) > 4, gained


# -- fidelity ------------------------------------------------------------------------------

SNIPPETS: dict[str, tuple[str, str]] = {
    "keyword_arguments": ("def f(a, *, b=1): return a - b", "assert f(5, b=2) == 3 and f(5) == 4"),
    "plain_array_by_name": (
        "A = np.arange(6.0).reshape(2, 3)",
        "assert A.shape == (2, 3) and A.T[2, 1] == 5",
    ),
    "scalars": (
        "x = np.float64(2.5); n = 10**30; t = (1, [2.0, {'a': b'c'}], None, True)",
        "assert x == 2.5 and n == 10**30 and t == (1, [2.0, {'a': b'c'}], None, True)",
    ),
    "nan_and_inf": ("v = [float('inf'), float('nan')]", "assert v[0] == float('inf') and v[1] != v[1]"),
    "generator": (
        "def g(n):\n    yield from range(n)",
        "assert list(g(4)) == [0, 1, 2, 3] and sum(g(3)) == 3",
    ),
    "class_with_state": (
        "class Counter:\n    def __init__(self): self.n = 0\n    def add(self, k=1):\n        self.n += k\n        return self.n",
        "c = Counter(); c.add(); assert c.add(k=4) == 5 and c.n == 5; c.n = 7; assert c.add() == 8",
    ),
    "containers": (
        "class Bag:\n    def __getitem__(self, i): return i * 2\n    def __len__(self): return 3\n    def __iter__(self): return iter([7, 8])",
        "b = Bag(); assert b[4] == 8 and len(b) == 3 and list(b) == [7, 8] and bool(b)",
    ),
    "exceptions": (
        "def f(x):\n    if x < 0: raise ValueError('negative')\n    return x",
        "try:\n    f(-1)\nexcept ValueError as error:\n    assert 'negative' in str(error)\nelse:\n    assert False",
    ),
    "modules": (
        "class Net(nn.Module):\n    def __init__(self, d):\n        super().__init__()\n        self.lin = nn.Linear(d, 2)\n    def forward(self, x): return self.lin(x)",
        "net = Net(3)\nassert isinstance(net, nn.Module)\nref = nn.Linear(3, 2)\nref.load_state_dict({k.removeprefix('lin.'): v for k, v in net.state_dict().items()})\n"
        "x = torch.randn(4, 3)\nassert torch.allclose(net(x).detach(), ref(x).detach())\nassert sum(p.numel() for p in net.parameters()) == 8\n"
        "net.load_state_dict({k: torch.zeros_like(v) for k, v in net.state_dict().items()})\nassert net(x).abs().sum() == 0\nassert not net.eval().training",
    ),
    "module_as_argument": (
        "class Twice(nn.Module):\n    def __init__(self, inner):\n        super().__init__()\n        self.inner = inner\n    def forward(self, x): return 2 * self.inner(x)\ndef make(): return nn.Identity()",
        "assert torch.equal(Twice(nn.Identity())(torch.ones(2)).detach(), 2 * torch.ones(2))\nassert Twice(make())(torch.ones(1)).item() == 2",
    ),
    "probes": (
        "class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.w = nn.Parameter(torch.ones(3))\n    def forward(self, x): return self.w * x",
        "assert parameter_count(Net()) == 3\nassert (gradient_of(Net(), torch.randn(3)) == 1).all()\nassert set(parameter_gradients(Net(), torch.ones(3))) == {'w'}",
    ),
    "lambda_sent": ("def apply(f, x): return f(x)", "k = 3\nassert apply(lambda v: v + k, 4) == 7"),
    "nested_function_sees_names": (
        "def f(x): return x + 1",
        "def test():\n    return [f(i) for i in range(3)]\nassert test() == [1, 2, 3]",
    ),
    "builtins_stay": (
        "def length(x): return 0",
        "assert len([1]) == 1 and max(1, 2) == 2 and length([1]) == 0",
    ),
    "torch_kinds": (
        "def f(): return torch.ones(2, dtype=torch.bfloat16), torch.zeros(0, 3), torch.tensor(True)",
        "a, b, c = f()\nassert a.dtype == torch.bfloat16 and b.shape == (0, 3) and bool(c)",
    ),
    "sort_result": (
        "def f(x): return torch.sort(x)",
        "values, order = f(torch.tensor([2.0, 1.0]))\nassert values.tolist() == [1, 2] and order.tolist() == [1, 0]",
    ),
}
IMPORTS = (
    "import numpy as np\nimport torch\nfrom torch import nn\nfrom seqgraph_helpers.checks import Checks\n"
    "from seqgraph_helpers.probes import gradient_of, parameter_count, parameter_gradients"
)


@pytest.mark.parametrize("mode", [Mode.KERNEL, Mode.JUDGE])
@pytest.mark.parametrize("name", SNIPPETS)
def test_a_grade_cell_runs_unchanged_in_both(name: str, mode: Mode) -> None:
    solution, body = SNIPPETS[name]
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    grade = f"checks = Checks(points=1)\nwith checks('it', points=1):\n{lines}\nchecks.score()"
    (verdict,) = run(solution, grade, 1, mode, IMPORTS).verdicts
    assert verdict.score == 1.0, verdict.checks
    assert verdict.in_kernel == (mode is Mode.KERNEL)


@pytest.mark.parametrize(
    ("solution", "says"),
    [
        ("def other(x): return x", "`double` does not exist"),
        ("def double(x):\n    return x.nothing", "no attribute 'nothing' (at `return x.nothing`)"),
        ("def double(x):\n    raise NotImplementedError", "not written yet"),
        ("def double(x):\n    import sys; sys.exit()", "ends the program"),
        ("def double(x):\n    return double(x)", "calls itself without end"),
        ("def double(x):\n    import os; os.kill(os.getpid(), 9)", "kill"),
        ("def double(x):\n    while True: pass", "a loop that never ends"),
        ("def double(x):\n    return object()", "a plain value was expected"),
    ],
)
def test_what_student_code_does_is_said_in_the_table(solution: str, says: str) -> None:
    (verdict,) = run(solution).verdicts
    assert verdict.score == 0.0
    assert says in " ".join(check["why"] for check in verdict.checks), verdict.checks


def test_the_authors_fault_is_no_zero() -> None:
    result = run("class Thing: pass\nthing = Thing()", "thing", 1)
    (verdict,) = result.verdicts
    assert (verdict.score, verdict.outcome) == (None, Outcome.FAULT)
    assert "end it with checks.score()" in verdict.why


def test_a_tagged_cell_is_graded_in_the_kernel_and_says_so() -> None:
    notebook = nbformat.v4.new_notebook(
        cells=[
            cell("code", "x = 1", "solution", solution=True),
            cell("code", "assert x == 1", "tests", points=1, grade=True, locked=True),
        ]
    )
    notebook.cells[1].metadata.tags = ["in-kernel"]
    (verdict,) = run_task(Task("ana", "ps", "nb", notebook, limits=LIMITS, level=best_level())).verdicts
    assert (verdict.score, verdict.in_kernel) == (1.0, True)


def test_a_cell_that_deletes_the_students_variable_is_graded_in_the_kernel() -> None:
    grade = "kept = double\ndel double\ntry:\n    double(1)\nexcept NameError:\n    double = kept\nelse:\n    raise AssertionError"
    (verdict,) = run(RIGHT, grade, 1).verdicts
    assert (verdict.score, verdict.in_kernel) == (1.0, True)
    assert reaches_into_the_kernel("del double")
    assert not reaches_into_the_kernel("x = 1\ndel x")


def test_names_that_a_cell_binds() -> None:
    source = "import a.b, c as d\nfrom e import f\ng = h, (i, *j) = 1, (2, 3)\nfor k in []: pass\nwith x as m: pass\ndef n(o=1): p = 2\nclass q: r = 1"
    assert set(bindings(source)) == {"a", "d", "f", "g", "h", "i", "j", "k", "m", "n", "q"}
    assert list(bindings("1 +")) == []


# -- replies that nobody honest would send --------------------------------------------------

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([*"ifcbtsdanTmhx", "nonce", "value"]), inner, max_size=3)
    ),
    max_leaves=20,
)


def refused_or_read(value: Any) -> None:
    with suppress(wire.BadReply):
        wire.decode(value, lambda number, name, mro: (number, name))


@settings(max_examples=400, deadline=None)
@given(ANYTHING)
def test_any_value_is_read_or_refused(value: Any) -> None:
    refused_or_read(value)


@settings(max_examples=300, deadline=None)
@given(st.text() | st.binary() | st.none() | ANYTHING.map(json.dumps))
def test_any_reply_is_read_or_refused(text: object) -> None:
    with suppress(wire.BadReply):
        wire.parse(text)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["a", "n", "T"]),
    st.sampled_from(["float32", "bool", "O", "int64", "bfloat16", "U5", "V8"]),
    st.lists(st.integers(-3, 2**62), max_size=4),
    st.binary(max_size=64),
)
def test_arrays_of_the_wrong_size_are_refused(tag: str, dtype: str, shape: list[int], raw: bytes) -> None:
    import base64

    refused_or_read({tag: [dtype, shape, base64.b64encode(raw).decode()]})


def test_deep_and_long_replies_are_refused() -> None:
    deep: Any = 1
    for _ in range(1000):
        deep = [deep]
    for value in (
        deep,
        [0] * (wire.MOST + 1),
        {"i": "9" * 10_000},
        {"f": "1.0"},
        {"m": "no.such.module"},
        {"d": [[[1], 2]]},
    ):
        with pytest.raises(wire.BadReply):
            wire.decode(value, lambda *_: None)
    with pytest.raises(wire.BadReply):
        wire.parse("[" * 100_000)
