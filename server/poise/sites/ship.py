"""The site maps as the extension ships them: `python -m poise.sites.ship [FOLDER]` writes them anew."""

import json
import sys
from pathlib import Path

from poise.sites.schema import SiteMap
from poise.sites.sitemap import load

EXTENSION_MAPS = Path(__file__).parents[3] / "extension" / "maps"


def shipped(site: SiteMap) -> str:
    """A map as JSON, every key spelt out, in the order of its file."""
    data = site.model_dump(mode="json", by_alias=True)
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def main(folder: Path) -> None:
    for name, site in load().items():
        (folder / f"{name}.json").write_text(shipped(site), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else EXTENSION_MAPS)
