"""Warm kernels for jupyter_client: a kernel is a fork of a template that has imported everything already.

:class:`WarmProvisioner` is the extension point that jupyter_client offers (entry point ``seqgraph-warm``): with it, nbclient, JupyterLab
and nbgrader use warm kernels unchanged. :class:`WarmKernelManager` and :class:`WarmClient` save the waiting besides.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import os
import socket
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from queue import Empty
from typing import Any, cast

import zmq.asyncio
from jupyter_client import AsyncKernelManager
from jupyter_client.asynchronous import AsyncKernelClient
from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import KernelProvisionerBase
from traitlets import Dict, Enum, Instance, List, Type, Unicode, default

from seqgraph_grader.kernels.fork import Child, GraderFault, Template
from seqgraph_grader.kernels.kernel import PRELOAD
from seqgraph_grader.model import Level, Limits
from seqgraph_grader.sandbox import best_level

_START_SECONDS = 30
_PORTS = {
    f"{name}_port": number for number, name in enumerate(("shell", "iopub", "stdin", "control", "hb"), 1)
}
_here = threading.local()


def template(preload: Sequence[str], level: Level) -> Template:
    """This thread's template for these modules, started if need be; there is one at a time."""
    key = (os.getpid(), tuple(preload), level)
    if getattr(_here, "key", None) != key or not _here.template.alive:
        close_template()
        atexit.register(close_template)
        _here.template, _here.key = Template([*PRELOAD, *preload], level), key
    return _here.template


def close_template() -> None:
    """End this thread's template, if there is one."""
    key, _here.key = getattr(_here, "key", None), None
    if key and key[0] == os.getpid():
        _here.template.close()


