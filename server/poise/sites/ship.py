"""What the extension ships of the site maps: `make renew` writes it anew.

The maps themselves, the list of the sites, and what the manifest says of them.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from poise.sites.schema import SiteMap
from poise.sites.sitemap import load

ROOT = Path(__file__).parents[3]
SERVICE = "http://127.0.0.1/*"

LIST = """// Made by `make renew`. `asked`: the browser is asked for it once its user wants it guarded.
(globalThis.poise ??= /** @type {{Poise}} */ ({{}})).sites = {sites};
"""


SCHEMA = """// Made by `make renew`: the shape of a site map, as the service has it.
export const SCHEMA = {schema};
"""


def shipped(site: SiteMap) -> str:
    """A map as JSON, every key spelt out, in the order of its file."""
    data = site.model_dump(mode="json", by_alias=True)
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def listed(sites: Iterable[SiteMap]) -> str:
    """The list of the sites as a script, those first that are guarded from the start."""
    ordered = sorted(sites, key=lambda site: (site.asked, site.name.lower()))
    data = [
        site.model_dump(mode="json", include={"site", "name", "origins", "asked", "request"})
        for site in ordered
    ]
    return LIST.format(sites=json.dumps(data, ensure_ascii=False, indent=1))


def allowed(manifest: dict[str, Any], sites: Iterable[SiteMap]) -> dict[str, Any]:
    """`manifest` with the hosts of these sites, in its own order of keys."""
    always, asked = (
        [origin for site in sites if site.asked is when for origin in site.origins] for when in (False, True)
    )
    scripts = [entry | {"matches": always} for entry in manifest["content_scripts"]]
    hosts = {"host_permissions": [SERVICE, *always], "optional_host_permissions": asked}
    return manifest | hosts | {"content_scripts": scripts}


def schema() -> str:
    """The shape that the extension holds a map of the service against, as a module of its own."""
    data = _bare(SiteMap.model_json_schema(mode="serialization"))
    return SCHEMA.format(schema=json.dumps(data, ensure_ascii=False, indent=1))


def _bare(data: Any) -> Any:
    """A schema without what only explains it."""
    if isinstance(data, list):
        return [_bare(one) for one in data]
    if not isinstance(data, dict):
        return data
    return {
        key: _bare(value) for key, value in data.items() if key not in {"title", "description", "default"}
    }


def files(root: Path = ROOT) -> dict[Path, str]:
    """Each file below `root` that is made of the maps, with what it holds."""
    sites = load()
    manifest = root / "manifest.json"
    data = allowed(json.loads(manifest.read_text(encoding="utf-8")), sites.values())
    maps = {root / "extension" / "maps" / f"{name}.json": shipped(site) for name, site in sites.items()}
    return {
        **maps,
        root / "extension" / "shared" / "sites.js": listed(sites.values()),
        root / "extension" / "background" / "mapschema.js": schema(),
        manifest: json.dumps(data, ensure_ascii=False, indent=2) + "\n",
    }


def main() -> None:
    for path, text in files().items():
        path.write_text(text, encoding="utf-8")
