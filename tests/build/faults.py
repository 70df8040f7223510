"""A build as a process of its own, in which one step that touches the disk fails or is the last.

``python -m tests.build.faults CALL N FAULT build ...`` runs the command line with a fault in the n-th call of
``os.rename``, ``os.fsync`` and so on; FAULT is ``kill`` or the name of an error. It is the main process that is at
fault: workers import this module under another name.
"""

from __future__ import annotations

import errno
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

from kvgraph import store
from kvgraph.cli import main

ROOT = Path(__file__).resolve().parents[2]
WHOLE = {"graph.index.tsv", "graph.nq.gz", "graph.ttl", "manifest.json", "network", "store", "void.ttl"}
"""What stands in an output folder without validation, but for what is hidden."""


def start(*command: str, mark: str | None = None, **settings: Any) -> subprocess.Popen[bytes]:
    """Start Python with a command; all processes that come of it bear the mark."""
    environment = {**os.environ, "KVGRAPH_MARK": mark or uuid4().hex, **settings.pop("env", {})}
    return subprocess.Popen(
        [sys.executable, "-m", *command], env=environment, stderr=subprocess.PIPE, start_new_session=True, **settings
    )


def with_fault(call: str, number: int, fault: str, *arguments: str, mark: str | None = None) -> tuple[int, str]:
    """Run the command line with a fault; return its exit code and what it said."""
    with start("tests.build.faults", call, str(number), fault, *arguments, mark=mark, cwd=ROOT) as process:
        _, said = process.communicate(timeout=120)
    return process.returncode, said.decode()


def wait_for_the_end(mark: str) -> None:
    """Wait until no process bears the mark; raises AssertionError when some go on."""
    deadline = time.monotonic() + 20
    while found := _alive(mark):
        assert time.monotonic() < deadline, f"outlive the build: {found}"
        time.sleep(0.05)


def _alive(mark: str) -> list[str]:
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):  # gone meanwhile, or another user's; of a zombie it is empty
            found += [path.parent.name] if f"KVGRAPH_MARK={mark}\0".encode() in path.read_bytes() else []
    return found


def published(output: Path) -> dict[str, str]:
    """Return the digest of each published file; of the store that of what it holds."""
    files = (path for path in output.rglob("*") if path.is_file())
    named = {path.relative_to(output).as_posix(): path for path in files}
    digests = {
        name: sha256(path.read_bytes()).hexdigest()
        for name, path in named.items()
        if not name.startswith((".readings", "store/"))
    }
    if (output / "store").exists():
        held = b"".join(store.lines(store.open_read_only(output / "store")))
        digests["store"] = sha256(held).hexdigest()
        digests["stamp"] = store.stamp_of(output / "store") or ""
    return digests


class _Fault:
    def __init__(self, number: int, fault: str) -> None:
        self.left, self.fault = number, fault

    def strike(self, path: object) -> None:
        """Count a call; the n-th ends the process or raises the error."""
        self.left -= 1
        if self.left == 0 and self.fault == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if self.left == 0:
            code = getattr(errno, self.fault)
            raise OSError(code, os.strerror(code), str(path) if isinstance(path, str | Path) else None)

    def before(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that strikes first."""

        def struck(*arguments: Any, **named: Any) -> Any:
            self.strike(arguments[0])
            return function(*arguments, **named)

        return struck


def _put(call: str, fault: _Fault) -> None:
    if call != "open":
        setattr(os, call, fault.before(getattr(os, call)))
        return
    opened = io.open

    def watched(file: Any, mode: str = "r", *arguments: Any, **named: Any) -> Any:
        if set(mode) & set("wxa"):
            fault.strike(file)
        return opened(file, mode, *arguments, **named)

    io.open = watched


if __name__ == "__main__":
    call, number, kind, *command = sys.argv[1:]
    _put(call, _Fault(int(number), kind))
    sys.argv = ["kvgraph", *command]
    main()
