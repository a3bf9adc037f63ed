"""Keep student code in its place.

Two layers. A *template* process is started inside bubblewrap (:func:`command`): own namespaces, no network, a cleared
environment, and of the host's files only what Python needs, read-only. Each process forked from it then goes one step
further (:func:`enter` and :func:`furnish`): a user namespace of its own with fresh PID, mount, IPC and network namespaces,
its own sized tmpfs wherever it may write, and not one capability left (:func:`confine`). So forks of one template
cannot see each other, and nothing of one is there when the next begins.

Nothing of the host is writable. The sockets of a fork lie on a tmpfs of its own, which the grader reaches through
``/proc/<pid>/root``; symbolic links are not followed there.

:func:`best_level` says what a machine can do by doing it once.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import json
import os
import resource
import shutil
import signal
import site
import socket
import struct
import sys
from functools import cache
from importlib.metadata import distributions
from importlib.util import find_spec
from pathlib import Path

from seqgraph_grader.model import Level, Limits

#: Where a fork lives, inside the sandbox.
HOME = "/home/student"
#: Where its sockets are.
SOCKETS = "/run/seqgraph"

_UID = 1000  #: who student code is, inside
#: Who student code is outside, when the grader is the superuser.
NOBODY = 65534
_MEGABYTE = 1_000_000
_THREADS = 256  #: RLIMIT_NPROC counts threads too; a kernel has about ten

# <sched.h>, <sys/mount.h>, <sys/prctl.h>
_NEW_NAMESPACES = 0x10000000 | 0x00020000 | 0x20000000 | 0x08000000 | 0x40000000 | 0x04000000
_MS_RDONLY, _MS_REMOUNT, _MS_BIND, _MS_MOVE = 1, 32, 4096, 8192
_MS_NOSUID, _MS_NODEV, _MS_NOEXEC, _MS_NOSYMFOLLOW, _MS_REC, _MS_PRIVATE = 2, 4, 8, 256, 1 << 14, 1 << 18
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_SECCOMP, _PR_CAPBSET_DROP = 1, 4, 22, 24
_PR_SET_CHILD_SUBREAPER, _PR_SET_NO_NEW_PRIVS, _PR_CAP_AMBIENT = 36, 38, 47

_SECCOMP_ALLOW, _SECCOMP_NOT_IMPLEMENTED = 0x7FFF0000, 0x00050000 | errno.ENOSYS
#: By machine: its number in <linux/audit.h>, then the numbers of shmget, memfd_create, memfd_secret, io_uring_setup, userfaultfd, bpf,
#: perf_event_open, add_key, request_key, keyctl, kexec_load, mount, ptrace, process_vm_readv, process_vm_writev.
_REFUSED = {
    "x86_64": (0xC000003E, 29, 319, 447, 425, 323, 321, 298, 248, 249, 250, 246, 165, 101, 310, 311),
    "aarch64": (0xC00000B7, 194, 279, 447, 425, 282, 280, 241, 217, 218, 219, 104, 40, 117, 270, 271),
}

_libc = ctypes.CDLL(None, use_errno=True)


def environment(home: str) -> dict[str, str]:
    """All that the environment of a template holds: one thread each, no display, figures inline.

    Freed memory is kept for the next array, up to a bound, as fresh pages cost time (mallopt(3)).
    """
    threads = ("OMP", "MKL", "OPENBLAS", "NUMEXPR")
    return {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "HOME": home,
        "USER": "student",
        "LOGNAME": "student",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONNOUSERSITE": "" if site.ENABLE_USER_SITE else "1",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "MPLCONFIGDIR": f"{home}/.matplotlib",
        "IPYTHONDIR": f"{home}/.ipython",
        "JUPYTER_RUNTIME_DIR": SOCKETS if home == HOME else home,
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        "MALLOC_MMAP_THRESHOLD_": str(32 << 20),
        "MALLOC_TRIM_THRESHOLD_": str(256 << 20),
    } | {f"{name}_NUM_THREADS": "1" for name in threads}


def command(argv: list[str], level: Level) -> list[str]:
    """``argv`` as it is started at this level: itself, or inside bubblewrap.

    The superuser's is wrapped twice: only the outer one needs the superuser, to reach an interpreter in a closed home; the inner
    one, and so student code, belongs to nobody.
    """
    if level is not Level.ISOLATED:
        return argv
    bwrap = shutil.which("bwrap") or "bwrap"
    setting = [word for item in environment(HOME).items() for word in ("--setenv", *item)]
    inner = [
        *(bwrap, "--unshare-all", "--die-with-parent", "--new-session", "--clearenv", *setting),
        *("--uid", str(_UID), "--gid", str(_UID), "--hostname", "sandbox", "--tmpfs", "/tmp", *_readable()),
        *("--proc", "/proc", "--dev", "/dev", "--tmpfs", HOME, "--tmpfs", SOCKETS),
        *("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", HOME, "--", *argv),
    ]
    return as_nobody(inner) if os.getuid() == 0 else inner


def as_nobody(argv: list[str]) -> list[str]:
    """For the superuser: ``argv`` without any rights, but with the interpreter in reach, wherever it lies."""
    become = (
        "import os, sys; os.setgroups([]); "
        f"os.setresgid(*[{NOBODY}] * 3); os.setresuid(*[{NOBODY}] * 3); os.execvp(sys.argv[1], sys.argv[1:])"
    )
    return [
        *(shutil.which("bwrap") or "bwrap", "--die-with-parent", "--perms", "1777", "--tmpfs", "/tmp"),
        *(*_readable(), "--dev-bind", "/dev", "/dev", "--bind", "/proc", "/proc"),
        *("--", sys.executable, "-ISc"),
        *(become, *argv),
    ]


def _readable() -> list[str]:
    """Arguments that mount the system's programs, the interpreter, its packages: nothing of a course."""
    words: list[str] = []
    for path in ("/bin", "/sbin", "/lib", "/lib32", "/lib64"):
        if Path(path).is_symlink():
            words += ["--symlink", str(Path(path).readlink()), path]
        else:
            words += ["--ro-bind-try", path, path]
    folders = ["/usr", "/etc/alternatives", "/etc/ld.so.cache", "/etc/fonts", "/etc/localtime", "/nix/store"]
    folders += [sys.base_prefix, os.path.realpath(sys.base_prefix), sys.prefix, sys.exec_prefix]
    if site.ENABLE_USER_SITE:
        folders.append(site.getusersitepackages())
    for path in dict.fromkeys([*folders, *_editable_packages()]):
        for parent in reversed(Path(path).parents[:-1]):
            words += ["--perms", "0755", "--dir", str(parent)]  # bubblewrap's own would be closed
        words += ["--ro-bind-try", path, path]
    return words


