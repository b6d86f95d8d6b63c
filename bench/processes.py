"""What processes take, as Linux tells it: memory, and processor time."""

import os
from collections.abc import Iterator
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def resident(pid: int) -> float:
    """Megabytes of one process."""
    return _kilobytes(Path(f"/proc/{pid}/status"), "VmRSS") / 1024


def browser_memory() -> float:
    """Megabytes of every process of the browsers that were started here; what they share counts once."""
    return sum(_kilobytes(process / "smaps_rollup", "Pss") for process in _browsers()) / 1024


def browser_work() -> float:
    """Milliseconds that their processes have worked so far."""
    return sum(_ticks(process) for process in _browsers()) / TICKS * 1000


def _browsers() -> Iterator[Path]:
    for process in _descendants(os.getpid()):
        if (process / "exe").readlink().name in {"chromium", "firefox-esr"}:
            yield process


def _descendants(pid: int) -> Iterator[Path]:
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            parents.setdefault(_parent(entry), []).append(int(entry.name))
    left = [pid]
    while left:
        for child in parents.get(left.pop(), []):
            left.append(child)
            yield Path(f"/proc/{child}")


def _parent(process: Path) -> int:
    """0 where it has ended meanwhile."""
    try:
        return int(_stat(process)[1])
    except OSError:
        return 0


def _ticks(process: Path) -> int:
    own = _stat(process)
    return int(own[11]) + int(own[12])


def _stat(process: Path) -> list[str]:
    """The fields after the name, which may hold anything: state, parent, and so on as in proc(5)."""
    return (process / "stat").read_text().rpartition(")")[2].split()


def _kilobytes(file: Path, name: str) -> int:
    return next(int(line.split()[1]) for line in file.read_text().splitlines() if line.startswith(f"{name}:"))
