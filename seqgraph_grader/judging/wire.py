"""Typed plain data from the student's kernel, decoded without trust: a value, or :class:`BadReply`, never anything else."""

from __future__ import annotations

import base64
import json
import math
import sys
from collections.abc import Callable
from typing import Any, NoReturn

import numpy as np

#: Bounds of one reply: characters, values, depth.
LONGEST, MOST, DEEPEST = 64_000_000, 1_000_000, 66

_DTYPES = {
    "bool",
    *(f"{sign}int{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64)),
    "float16",
    "float32",
    "float64",
    "complex64",
    "complex128",
}


class BadReply(Exception):
    """What came back is no answer: malformed, too large, of the wrong kind."""


def parse(text: object) -> dict[str, Any]:
    """A reply's outer form: an object with a ``nonce`` and a ``value`` or an ``error``.

    Raises
    ------
    BadReply
    """
    if not isinstance(text, str) or len(text) > LONGEST:
        raise BadReply("no answer of a size that can be graded came back")
    try:
        reply = json.loads(text)
    except (ValueError, RecursionError):
        raise BadReply("what came back is no answer") from None
    if not isinstance(reply, dict) or "nonce" not in reply or not ({"value", "error"} & set(reply)):
        raise BadReply("what came back is no answer")
    return reply


def decode(value: Any, handle: Callable[[int, str, list[str]], Any]) -> Any:
    """The value that typed JSON stands for; ``handle`` makes an object for what stays in the kernel.

    Raises
    ------
    BadReply
    """
    try:
        return _decode(value, handle, 0, [MOST])
    except BadReply:
        raise
    except (
        ValueError,
        TypeError,
        OverflowError,
        RecursionError,
        MemoryError,
        AttributeError,
        KeyError,
    ) as error:
        raise BadReply(f"what came back can't be read ({type(error).__name__})") from None


def _decode(value: Any, handle: Callable[[int, str, list[str]], Any], depth: int, left: list[int]) -> Any:
    left[0] -= 1
    if left[0] < 0 or depth > DEEPEST:
        raise BadReply("what came back is too large or nested too deeply")
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value

    def each(items: Any) -> list[Any]:
        return [_decode(one, handle, depth + 1, left) for one in _list(items)]

    if isinstance(value, list):
        return each(value)
    if not isinstance(value, dict) or len(value) != 1:
        _bad()
    ((tag, body),) = value.items()
    match tag:
        case "i":
            return int(_text(body, 4300))
        case "f":
            number = float(_text(body, 10))
            return number if not math.isfinite(number) else _bad()
        case "c":
            real, imaginary = _list(body)
            return complex(float(_text(real, 40)), float(_text(imaginary, 40)))
        case "b":
            return _bytes(body)
        case "t":
            return tuple(each(body))
        case "s":
            return set(each(body))
        case "d":
            pairs = [each(pair) for pair in _list(body)]
            return dict(pair if len(pair) == 2 else _bad() for pair in pairs)
        case "a":
            return _array(body)
        case "n":
            array = _array(body)
            return array[()] if array.shape == () else _bad()
        case "T":
            return _tensor(body)
        case "m":
            return _module(_text(body, 200))
        case "h":
            number, name, mro = _list(body)
            if type(number) is not int or not 0 <= number < 2**53:
                _bad()
            return handle(number, _text(name, 200), [_text(one, 400) for one in _list(mro)[:50]])
    _bad()


def _array(body: Any) -> np.ndarray:
    name, shape, data = _list(body)
    if _text(name, 20) not in _DTYPES:
        _bad()
    dtype = np.dtype(name)
    raw, sizes = _bytes(data), _shape(shape)
    if len(raw) != math.prod(sizes) * dtype.itemsize:
        _bad()
    return np.frombuffer(raw, dtype=dtype).reshape(sizes).copy()


def _tensor(body: Any) -> Any:
    import torch

    name, shape, data = _list(body)
    dtype = getattr(torch, name, None) if _text(name, 20) in {*_DTYPES, "bfloat16"} else None
    if not isinstance(dtype, torch.dtype):
        _bad()
    raw, sizes = _bytes(data), _shape(shape)
    if len(raw) != math.prod(sizes) * dtype.itemsize:
        _bad()
    if not raw:
        return torch.empty(sizes, dtype=dtype)
    return torch.frombuffer(bytearray(raw), dtype=dtype).reshape(sizes)


def _module(name: str) -> Any:
    """The judge's own module of that name: the student's word is taken for the name alone."""
    found = sys.modules.get(name)
    if found is None:
        raise BadReply(f"the module {name} is not known to the judge: import it in a locked cell")
    return found


def _shape(value: Any) -> tuple[int, ...]:
    sizes = _list(value)
    if len(sizes) > 32 or any(type(size) is not int or not 0 <= size <= LONGEST for size in sizes):
        _bad()
    return tuple(sizes)


def _bytes(value: Any) -> bytes:
    return base64.b64decode(_text(value, LONGEST), validate=True)


def _text(value: Any, longest: int) -> str:
    if not isinstance(value, str) or len(value) > longest:
        _bad()
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        _bad()
    return value


def _bad() -> NoReturn:
    raise BadReply("what came back can't be read")
