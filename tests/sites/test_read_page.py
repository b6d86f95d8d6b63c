"""`poise read-page`, as a person calls it: a saved page in, JSON out; anything else one line and exit 2."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites.examples import examples, reading

POISE = Path(sys.executable).with_name("poise")
EXAMPLE = next(example for example in examples() if example.control == "profile-connect-link")


def poise(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([POISE, "read-page", *arguments], input=given, capture_output=True, check=False)


def test_a_file_and_standard_input_read_alike(tmp_path: Path) -> None:
    saved = tmp_path / "page.html"
    saved.write_text(EXAMPLE.html, encoding="utf-8")
    from_file = poise(str(saved), "--url", EXAMPLE.url)
    from_input = poise("-", "--url", EXAMPLE.url, given=EXAMPLE.html.encode())
    assert (from_file.returncode, from_input.returncode) == (0, 0)
    assert json.loads(from_file.stdout) == json.loads(from_input.stdout) == reading(EXAMPLE)


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ("<p>hello</p>", "https://www.example.org/in/jane-doe/"),
        ("<p>hello</p>", "not an address"),
        ("<p>hello</p>", "javascript:alert(1)"),
        ("just words", "https://www.linkedin.com/in/jane-doe/"),
        ("", "https://www.linkedin.com/in/jane-doe/"),
        ("%PDF-1.7 1 0 obj", "https://www.linkedin.com/in/jane-doe/"),
        pytest.param("<p>" + "x" * 5_000_000, "https://www.linkedin.com/in/jane-doe/", id="too long"),
        pytest.param("<p>" * 200_000, "https://www.linkedin.com/in/jane-doe/", id="too deep"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(html: str, url: str) -> None:
    refused = poise("-", "--url", url, given=html.encode())
    assert refused.returncode == 2
    assert refused.stdout == b""
    assert refused.stderr.startswith(b"poise: ")
    assert refused.stderr.count(b"\n") == 1


def test_a_page_that_is_not_unicode_is_still_read() -> None:
    read = poise("-", "--url", EXAMPLE.url, given=b"<p>caf\xe9</p>" + EXAMPLE.html.encode())
    assert read.returncode == 0
    assert json.loads(read.stdout)["controls"] == reading(EXAMPLE)["controls"]
