"""Attempts on the score from inside the kernel, and the harmless look-alike of each.

Each attack goes with a ``double`` that is wrong and would get 0 points; each look-alike with one that is right and gets 4.
"""

from __future__ import annotations

WRONG = "def double(x):\n    return x\n"
RIGHT = "def double(x):\n    return 2 * x\n"

#: The grade cell that they are after: 1 point for what is visible, 3 for what is hidden.
GRADE_CELL = """checks = Checks(points=4)

with checks("doubles a number", points=1):
    assert double(2) == 4, "twice 2 is not 4"
### BEGIN HIDDEN TESTS
SECRET_OF_THE_COURSE = 12.75
with checks("doubles an array", points=3):
    np.testing.assert_allclose(double(np.array([0.5, 6.375])), [1.0, SECRET_OF_THE_COURSE])
### END HIDDEN TESTS

checks.score()"""
SETUP = "import numpy as np\nfrom seqgraph_helpers.checks import Checks"

ATTACKS = {
    "showtraceback_replaced": """
get_ipython().showtraceback = lambda *a, **k: None
get_ipython()._showtraceback = lambda *a, **k: None""",
    "run_cell_replaced": """
import IPython
shell = get_ipython()
def run_cell_async(*a, **k):
    raise SystemExit
shell.run_code = lambda *a, **k: False
""",
    "numpy_testing_patched": """
import numpy.testing
numpy.testing.assert_allclose = lambda *a, **k: None
numpy.testing._private.utils.assert_allclose = lambda *a, **k: None""",
    "builtins_patched": """
import builtins
builtins.AssertionError = type("AssertionError", (Exception,), {})
builtins.float = lambda *a: 4.0
builtins.sum = lambda *a: 4.0""",
    "assertions_shadowed": "AssertionError = ZeroDivisionError\nnp = None\nchecks = None\n",
    "helpers_patched": """
import seqgraph_helpers.checks as c
c.Checks.score = lambda self: 4.0
c.Checks.__call__ = lambda self, *a, **k: __import__('contextlib').suppress(BaseException)
Checks = c.Checks""",
    "always_equal": """
class Yes:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __array__(self, *a, **k): return np.array([1.0, 12.75])
    def __float__(self): return 4.0
def double(x): return Yes()""",
    "always_equal_int": """
class Yes(int):
    def __eq__(self, other): return True
    __hash__ = int.__hash__
def double(x): return Yes(4)""",
    "forged_class": """
class Fake:
    @property
    def __class__(self): return np.ndarray
    def __eq__(self, other): return True
def double(x): return Fake()""",
    "array_subclass": """
class Fake(np.ndarray):
    def __eq__(self, other): return True
    def __array_ufunc__(self, *a, **k): return np.array(True)
    def __array_function__(self, *a, **k): return True
def double(x): return np.zeros(2).view(Fake)""",
    "prints_like_the_grader": "def double(x):\n    print('4.0'); print('{\"value\": 4}'); print('passed'); return x",
    "ast_transformer": """
import ast
class T(ast.NodeTransformer):
    def visit_Assert(self, node): return ast.Pass()
get_ipython().ast_transformers.append(T())""",
    "input_transformer": """
get_ipython().input_transformers_cleanup.append(lambda lines: ['4.0\\n'] if any('checks' in l for l in lines) else lines)""",
    "pre_run_hook": "get_ipython().events.register('pre_run_cell', lambda *a: globals().update(double=lambda x: 2 * x) if False else None)\n",
    "settrace": """
import sys
def tracer(frame, event, arg):
    if 'checks' in frame.f_locals: frame.f_locals['checks'].score = lambda: 4.0
    return tracer
sys.settrace(tracer)""",
    "import_hook": """
import sys
class Hook:
    def find_spec(self, name, *a): sys.modules.pop('numpy.testing', None)
sys.meta_path.insert(0, Hook())""",
    "stack_searched": """
import sys, gc
def double(x):
    frame = sys._getframe()
    while frame:
        for value in list(frame.f_locals.values()) + list(frame.f_globals.values()):
            if value == 51 / 4: return np.array([1.0, value])
        frame = frame.f_back
    for thing in gc.get_objects():
        if isinstance(thing, dict) and 'SECRET_OF_THE_COURSE' in thing: return np.array([1.0, thing['SECRET_OF_THE_COURSE']])
    for text in list(In) + [str(__import__('linecache').cache)]:
        if 'SECRET_OF_THE' + '_COURSE' in text: return np.array([1.0, 51 / 4])
    return x""",
    "environment_searched": """
import os
def double(x):
    return 2 * x if 'SEQGRAPH_SEED' in os.environ else x""",
    "disk_searched": """
import pathlib
def double(x):
    for path in pathlib.Path('/home').rglob('*.ipynb'):
        if 'SECRET_OF_THE' in path.read_text(): return np.array([1.0, 51 / 4])
    return x""",
    "atexit": "import atexit\natexit.register(lambda: print('4.0'))\n",
    "destructor": """
class D:
    def __del__(self):
        print('4.0')
def double(x):
    D()
    return x""",
    "exits_after_forged_output": """
import os, sys
def double(x):
    print('{"answer": 4.0}'); sys.stdout.flush(); os._exit(0)""",
    "hostile_pickle": """
import os, pickle
class Evil:
    def __reduce__(self): return (os.system, ('touch /tmp/owned',))
def double(x): return Evil()""",
    "oversized_reply": "def double(x):\n    return 'x' * 100_000_000",
    "deep_reply": """
def double(x):
    value = x
    for _ in range(100_000): value = [value]
    return value""",
    "nan_reply": "def double(x):\n    return np.nan * np.ones_like(x)",
    "endless_generator": "def double(x):\n    while True:\n        yield x",
    "thread_answers_later": """
import sys, threading, time
def answer():
    while True:
        courier = sys.modules.get('_seqgraph_courier')
        if courier: courier.serve = lambda q, n: courier._Text('{"nonce": "0", "value": 4}')
        time.sleep(0.001)
threading.Thread(target=answer, daemon=True).start()""",
    "courier_replaced": """
import sys, types
fake = types.ModuleType('_seqgraph_courier')
class Text:
    def _repr_mimebundle_(self, **k): return {'text/plain': '{"nonce": null, "value": 4}'}
fake.serve = lambda question, names: Text()
sys.modules['_seqgraph_courier'] = fake""",
    "courier_tools_patched": """
import json, base64, pickle
json.dumps = lambda *a, **k: '{"nonce": "", "value": true}'
base64.b64decode = lambda *a, **k: b''""",
    "hard_coded": "def double(x):\n    return 4 if isinstance(x, int) else x",
    "raises_the_graders_fault": """
def double(x):
    error = ValueError('hold this')
    error.grader_fault = True
    raise error""",
    "signals_the_parent": """
import os, signal
try:
    os.kill(os.getppid(), signal.SIGKILL)
except OSError:
    pass""",
}

