"""Pages as large as a call may be, made to be slow to read or to take much memory."""

import json
import os
from pathlib import Path

import pytest

from tests.server.wire import API, Served

LARGEST = 1024 * 1024  # a whole call for a page, in bytes
SECONDS, MEMORY = 0.5, 100_000  # of processor time; in kB
PIECES = [
    "<a ", "<!--", "</", "<?", "<![", "<![CDATA[", "<a>", "<div>", "&amp;", "<svg>", "<svg><math>", "<plaintext>",
    "<script>", "<p a=1 ", "\x00", "<table><tr><td>", "<b><p>",
]  # fmt: skip
ATTRIBUTES = "<p {}>".format(" ".join(f"a{number}=1" for number in range(100_000)))


def filled(piece: str) -> str:
    """As much of it as one call may bring."""
    return piece * ((LARGEST - 200) // (len(json.dumps(piece)) - 2))


def time_of(served: Served) -> float:
    """How long it has worked so far, in seconds of the processor."""
    told = Path(f"/proc/{served.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def memory_of(served: Served, most: str) -> int:
    """Resident memory in kB: now (VmRSS), or the most since it was last forgotten (VmHWM)."""
    return int(Path(f"/proc/{served.process.pid}/status").read_text().partition(f"{most}:")[2].split()[0])


@pytest.mark.entry("I08", "I09")
@pytest.mark.parametrize("html", [*map(filled, PIECES), ATTRIBUTES], ids=[*map(repr, PIECES), "attributes"])
def test_a_hostile_page_is_read_or_refused_at_once_and_in_little_room(shared: Served, html: str) -> None:
    body = json.dumps({"url": "https://www.linkedin.com/in/jane-doe/", "html": html}).encode()
    assert 0.8 * LARGEST < len(body) <= LARGEST
    assert shared.call("GET", "/sites").status == 200  # all that reads a page is there
    Path(f"/proc/{shared.process.pid}/clear_refs").write_text("5")  # forget the most so far
    worked, had = time_of(shared), memory_of(shared, "VmRSS")
    got, _ = shared.signed("POST", f"{API}/pages/read", body)
    assert got.status in (200, 422)
    assert time_of(shared) - worked < SECONDS
    assert memory_of(shared, "VmHWM") - had < MEMORY
