"""The judge process: runs grade cells as they stand in the instructor's notebook, out of student code's reach.

A name in a grade cell means, in this order: what grade cells before it defined; what a locked cell of the course defines (which is run
when it is first needed); a builtin; a variable of the student's.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import io
import json
import linecache
import socket
import struct
import sys
import traceback
from collections.abc import Iterator
from typing import Any

from IPython.core.inputtransformer2 import TransformerManager

from seqgraph_grader.judging.remote import Link, Remote, gone

_LONGEST_OUTPUT = 1_000_000


class JudgeUnsupported(BaseException):
    """A grade cell asks for what can't be done from afar; the message is for its author."""

    grader_fault = True


def main(sock: socket.socket, locked: list[str]) -> None:
    """Serve grade cells over ``sock`` until it is closed."""
    judge = Judge(Wire(sock), locked)
    while (order := judge.wire.receive()) is not None:
        judge.wire.send({"done": judge.run(order["cell"])})


class Wire:
    """Length-prefixed JSON over a stream socket."""

    def __init__(self, sock: socket.socket) -> None:
        self._file = sock.makefile("rwb")

    def send(self, message: dict[str, Any]) -> None:
        data = json.dumps(message).encode()
        self._file.write(struct.pack("!Q", len(data)) + data)
        self._file.flush()

    def receive(self) -> dict[str, Any] | None:
        head = self._file.read(8)
        if len(head) < 8:
            return None
        (size,) = struct.unpack("!Q", head)
        return json.loads(self._file.read(size))


class Judge:
    """Runs grade cells in one namespace, as a kernel would."""

    def __init__(self, wire: Wire, locked: list[str]) -> None:
        self.wire = wire
        self._link = Link(self._ask)
        self._cells = 0
        self.namespace = Namespace(self._link, [transform(source) for source in locked], self._execute)

    def run(self, source: str) -> dict[str, Any]:
        """Run one grade cell: its outputs as a notebook would hold them, and the author's fault if there is one."""
        self.namespace.forget()
        outputs: list[dict[str, Any]] = []
        fault = ""
        shown, told = io.StringIO(), io.StringIO()
        try:
            with contextlib.redirect_stdout(shown), contextlib.redirect_stderr(told):
                value = self._execute(transform(source))
                data = None if value is None else _bundle(value)
        except BaseException as error:
            data = None
            if getattr(error, "grader_fault", False):
                fault = str(error)
            outputs.append(_error_output(error))
        if data is not None:
            outputs.append(
                {"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": None}
            )
        for name, stream in (("stderr", told), ("stdout", shown)):
            if text := stream.getvalue()[:_LONGEST_OUTPUT]:
                outputs.insert(0, {"output_type": "stream", "name": name, "text": text})
        return {"outputs": outputs, "fault": fault}

    def _execute(self, source: str) -> Any:
        """Run a cell's source; the value of its last line, if that is an expression."""
        self._cells += 1
        name = f"<judge cell {self._cells}>"
        linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
        tree = ast.parse(source, name)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, name, "exec"), self.namespace)
        if last is None:
            return None
        return eval(compile(ast.Expression(last.value), name, "eval"), self.namespace)  # type: ignore[attr-defined]

    def _ask(self, question: str) -> str:
        self.wire.send({"ask": question})
        reply = self.wire.receive()
        if reply is None:
            raise JudgeUnsupported("the grading process is gone")
        if "gone" in reply:
            raise gone(reply["gone"])
        return reply["text"]


class Namespace(dict[str, Any]):
    """Globals of grade cells; what is missing is looked up in the course's locked cells, then in the student's kernel."""

    def __init__(self, link: Link, locked: list[str], execute: Any) -> None:
        super().__init__({"__name__": "__main__", "__builtins__": builtins, "get_ipython": _NoShell})
        self._link = link
        self._execute = execute
        self._defined = {name: source for source in reversed(locked) for name in bindings(source)}
        self._fetched: dict[str, Any] = {}

    def forget(self) -> None:
        """Ask anew for the student's variables."""
        self._fetched.clear()

    def __missing__(self, name: str) -> Any:
        if source := self._defined.get(name):
            self._defined = {key: text for key, text in self._defined.items() if text is not source}
            self._execute(source)
            if name in self:
                return self[name]
        if name.startswith("__") or hasattr(builtins, name):
            raise KeyError(name)
        if name not in self._fetched:
            self._fetched[name] = self._link.run(name)
        return self._fetched[name]


class _NoShell:
    """Stands in for IPython where a locked cell has a magic: there is no screen here."""

    def run_line_magic(self, *_: Any) -> None: ...

    def run_cell_magic(self, *_: Any) -> None: ...

    def system(self, *_: Any) -> None: ...


def transform(source: str) -> str:
    """A cell's source as Python, magics included."""
    return TransformerManager().transform_cell(source)


def bindings(source: str) -> Iterator[str]:
    """Names that a cell's source binds at its top level."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return
    stack: list[ast.AST] = list(tree.body)
    while stack:
        node = stack.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
            continue
        if isinstance(node, ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            continue
        if isinstance(node, ast.alias):
            yield node.asname or node.name.split(".")[0]
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        stack.extend(ast.iter_child_nodes(node))


def reaches_into_the_kernel(source: str) -> bool:
    """Whether a grade cell deletes a variable that is not its own: that can be done in the student's kernel only."""
    try:
        tree = ast.parse(transform(source))
    except SyntaxError:
        return False
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    own: set[str] = set()
    for node in sorted(names, key=lambda node: (node.lineno, node.col_offset)):
        if isinstance(node.ctx, ast.Store):
            own.add(node.id)
        elif isinstance(node.ctx, ast.Del) and node.id not in own:
            return True
    return False


def _bundle(value: Any) -> dict[str, Any]:
    if issubclass(type(value), Remote):
        raise JudgeUnsupported(
            "the value of a grade cell is an object of the student's: end it with checks.score()"
        )
    if hasattr(type(value), "_repr_mimebundle_"):
        return value._repr_mimebundle_()
    return {"text/plain": repr(value)}


def _error_output(error: BaseException) -> dict[str, Any]:
    """An error without the lines of the grade cell: they may be hidden tests."""
    name, message = type(error).__name__, str(error)[:2000]
    frames = traceback.extract_tb(error.__traceback__)
    line = next((frame.lineno for frame in frames if frame.filename.startswith("<judge")), "?")
    text = (
        f"line {line} of the grade cell: {name}: {message}"
        if message
        else f"line {line} of the grade cell: {name}"
    )
    return {"output_type": "error", "ename": name, "evalue": message, "traceback": [text]}


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])), json.loads(sys.argv[2]))
