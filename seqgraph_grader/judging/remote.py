"""The student's objects as the judge sees them: each question runs in the student's kernel, the answer comes back by value.

Exceptions
----------
StudentError           something the student's code raised; also of the builtin class of the same name
└─ StudentGone         the student's kernel took too long, or died
"""

from __future__ import annotations

import base64
import builtins
import io
import operator
import secrets
import sys
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, ClassVar

import cloudpickle

from seqgraph_grader.judging import wire

#: How a question is put to the student's kernel: text in, text out.
Ask = Callable[[str], str]


class StudentError(BaseException):
    """Raised by the student's code; ``where`` is the student's own line, if it is known."""

    where: str = ""
    traceback: str = ""
    _message: str = ""

    def __str__(self) -> str:
        return self._message


class StudentGone(StudentError, Exception):
    """The student's kernel took too long or died."""


class Link:
    """The way to the student's kernel."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self.dropped: list[int] = []

    def run(self, function: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None) -> Any:
        """Run ``function(*args, **kwargs)`` in the student's kernel; a string names a variable there.

        Raises
        ------
        StudentError
            What the student's code raised, or that no proper answer came back.
        """
        nonce = secrets.token_hex(8)
        buffer = io.BytesIO()
        pickler = _Pickler(buffer)
        pickler.dump(nonce)
        pickler.dump([self.dropped.pop() for _ in range(len(self.dropped))])
        pickler.dump((function, args, kwargs or {}))
        text = self._ask(base64.b64encode(buffer.getvalue()).decode())
        try:
            reply = wire.parse(text)
            if reply["nonce"] != nonce:
                raise wire.BadReply("the answer belongs to another question")
            if "error" in reply:
                raise _error(reply["error"])
            return wire.decode(reply["value"], lambda number, name, mro: Remote(self, number, name, mro))
        except wire.BadReply as error:
            raise _make(TypeError, "TypeError", str(error)) from None


class _Pickler(cloudpickle.Pickler):
    """cloudpickle, with the student's own objects named by their handles."""

    def persistent_id(self, value: Any) -> int | None:
        return object.__getattribute__(value, "_number") if issubclass(type(value), Remote) else None


class Remote:
    """An object that stays in the student's kernel. It can be called, asked for attributes and items, iterated over."""

    __slots__ = ("__weakref__", "_link", "_mro", "_name", "_number")

    #: Operators that make no sense from afar.
    _REFUSED: ClassVar = [
        "eq",
        "ne",
        "lt",
        "le",
        "gt",
        "ge",
        "add",
        "sub",
        "mul",
        "matmul",
        "truediv",
        "floordiv",
        "mod",
        "pow",
        "and",
        "or",
        "xor",
        "neg",
        "pos",
        "abs",
        "radd",
        "rsub",
        "rmul",
        "rmatmul",
        "rtruediv",
        "float",
        "int",
        "index",
        "complex",
        "hash",
        "array",
        "bytes",
        "contains",
    ]

    def __init__(self, link: Link, number: int, name: str, mro: list[str]) -> None:
        self._link = link
        self._number = number
        self._name = name
        self._mro = mro

    def __in_student_kernel__(self, probe: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        return self._link.run(probe, args, kwargs)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._link.run(self, args, kwargs)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name in Remote.__slots__:
            raise AttributeError(name)
        return self._link.run(getattr, (self, name))

    def __setattr__(self, name: str, value: Any) -> None:
        if name in Remote.__slots__:
            object.__setattr__(self, name, value)
        else:
            self._link.run(setattr, (self, name, value))

    def __getitem__(self, key: Any) -> Any:
        return self._link.run(operator.getitem, (self, key))

    def __setitem__(self, key: Any, value: Any) -> None:
        self._link.run(operator.setitem, (self, key, value))

    def __len__(self) -> int:
        size = self._link.run(len, (self,))
        return size if isinstance(size, int) and 0 <= size < sys.maxsize else 0

    def __bool__(self) -> bool:
        return self._link.run(bool, (self,)) is True

    def __iter__(self) -> Iterator[Any]:
        items = self._link.run(list, (self,))
        if not isinstance(items, list):
            raise _make(TypeError, "TypeError", f"an object of type {self._name} can't be iterated over")
        return iter(items)

    def __repr__(self) -> str:
        return f"<the student's {self._name}>"

    def __del__(self) -> None:
        self._link.dropped.append(self._number)

    @property
    def __class__(self) -> type:
        # isinstance() believes this. Data never comes this way, so no class of data may be claimed.
        return _module_class(tuple(self._mro)) or Remote

    @__class__.setter
    def __class__(self, value: type) -> None:
        raise TypeError("the class of a student's object can't be set")


def _refuse(name: str) -> Callable[..., Any]:
    def refuse(self: Remote, *_: Any) -> Any:
        raise _make(
            TypeError,
            "TypeError",
            f"a plain value was expected, an object of type {object.__getattribute__(self, '_name')} came back "
            f"(to the author: {name} does not work on the learner's objects; fetch plain values with a probe)",
        )

    return refuse


for _name in Remote._REFUSED:
    setattr(Remote, f"__{_name}__", _refuse(f"__{_name}__"))


@cache
def _module_class(mro: tuple[str, ...]) -> type | None:
    """The trusted class of torch modules that the student's object claims to be, if there is one."""
    torch = sys.modules.get("torch")
    if torch is None:
        return None
    for name in mro:
        module, _, qualname = name.rpartition(".")
        found = getattr(sys.modules.get(module), qualname, None) if module.startswith("torch.") else None
        if isinstance(found, type) and issubclass(found, torch.nn.Module):
            return found
    return None


def _error(described: Any) -> StudentError:
    if not isinstance(described, dict):
        raise wire.BadReply("what came back is no answer")
    mro = described.get("mro")
    names = [name for name in mro if isinstance(name, str)] if isinstance(mro, list) else []
    found = (getattr(builtins, name, None) for name in names)
    base = next((one for one in found if isinstance(one, type) and issubclass(one, BaseException)), Exception)
    error = _make(
        base, _string(described.get("type"), 100) or "Exception", _string(described.get("message"), 2000)
    )
    error.where = _string(described.get("where"), 300)
    error.traceback = _string(described.get("traceback"), 4000)
    if isinstance(error, NameError):
        error.name = _string(described.get("name"), 200) or None
    if error.traceback:
        error.add_note(error.traceback)
    return error


def _make(base: type[BaseException], name: str, message: str) -> StudentError:
    """An exception of the builtin class ``base`` that says ``message`` and was raised by student code."""
    if base in (BaseException, GeneratorExit, BaseExceptionGroup, ExceptionGroup):
        base = Exception
    kind = type(name, (StudentError, base), {"__module__": "student"})
    error: StudentError = base.__new__(kind)
    error.args = (message,)
    error._message = message
    return error


def gone(message: str) -> StudentError:
    """The error of a kernel that took too long or died."""
    error = StudentGone(message)
    error._message = message
    return error


def _string(value: Any, longest: int) -> str:
    return value[:longest] if isinstance(value, str) else ""
