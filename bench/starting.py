"""From the command to the line that says it is ready, and the memory at rest."""

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.floor import bare_service
from bench.measure import Figure, median
from poise.files import secure_folder
from tests.server.wire import serve

STARTS = 5


def figures(quick: bool) -> Iterator[Figure]:
    starts, bare, resident, bare_resident = [], [], 0.0, 0.0
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        secure_folder(data)
        serve(data).stop()
        for _ in range(1 if quick else STARTS):
            begun = time.perf_counter()
            served = serve(data)
            starts.append(time.perf_counter() - begun)
            resident = _resident(served.process.pid)
            served.stop()
            with bare_service() as (_, ready, pid):
                bare.append(ready)
                bare_resident = _resident(pid)
    yield Figure("service: start to ready", median(starts), "s", median(bare), "at most 2.5 times")
    yield Figure("service: memory at rest", resident, "MB", bare_resident, "under 70 MB")


def _resident(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))
