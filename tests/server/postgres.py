"""A real PostgreSQL of the tests' own: in a folder of its own, reached by a socket in it, gone with the tests."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from poise.store.naming import new_id

PLACES = ("/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt")
SETTINGS = {"listen_addresses": "''", "fsync": "off", "full_page_writes": "off", "max_connections": "200"}


def programs() -> Path | None:
    """Where initdb and pg_ctl are; they are seldom in the path."""
    known = shutil.which("initdb")
    found = [path.parent for place in PLACES for path in Path(place).glob("*/bin/initdb")]
    return Path(known).resolve().parent if known else max(found, default=None)


@dataclass(frozen=True)
class Cluster:
    folder: Path
    programs: Path

    def url(self, name: str) -> str:
        return f"postgresql+psycopg://poise@/{name}?host={self.folder}"

    def fresh(self) -> str:
        """The URL of an empty database."""
        name = f"t{new_id().hex}"
        self.run("createdb", "-h", str(self.folder), "-U", "poise", name)
        return self.url(name)

    def run(self, program: str, *words: str) -> None:
        """PostgreSQL refuses to run as root; then another user of this machine runs it."""
        other: dict[str, Any] = {"user": "postgres", "group": "postgres"} if os.getuid() == 0 else {}
        subprocess.run(
            [self.programs / program, *words], check=True, capture_output=True, timeout=120, cwd="/", **other
        )


@contextmanager
def cluster(found: Path) -> Iterator[Cluster]:
    folder = Path(tempfile.mkdtemp(prefix="poise-pg-"))
    if os.getuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    made, data = Cluster(folder, found), str(folder / "data")
    try:
        made.run("initdb", "-D", data, "-U", "poise", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        options = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
        log = str(folder / "log")
        made.run("pg_ctl", "-D", data, "-w", "-l", log, "-o", f"{options} -k {folder}", "start")
        try:
            yield made
        finally:
            made.run("pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)