@cache
def _editable_packages() -> tuple[str, ...]:
    """Folders of packages installed in place: the packages alone, not the repository around them."""
    found: list[str] = []
    for distribution in distributions():
        origin = json.loads(distribution.read_text("direct_url.json") or "{}")
        if origin.get("dir_info", {}).get("editable"):
            for name in (distribution.read_text("top_level.txt") or "").split():
                with contextlib.suppress(ImportError, ValueError):
                    spec = find_spec(name)
                    found += list(spec.submodule_search_locations or []) if spec else []
    return tuple(found)


# -- inside, once per fork -----------------------------------------------------------------


def enter() -> None:
    """Leave the template's namespaces; the next fork is process 1 of the new ones.

    Raises
    ------
    OSError
        If this machine does not allow it.
    """
    uid, gid = os.getuid(), os.getgid()
    _call(_libc.unshare, _NEW_NAMESPACES)
    for name, text in (("setgroups", "deny"), ("uid_map", f"{uid} {uid} 1"), ("gid_map", f"{gid} {gid} 1")):
        Path("/proc/self", name).write_text(text)


def furnish(disk_mb: int) -> None:
    """As process 1: own /proc, empty places to write, each of ``disk_mb``, and a loopback device."""
    _mount("none", "/", "", _MS_REC | _MS_PRIVATE)
    _mount("proc", "/proc", "proc", _MS_NOSUID | _MS_NODEV | _MS_NOEXEC)
    room = f"mode=700,size={disk_mb * _MEGABYTE},nr_inodes={max(1000, disk_mb * 100)}"
    for place in (HOME, "/dev/shm"):
        _mount("tmpfs", place, "tmpfs", _MS_NOSUID | _MS_NODEV, room)
    # What lies in /tmp is a Python below it (a checkout made there). It steps aside while /tmp is covered.
    aside = {path: Path(HOME, f"aside-{path.name}") for path in Path("/tmp").iterdir()}
    for path, stage in aside.items():
        stage.mkdir()
        _mount(str(path), str(stage), "", _MS_BIND | _MS_REC)
        closed = _MS_REMOUNT | _MS_BIND | _MS_RDONLY | _MS_NOSUID | _MS_NODEV
        _mount("none", str(stage), "", closed)
    _mount("tmpfs", "/tmp", "tmpfs", _MS_NOSUID | _MS_NODEV, room)
    for path, stage in aside.items():
        path.mkdir()
        _mount(str(stage), str(path), "", _MS_MOVE)
        stage.rmdir()
    few = "mode=700,size=1m,nr_inodes=100"
    _mount("tmpfs", SOCKETS, "tmpfs", _MS_NOSUID | _MS_NODEV | _MS_NOEXEC | _MS_NOSYMFOLLOW, few)
    Path("/proc/sys/user/max_user_namespaces").write_text("0")  # no namespaces within namespaces
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as link:
        fcntl.ioctl(link, 0x8914, struct.pack("16sh22x", b"lo", 0x1 | 0x40))  # SIOCSIFFLAGS: up, running


