"""What the documents say is so: the rules' table, the permissions, the dependencies, the commands."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from poise.sites.sitemap import load
from tools import rules, sites

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text()


def test_the_rules_table_is_what_the_rules_say() -> None:
    assert "<!-- /rules -->" in README
    assert rules.written(README) == README, "run `make renew`"


@pytest.mark.parametrize("document", ["README.md", "PRIVACY.md"])
def test_every_permission_is_explained(document: str) -> None:
    text = (ROOT / document).read_text()
    manifest = json.loads((ROOT / "manifest.json").read_text())
    asked = [*manifest["host_permissions"], *manifest["optional_host_permissions"]]
    hosts = [re.sub(r"^https://(\*\.)?|/\*$", "", host) for host in asked]
    assert [
        name
        for name in [*manifest["permissions"], *manifest["optional_permissions"], *hosts]
        if name not in text
    ] == []


def test_every_dependency_has_its_reason() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *(wish for extra in extras for wish in extra)]
    names = [re.split(r"[<>=\[ ]", wish)[0] for wish in wanted]
    assert [name for name in names if not name.startswith("types-") and f"`{name}`" not in text] == []


def documents() -> list[str]:
    return [str(path.relative_to(ROOT)) for path in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]]


@pytest.mark.parametrize("document", documents())
def test_every_link_inside_the_repository_leads_somewhere(document: str) -> None:
    path = ROOT / document
    links = re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text())
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("document", ["docs/architecture.md", "CONTRIBUTING.md"])
def test_every_file_that_a_map_of_the_code_names_is_there(document: str) -> None:
    rooms = [ROOT, ROOT / "server/poise", ROOT / "extension"]
    named = re.findall(r"`([\w./-]+/[\w.-]+\.(?:py|js|toml|ts|json))`", (ROOT / document).read_text())
    assert named
    assert [name for name in named if not any((room / name).exists() for room in rooms)] == []


def test_no_document_names_a_machine() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    texts = {
        name: (ROOT / name).read_text()
        for name in listed.stdout.split()
        if name.endswith((".md", ".json", ".toml"))
    }
    assert [
        name
        for name, text in texts.items()
        if re.search(r"/(work|root|home)/\w|registry\.npmjs|files\.pythonhosted", text)
    ] == []


def test_the_sites_tables_are_what_the_maps_say() -> None:
    text = sites.PAGE.read_text()
    assert sites.written(text, load().values()) == text, "run `make renew`"
