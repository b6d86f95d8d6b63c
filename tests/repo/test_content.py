"""What runs in the sites' pages is small, and watches for clicks, not for the page."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MANIFEST = json.loads((ROOT / "manifest.json").read_text())
SCRIPTS = [ROOT / name for entry in MANIFEST["content_scripts"] for name in entry["js"]]


def test_all_of_it_is_far_smaller_than_a_megabyte() -> None:
    assert sum(script.stat().st_size for script in SCRIPTS) < 1_000_000 / 2


def test_nothing_observes_the_page() -> None:
    """What right under the document a site took away, and our own host while a warning is open: never what lies below."""
    observed = {script.name: re.findall(r"\.observe\((.*?)\);", script.read_text()) for script in SCRIPTS}
    assert observed["main.js"] == ["document, { childList: true }"]
    assert {name for name, found in observed.items() if found} == {"main.js", "modal.js"}
    assert not any("subtree" in what for found in observed.values() for what in found)
