"""`poise run` as a process of its own, and everything that comes of it."""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from uuid import uuid4

POISE = str(Path(sys.executable).with_name("poise"))
MARK = "POISE_TEST_RUN"
SECONDS = 60
LONGEST = 120  # what is still waited for then never comes: the run ends, and the test with it


class Run:
    """One `poise run`, and the processes that live because of it."""

    def __init__(self, process: subprocess.Popen[str], signs: tuple[bytes, ...]) -> None:
        self._process = process
        self._signs = signs

    def line(self) -> str:
        """The next line of its standard output; empty when it has ended."""
        assert self._process.stdout is not None
        return self._process.stdout.readline()

    def end(self, by: signal.Signals) -> int:
        """Its exit code after a signal."""
        self._process.send_signal(by)
        return self.ended()

    def ended(self) -> int:
        return self._process.wait(SECONDS)

    def rest(self) -> tuple[str, str]:
        """All that it still says on standard output and error, until it ends."""
        return self._process.communicate(timeout=SECONDS)

    def others(self) -> list[int]:
        """The processes beside it that its environment or its data folder give away."""
        pids = (int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit())
        return [pid for pid in pids if pid != self._process.pid and self._comes_of_it(pid)]

    def _comes_of_it(self, pid: int) -> bool:
        told = b""
        for file in ("environ", "cmdline"):
            with suppress(FileNotFoundError, ProcessLookupError, PermissionError):
                told += Path(f"/proc/{pid}/{file}").read_bytes()
        return any(sign in told for sign in self._signs)


@contextmanager
def poise_run(folder: Path, *options: str, environment: Mapping[str, str]) -> Iterator[Run]:
    """`poise run` on a data folder, with no more of an environment than is given."""
    mark = uuid4().hex
    with subprocess.Popen(
        [POISE, "run", "--data-dir", str(folder), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**environment, MARK: mark},
    ) as process:
        limit = Timer(LONGEST, process.terminate)
        limit.start()
        try:
            yield Run(process, (f"{MARK}={mark}".encode(), bytes(folder)))
        finally:
            limit.cancel()
            process.terminate()


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
