"""What answers the judge in the student's kernel: it runs a function there and describes the result as plain data.

Nothing depends on its honesty. Student code may read it, patch it, replace it: all that this achieves is another answer, and a
wrong answer is a wrong answer. It is sent as text with the first question, so it imports nothing of the grader.
"""

import base64 as _base64
import io as _io
import itertools as _itertools
import json as _json
import linecache as _linecache
import math as _math
import pickle as _pickle
import sys as _sys
import traceback as _traceback
import types as _types

_DEEPEST, _MOST, _LARGEST = 64, 1_000_000, 32_000_000


class _Unpickler(_pickle.Unpickler):
    def persistent_load(self, number):
        return handles[number]


handles: dict = {}
_numbers = _itertools.count()


class _Text:
    """A result that is sent as it is, without quotes."""

    def __init__(self, text):
        self.text = text

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/plain": self.text}

    def __repr__(self):
        return self.text


def serve(question, names):
    """Answer one question: base64 of a pickle of (nonce, function, args, kwargs, dropped)."""
    nonce = None
    try:
        unpickler = _Unpickler(_io.BytesIO(_base64.b64decode(question)))
        nonce = unpickler.load()
        for number in unpickler.load():
            handles.pop(number, None)
        function, args, kwargs = unpickler.load()
        if isinstance(function, str):
            if function not in names:
                raise NameError(function, name=function)
            value = names[function]
        else:
            value = function(*args, **kwargs)
        answer = {"nonce": nonce, "value": _encode(value, 0, [_MOST, _LARGEST])}
    except BaseException as error:
        answer = {"nonce": nonce, "error": _describe(error)}
    try:
        return _Text(_json.dumps(answer))
    except BaseException as error:
        return _Text(_json.dumps({"nonce": nonce, "error": _describe(error)}))


def _describe(error):
    frames = [frame for frame in _traceback.extract_tb(error.__traceback__) if "ipykernel_" in frame.filename]
    where = ""
    if frames:
        where = (frames[-1].line or _linecache.getline(frames[-1].filename, frames[-1].lineno or 0)).strip()
    text = "".join(_traceback.format_exception(type(error), error, error.__traceback__))
    return {
        "type": type(error).__name__,
        "mro": [one.__name__ for one in type(error).__mro__],
        "message": str(error)[:2000],
        "name": getattr(error, "name", None) if isinstance(error, NameError) else None,
        "where": where[:300],
        "traceback": text[-4000:],
    }


def _encode(value, depth, left):
    """Typed JSON: plain data by value, anything else by handle."""
    left[0] -= 1
    if left[0] < 0 or depth > _DEEPEST:
        raise OverflowError("the result is too large or nested too deeply to be graded")
    kind = type(value)
    if value is None or kind is bool:
        return value
    if kind is str:
        return _sized(value, len(value), left)
    if kind is int:
        return value if -(2**53) < value < 2**53 else {"i": str(value)}
    if kind is float:
        return value if _math.isfinite(value) else {"f": repr(value)}
    if kind is complex:
        return {"c": [repr(value.real), repr(value.imag)]}
    if kind is bytes:
        return {"b": _sized(_base64.b64encode(value).decode(), len(value), left)}
    if kind is list:
        return [_encode(one, depth + 1, left) for one in value]
    if kind is tuple or (isinstance(value, tuple) and kind.__module__ in ("torch", "torch.return_types")):
        return {"t": [_encode(one, depth + 1, left) for one in value]}
    if kind in (set, frozenset):
        return {"s": [_encode(one, depth + 1, left) for one in value]}
    if kind is dict or (kind.__module__ == "collections" and kind.__name__ in ("OrderedDict", "defaultdict")):
        pairs = dict.items(value)
        return {"d": [[_encode(key, depth + 1, left), _encode(one, depth + 1, left)] for key, one in pairs]}
    if kind in (
        _types.GeneratorType,
        map,
        filter,
        zip,
        range,
        type({}.keys()),
        type({}.values()),
        type({}.items()),
    ):
        items = []
        for one in value:
            items.append(_encode(one, depth + 1, left))
        return items
    if kind is _types.ModuleType:
        return {"m": value.__name__}
    numpy = _sys.modules.get("numpy")
    if numpy and isinstance(value, (numpy.ndarray, numpy.generic)):
        if kind not in (numpy.ndarray, numpy.matrix) and not issubclass(kind, numpy.generic):
            raise TypeError(f"a plain array was expected, not an object of the array type {kind.__name__}")
        array = numpy.ascontiguousarray(value)
        if array.dtype.kind not in "biufc":
            return _encode(array.tolist(), depth + 1, left)
        data = _sized(_base64.b64encode(array.tobytes()).decode(), array.nbytes, left)
        name = "n" if issubclass(kind, numpy.generic) else "a"
        return {name: [array.dtype.newbyteorder("=").name, list(numpy.shape(value)), data]}
    torch = _sys.modules.get("torch")
    if torch and isinstance(value, torch.Tensor):
        if kind not in (torch.Tensor, torch.nn.Parameter):
            raise TypeError(f"a plain tensor was expected, not an object of the tensor type {kind.__name__}")
        tensor = value.detach().cpu().contiguous()
        raw = tensor.reshape(-1).view(torch.uint8).numpy().tobytes() if tensor.numel() else b""
        data = _sized(_base64.b64encode(raw).decode(), len(raw), left)
        return {"T": [str(tensor.dtype).removeprefix("torch."), list(tensor.shape), data]}
    number = next(_numbers)
    handles[number] = value
    mro = [f"{one.__module__}.{one.__qualname__}" for one in kind.__mro__]
    return {"h": [number, kind.__name__, mro[:50]]}


def _sized(text, size, left):
    left[1] -= size
    if left[1] < 0:
        raise OverflowError("the result is too large to be graded")
    return text
