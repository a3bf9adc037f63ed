"""The worker's end of the judge: start it, hand it grade cells, carry its questions to the student's kernel."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import json
import socket
import struct
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from seqgraph_grader.judging import courier
from seqgraph_grader.kernels import Child, GraderFault, StudentStopped, Template
from seqgraph_grader.model import Limits

#: Runs an expression in the student's kernel: (code, user_expressions, timeout) -> content of the reply.
Ask = Callable[[str, dict[str, str], float], Awaitable[dict[str, Any]]]

_MODULE = "_seqgraph_courier"
_INSTALL = f"""
def _seqgraph_install(source):
    import sys, types
    module = types.ModuleType({_MODULE!r})
    exec(compile(source, "<courier>", "exec"), module.__dict__)
    sys.modules[{_MODULE!r}] = module
_seqgraph_install({inspect.getsource(courier)!r})
del _seqgraph_install
"""
#: All student calls of one grade cell together may take this many times what one may.
_CELL_CALLS = 2.0


@dataclass
class JudgedCell:
    """What a grade cell came to: outputs as in a notebook, a fault of its author, what stopped student code."""

    outputs: list[dict[str, Any]]
    fault: str = ""
    stopped: list[str] = field(default_factory=list)
    calls: int = 0


class JudgeSession:
    """One judge process, for the grade cells of one notebook.

    Parameters
    ----------
    template : Template
        What the judge is forked from.
    limits : Limits
        ``cell_seconds`` bounds one call into student code, and the judge's own work between two calls.
    locked : list of str
        Sources of the course's locked cells that are no grade cells, in order.
    seed : int
        The secret seed, set in the judge's environment and nowhere else.
    """

    def __init__(self, template: Template, limits: Limits, locked: list[str], seed: int) -> None:
        self._limits = limits
        self._socket, theirs = socket.socketpair()
        self._socket.setblocking(False)
        self._child: Child = template.fork(
            "seqgraph_grader.judging.process:main",
            limits,
            sockets=[theirs],
            arguments=[locked],
            environment={"SEQGRAPH_SEED": str(seed)},
        )

    def close(self) -> None:
        """End the judge."""
        self._socket.close()
        self._child.release()

    async def run_cell(self, source: str, ask: Ask) -> JudgedCell:
        """Run one grade cell.

        Raises
        ------
        GraderFault
            If the judge itself fails.
        """
        cell = JudgedCell([])
        left = _CELL_CALLS * self._limits.cell_seconds
        await self._send({"cell": source})
        while True:
            message = await self._receive()
            if "done" in message:
                cell.outputs, cell.fault = message["done"]["outputs"], message["done"]["fault"]
                return cell
            cell.calls += 1
            start = time.monotonic()
            try:
                reply = await self._question(
                    message["ask"], ask, max(1.0, min(left, self._limits.cell_seconds))
                )
            except StudentStopped as error:
                cell.stopped.append(str(error))
                reply = {"gone": str(error)}
            left -= time.monotonic() - start
            await self._send(reply)

    async def _question(self, question: str, ask: Ask, timeout: float) -> dict[str, Any]:
        """One round trip; the courier is sent along where it is not known."""
        expression = f"__import__('sys').modules[{_MODULE!r}].serve({question!r}, globals())"
        for code in ("", _INSTALL):
            content = await ask(code, {"answer": expression}, timeout)
            result = content.get("user_expressions", {}).get("answer", {})
            if isinstance(result, dict) and result.get("status") == "ok":
                data = result.get("data")
                return {"text": data.get("text/plain") if isinstance(data, dict) else None}
        return {"text": None}

    async def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps(message).encode()
        try:
            await asyncio.get_running_loop().sock_sendall(self._socket, struct.pack("!Q", len(data)) + data)
        except OSError as error:
            raise self._fault() from error

    async def _receive(self) -> dict[str, Any]:
        (size,) = struct.unpack("!Q", await self._read(8))
        return json.loads(await self._read(size))

    async def _read(self, size: int) -> bytes:
        loop = asyncio.get_running_loop()
        data = bytearray()
        while len(data) < size:
            try:
                wait = loop.sock_recv(self._socket, min(1 << 20, size - len(data)))
                part = await asyncio.wait_for(wait, self._limits.cell_seconds)
            except (OSError, TimeoutError) as error:
                raise self._fault() from error
            if not part:
                raise self._fault()
            data += part
        return bytes(data)

    def _fault(self) -> GraderFault:
        why = ""
        with contextlib.suppress(GraderFault):
            status = self._child.wait(1)
            why = f"ended with status {status}" if status is not None else "does not answer"
        return GraderFault(f"the judge {why or 'failed'}: is there an endless loop in a grade cell?")
