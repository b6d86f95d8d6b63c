"""How large the extension is: packed, and what of it runs in pages."""

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Figure

ROOT = Path(__file__).resolve().parents[1]
PACKED = ("manifest.json", "_locales", "extension")


def figures(quick: bool) -> Iterator[Figure]:  # noqa: ARG001 - all benchmarks are called alike
    manifest = json.loads((ROOT / "manifest.json").read_text())
    scripts = sum((ROOT / name).stat().st_size for name in manifest["content_scripts"][0]["js"])
    yield Figure("extension, zipped", _zipped() / 1000, "kB", aim="under 150 kB")
    yield Figure("content scripts", scripts / 1000, "kB", aim="under 1 MB")


def _zipped() -> int:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in PACKED:
            path = ROOT / name
            for file in [path] if path.is_file() else sorted(path.rglob("*")):
                if file.is_file():
                    archive.write(file, file.relative_to(ROOT))
    return len(packed.getvalue())