class WarmProvisioner(KernelProvisionerBase):
    """Forks kernels.

    In stock nbgrader and JupyterLab its traits are set in the configuration, e.g.
    ``c.WarmProvisioner.preload = ["torch"]``. The kernel sees a copy of the files in its working directory.
    """

    preload = List(Unicode(), help="Modules that the template imports.").tag(config=True)
    level = Enum(list(Level), help="How kernels are kept in check; default: the best there is.").tag(
        config=True
    )
    limits = Instance(Limits, args=())
    files = Dict(
        default_value=None,
        allow_none=True,
        help="What the working directory holds; default: copies of what is there.",
    )
    environment = Dict(help="Added to the kernel's environment; default: what nbgrader sets.")
    child: Child | None = None

    @default("level")
    def _best_level(self) -> Level:
        return best_level()

    @property
    def has_process(self) -> bool:
        return self.child is not None

    async def poll(self) -> int | None:
        return self.child.poll() if self.child else 0

    async def wait(self) -> int | None:
        while self.child and (status := self.child.poll()) is None:
            await readable(self.child.fileno(), 1)
        if self.child:
            self.child.release()
            self.child = None
            return status
        return 0

    async def send_signal(self, signum: int) -> None:
        if self.child:
            self.child.signal(signum)

    async def kill(self, restart: bool = False) -> None:
        if self.child:
            self.child.kill()
            await readable(self.child.fileno(), 5)

    async def terminate(self, restart: bool = False) -> None:
        await self.kill(restart)

    async def cleanup(self, restart: bool = False) -> None:
        if self.child:
            self.child.release()
            self.child = None

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        return await super().pre_launch(cmd=[], **kwargs)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork a kernel, and wait until its sockets are there.

        Raises
        ------
        GraderFault
            If it does not start.
        """
        assert self.parent is not None
        session = self.parent.session
        key = {"key": session.key.decode(), "signature_scheme": session.signature_scheme}
        told, starter = socket.socketpair()
        with told:
            self.child = template(self.preload, self.level).fork(
                "seqgraph_grader.kernels.kernel:main",
                self.limits,
                sockets=[starter],
                arguments=({"transport": "ipc", **_PORTS, **key},),
                files=files_in(Path(kwargs.get("cwd") or ".")) if self.files is None else self.files,
                environment=self.environment or _of_nbgrader(kwargs.get("env") or os.environ),
            )
            told.setblocking(False)
            await readable(told.fileno(), _START_SECONDS)
            with contextlib.suppress(BlockingIOError):
                answer = told.recv(1 << 16)
                if answer != b"ready":
                    last = answer.decode(errors="replace").strip().splitlines()[-1:]
                    raise GraderFault(f"the kernel did not start: {''.join(last) or self.child.wait(1)}")
                return self._connection(key)
        raise GraderFault(f"the kernel did not start within {_START_SECONDS} s")

    def _connection(self, key: dict[str, str]) -> KernelConnectionInfo:
        assert self.child and self.parent is not None
        where = {"transport": "ipc", "ip": f"{self.child.sockets}/k", "kernel_name": self.parent.kernel_name}
        info = {**where, **_PORTS, **key, "key": key["key"].encode()}
        self.connection_info = cast(KernelConnectionInfo, info)
        return self.connection_info


class WarmClient(AsyncKernelClient):
    """A client that knows its kernel to be ready, and takes no message too large to be honest."""

    max_message = 64_000_000  #: bytes; libzmq drops the connection beyond

    @default("context")
    def _limited_context(self) -> zmq.asyncio.Context:
        self._created_context = True
        context = zmq.asyncio.Context()
        context.setsockopt(zmq.MAXMSGSIZE, self.max_message)
        context.setsockopt(zmq.RECONNECT_IVL, 3_600_000)  # never; -1 would delay closing
        return context

    def start_channels(
        self,
        shell: bool = True,
        iopub: bool = True,
        stdin: bool = True,
        hb: bool = True,
        control: bool = True,
    ) -> None:
        """All channels but the heartbeat's, which takes a second to stop and tells less than a process's end."""
        super().start_channels(shell, iopub, stdin, hb=False, control=control)

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Wait until the kernel knows that we listen: its first message on iopub says so.

        Once in thousands of times the kernel does not notice by itself that somebody listens. Whatever it has to say then
        gets through, so after a second without a message it is asked something.
        """
        for _ in range(int(timeout or 60)):
            with contextlib.suppress(Empty):
                await self.get_iopub_msg(timeout=1)
                return
            self.kernel_info()
        raise GraderFault(f"the kernel said nothing in {timeout} s")


class WarmKernelManager(AsyncKernelManager):
    """Manages warm kernels, and waits for none of them."""

    client_class = "seqgraph_grader.kernels.WarmClient"
    client_factory = Type(klass=WarmClient, default_value=WarmClient)
    provisioner_options = Dict(help="Traits of :class:`WarmProvisioner`.")

    async def start_kernel(self, **kwargs: Any) -> None:  # type: ignore[override]
        """As ever, with a provisioner of ours whatever the kernelspec says."""
        if self.provisioner is None:
            options = {"parent": self, "kernel_spec": self.kernel_spec, **self.provisioner_options}
            self.provisioner = WarmProvisioner(**options)
        await super().start_kernel(**kwargs)


def files_in(folder: Path, most: int = 50_000_000) -> dict[str, bytes]:
    """Contents of the regular files of a folder, by relative path, links left out, ``most`` bytes together.

    Raises
    ------
    GraderFault
        If there is more.
    """
    paths = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    if sum(path.stat().st_size for path in paths) > most:
        raise GraderFault(f"{folder} holds more than {most / 1e6:g} MB: too much for a kernel's sandbox")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _of_nbgrader(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name.startswith(("NBGRADER_", "SEQGRAPH_"))}


async def readable(fd: int, timeout: float) -> None:
    """Wait until there is something to read, or the time is up."""
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.add_reader(fd, future.cancel)
    try:
        await asyncio.wait([future], timeout=timeout)
    finally:
        loop.remove_reader(fd)
