"""What a process asked of the system, as strace tells it, done again on a disk of ours."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.faults.power import Disk, File

CALLS = "openat,write,pwrite64,ftruncate,fsync,fdatasync,rename,unlink,sendto"
STRACE = ("strace", "-D", "-f", "--seccomp-bpf", "-y", "-xx", "-s", "1000000", "-e", f"trace={CALLS}")
BEGUN = re.compile(r"(\d+) +(\w+)\((.*?)(?:\) += (-?\d+).*| <unfinished \.\.\.>)$")
RESUMED = re.compile(r"(\d+) +<\.\.\. (\w+) resumed>.* = (-?\d+)")
TEXT = re.compile(r'["<]((?:\\x[0-9a-f]{2})*)[">]')
NUMBER = re.compile(r", (\d+)$")
ANSWER = re.compile(rb'"id":"([0-9a-f-]{36})"')


def calls(trace: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each call that was done, with its arguments: of what is sent when it is begun, of all else when it has ended."""
    waiting: dict[str, str] = {}
    for line in trace:
        if begun := BEGUN.match(line):
            process, name, arguments, result = begun.groups()
            waiting[process] = arguments
        elif resumed := RESUMED.match(line):
            process, name, result = resumed.groups()
        else:
            continue
        told, done = name == "sendto", result is not None and not result.startswith("-")
        if (told and begun) or (done and not told):
            yield name, waiting[process]


def played(trace: Iterable[str], folder: Path, disk: Disk) -> Iterator[str | None]:
    """Stops after each call; with the id, where a client is told of something that it is kept."""
    for name, arguments in calls(trace):
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in TEXT.findall(arguments)]
        if name == "sendto":
            answer = ANSWER.search(texts[-1])
            yield answer and answer[1].decode()
            continue
        paths = [within(folder, text) for text in texts[name == "openat" :]]  # the first is where we are
        if paths[0]:
            change(disk, name, arguments, paths, texts[-1])
        yield None


def within(folder: Path, text: bytes) -> str:
    """A path in the folder, by itself; nothing for all else."""
    inside = text.startswith(bytes(folder))
    return str(Path(text.decode()).relative_to(folder)) if inside else ""


def change(disk: Disk, name: str, arguments: str, paths: list[str], written: bytes) -> None:
    path = paths[0]
    match name:
        case "openat":
            opened(disk, path, arguments)
        case "rename":
            disk.rename(path, paths[1])
        case "unlink":
            disk.remove(path)
        case "fsync" | "fdatasync" if path not in disk.files:
            disk.sync_names()  # of a folder
        case "fsync" | "fdatasync":
            disk.files[path].sync()
        case _:
            filled(disk.files[path], name, arguments, written)


def opened(disk: Disk, path: str, arguments: str) -> None:
    if "O_CREAT" in arguments and path not in disk.files:
        disk.make(path)
    if "O_TRUNC" in arguments:
        disk.files[path].waiting.append((0, None))


def filled(file: File, name: str, arguments: str, written: bytes) -> None:
    """Python's own files are written from their beginning, so that what comes is at their end."""
    last = NUMBER.search(arguments)
    assert last
    if name == "ftruncate":
        file.waiting.append((int(last[1]), None))
    else:
        file.waiting.append((int(last[1]) if name == "pwrite64" else len(file.now()), written))
