"""The manifest asks for what the product needs and no more, and loads from the root as it stands."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MANIFEST = json.loads((ROOT / "manifest.json").read_text())
ALLOWED = {"storage", "alarms", "scripting", "nativeMessaging", "webRequest"}
ASKED_FOR_LATER = {"notifications"}
HOSTS_ASKED_FOR_LATER = {"https://www.xing.com/*", "https://x.com/*", "https://www.instagram.com/*"}
HOSTS = {"http://127.0.0.1/*", "https://*.linkedin.com/*", "https://*.facebook.com/*"}


@pytest.mark.entry("X01")
def test_permissions_are_these_and_no_others() -> None:
    assert set(MANIFEST["permissions"]) == ALLOWED
    assert set(MANIFEST["optional_permissions"]) == ASKED_FOR_LATER
    assert set(MANIFEST["host_permissions"]) == HOSTS
    assert set(MANIFEST["optional_host_permissions"]) == HOSTS_ASKED_FOR_LATER


@pytest.mark.entry("X01")
@pytest.mark.parametrize(
    "key", ["web_accessible_resources", "externally_connectable", "devtools_page", "omnibox"]
)
def test_nothing_by_which_a_page_could_find_or_reach_the_extension(key: str) -> None:
    assert key not in MANIFEST


def test_content_scripts_stay_in_the_isolated_world() -> None:
    for script in MANIFEST["content_scripts"]:
        assert script.get("world", "ISOLATED") == "ISOLATED"
        assert script["run_at"] == "document_start"
        assert script["match_origin_as_fallback"]


def test_every_file_the_manifest_names_is_there() -> None:
    names = re.findall(r'"(extension/[^"]+)"', json.dumps(MANIFEST))
    assert names
    assert [name for name in names if not (ROOT / name).is_file()] == []


def test_all_content_scripts_on_disk_are_in_the_manifest() -> None:
    named = {name for script in MANIFEST["content_scripts"] for name in script["js"]}
    assert {f"extension/content/{path.name}" for path in (ROOT / "extension/content").glob("*.js")} <= named


def test_no_name_at_the_root_begins_as_chromium_refuses() -> None:
    """ "Load unpacked" refuses a folder with such a name, though --load-extension does not."""
    assert [path.name for path in ROOT.iterdir() if path.name.startswith("_")] == ["_locales"]


def test_versions_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text()
    assert MANIFEST["version"] == project["version"]
    assert f"## {project['version']}" in changelog


@pytest.mark.entry("X02")
def test_csp_allows_the_service_and_nothing_else() -> None:
    policy = MANIFEST["content_security_policy"]["extension_pages"]
    assert dict(part.strip().split(" ", 1) for part in policy.split(";")) == {
        **dict.fromkeys(["default-src", "base-uri", "form-action", "frame-ancestors"], "'none'"),
        **dict.fromkeys(["script-src", "style-src", "img-src"], "'self'"),
        "connect-src": "'self' http://127.0.0.1:*",
    }
