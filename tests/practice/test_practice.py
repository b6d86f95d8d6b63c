"""The practice sites are served under the real names, and to nobody else."""

import base64
from pathlib import Path

import pytest

from tests.practice import Practice, Tunnel
from tests.practice.client import Client
from tests.watch.sitecustomize import CALLS


def test_a_certificate_for_the_real_name_is_served_through_the_tunnel(
    linkedin: Client, practice: Practice
) -> None:
    status, _ = linkedin.ask("GET", "/in/jane-doe/")
    assert status == 200
    assert [(visit.host, visit.path) for visit in practice.visits] == [("www.linkedin.com", "/in/jane-doe/")]


@pytest.mark.entry("P07")
def test_the_tunnel_refuses_other_hosts_and_writes_them_down(
    practice: Practice, tunnel: Tunnel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CALLS, str(tmp_path / "calls"))
    with pytest.raises(OSError, match="403"):
        Client(practice, tunnel, "example.com").ask("GET", "/")
    assert (tmp_path / "calls").read_text() == "a browser: example.com:443\n"


@pytest.mark.entry("P07")
def test_what_an_extension_asks_a_site_for_is_written_down_and_what_a_page_asks_for_is_not(
    linkedin: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CALLS, str(tmp_path / "calls"))
    linkedin.ask("GET", "/in/sam-poe/", sec_fetch_dest="document")
    linkedin.ask(
        "GET", "/picture/x.svg", sec_fetch_dest="image", referer="https://www.linkedin.com/in/sam-poe/"
    )
    assert not (tmp_path / "calls").exists()
    linkedin.ask("GET", "/in/jane-doe/", sec_fetch_dest="empty")
    assert (tmp_path / "calls").read_text() == "the extension: www.linkedin.com/in/jane-doe/\n"


def test_a_profile_id_is_29_bytes_and_carries_the_member_number(practice: Practice) -> None:
    jane = practice.people.persons[0]
    raw = base64.urlsafe_b64decode(jane.urn() + "=")
    assert jane.urn().startswith("ACoAA")
    assert (len(raw), raw[:2], int.from_bytes(raw[2:8], "big"), raw[8]) == (29, b"\x00\x2a", jane.member, 1)


def test_everybody_here_is_found_by_slug_and_id(practice: Practice) -> None:
    for person in practice.people.persons:
        for key in (person.slug.upper(), person.urn(), person.urn("ACw"), str(person.member)):
            assert practice.people.on_linkedin(key) is person