def confine(limits: Limits, level: Level) -> None:
    """Give up every capability, and bound what one process may take."""
    if level is Level.ISOLATED:
        for capability in range(64):
            _libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0)
        _libc.prctl(_PR_CAP_AMBIENT, 4, 0, 0, 0)  # PR_CAP_AMBIENT_CLEAR_ALL
        none = struct.pack("6I", 0, 0, 0, 0, 0, 0)
        _call(_libc.capset, struct.pack("Ii", 0x20080522, 0), none)
    _call(_libc.prctl, _PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if level is Level.ISOLATED:
        _refuse_system_calls()
        _limit(resource.RLIMIT_NPROC, limits.processes + _THREADS)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, limits.disk_mb * _MEGABYTE)
    _limit(resource.RLIMIT_NOFILE, 1024)
    _limit(resource.RLIMIT_CPU, int(limits.cpu_seconds) + 10)
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("800")  # if the host runs short, let it be this one
    # The watchdog measures what is used; this is for who takes it faster than it looks.
    taken = int(_status("VmData:")) * 1024
    _limit(resource.RLIMIT_DATA, taken + (2 * limits.memory_mb + 1000) * _MEGABYTE)


def _refuse_system_calls() -> None:
    """A seccomp filter that answers "not implemented" to what no notebook needs.

    Memory that no limit here would count, and the corners of the kernel that break-outs come from.
    """
    machine = os.uname().machine
    if machine not in _REFUSED:
        return
    architecture, *refused = _REFUSED[machine]
    load, jump_if, jump_from, answer = 0x20, 0x15, 0x35, 0x06
    code = [(load, 0, 0, 4), (jump_if, 1, 0, architecture), (answer, 0, 0, _SECCOMP_NOT_IMPLEMENTED)]
    code += [(load, 0, 0, 0), (jump_from, 0, 1, 1 << 30), (answer, 0, 0, _SECCOMP_NOT_IMPLEMENTED)]
    for number in refused:
        code += [(jump_if, 0, 1, number), (answer, 0, 0, _SECCOMP_NOT_IMPLEMENTED)]
    code.append((answer, 0, 0, _SECCOMP_ALLOW))
    text = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *one) for one in code))
    program = struct.pack("HxxxxxxP", len(code), ctypes.addressof(text))
    _call(_libc.prctl, _PR_SET_SECCOMP, 2, program, 0, 0)  # SECCOMP_MODE_FILTER


def hide() -> None:
    """Make this process untraceable, and its memory unreadable, for others of the same user."""
    _call(_libc.prctl, _PR_SET_DUMPABLE, 0, 0, 0, 0)


def adopt_orphans() -> None:
    """Become the parent of every descendant whose own parent ends."""
    _call(_libc.prctl, _PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def die_with_parent(number: int = signal.SIGKILL) -> None:
    """Receive a signal when the parent ends, however it ends."""
    _call(_libc.prctl, _PR_SET_PDEATHSIG, int(number), 0, 0, 0)


def _status(field: str) -> str:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(field):
            return line.split()[1]
    return "0"


def _limit(what: int, amount: int) -> None:
    hard = resource.getrlimit(what)[1]
    amount = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
    resource.setrlimit(what, (amount, amount))


def _mount(source: str, target: str, kind: str, flags: int, options: str = "") -> None:
    _call(_libc.mount, source.encode(), target.encode(), kind.encode(), flags, options.encode())


def _call(function: ctypes._NamedFuncPointer, *args: object) -> None:
    if function(*args) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{function.__name__}: {os.strerror(number)}")


# -- what this machine can do --------------------------------------------------------------


@cache
def best_level() -> Level:
    """The level that works here, found by starting something once."""
    return Level.LIMITS_ONLY if why_not_isolated() else Level.ISOLATED


@cache
def why_not_isolated() -> str:
    """What keeps this machine from isolating, in one line; empty if nothing does."""
    if not sys.platform.startswith("linux"):
        return "only Linux has the namespaces that isolation is made of"
    if not shutil.which("bwrap"):
        return "bubblewrap (bwrap) is not installed"
    from seqgraph_grader.kernels.fork import GraderFault, Template

    try:
        with (
            Template((), Level.ISOLATED) as template,
            template.fork("os:_exit", Limits(), arguments=(0,)) as child,
        ):
            status = child.wait(20)
    except GraderFault as error:
        return str(error)
    return "" if status == 0 else f"a sandboxed process ended with status {status}"