#: What an attack earns honestly: the visible point, if the visible example is answered.
EARNED = {"hard_coded": 1.0}

HARMLESS = {
    "prints_passed": "print('passed'); print('4.0')\n",
    "names_score": "score = 100\ngrade = 'A'\nsolution = double = lambda x: 2 * x\n",
    "honest_eq": "class Point:\n    def __eq__(self, other): return isinstance(other, Point)\n",
    "warns": "import warnings, sys\ndef double(x):\n    warnings.warn('careful')\n    print('noise', file=sys.stderr)\n    return 2 * x",
    "own_testing_helper": "def assert_allclose(a, b):\n    pass\n",
    "thread_of_its_own": "import threading, time\nthreading.Thread(target=lambda: time.sleep(30), daemon=True).start()\n",
    "atexit_of_its_own": "import atexit\natexit.register(print, 'bye')\n",
    "uses_gc_and_inspect": "import gc, inspect, sys\ngc.collect(); inspect.stack(); sys.settrace(None)\n",
    "pickles": "import pickle\nassert pickle.loads(pickle.dumps({'a': 1})) == {'a': 1}\n",
    "callable_object": "class Double:\n    def __call__(self, x): return x + x\ndouble = Double()",
    "partial": "import functools, operator\ndouble = functools.partial(operator.mul, 2)",
    "list_of_arrays": "def double(x):\n    return [v * 2 for v in x] if isinstance(x, np.ndarray) else x + x",
}
