"""Nothing leaves the machine: what would is noticed, in whatever process of the tests it happens."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.watch.sitecustomize import CALLS

CALLING = {
    "a connection": "socket.create_connection(('192.0.2.1', 80), 1)",
    "a name looked up": "socket.getaddrinfo('poise.example', 443)",
    "a datagram": "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))",
}


@pytest.mark.entry("P07")
@pytest.mark.parametrize("call", CALLING.values(), ids=CALLING)
def test_a_call_to_another_machine_is_refused_and_written_down(tmp_path: Path, call: str) -> None:
    told = ran(tmp_path, f"import socket, poise.config; {call}")
    assert "PermissionError" in told
    assert (tmp_path / "calls").read_text().startswith("socket.")


@pytest.mark.entry("P07")
def test_a_call_to_this_machine_is_not(tmp_path: Path) -> None:
    made = "socket.create_server(('127.0.0.1', 0))"
    told = ran(
        tmp_path, f"import socket, poise.config; socket.create_connection({made}.getsockname()).close()"
    )
    assert "PermissionError" not in told
    assert not (tmp_path / "calls").exists()


def ran(folder: Path, program: str) -> str:
    """What Python says that does this."""
    environment = os.environ | {CALLS: str(folder / "calls")}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr
