"""`python -m tools.pack DIR`: the extension as the stores and browsers take it, the same bytes each time."""

import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

ROOT = Path(__file__).resolve().parents[1]
ALLOWED = ("manifest.json", "_locales", "extension")
FOR_BUILDERS = (".d.ts", "jsconfig.json")
PACKAGES = ("poise-chrome.zip", "poise-firefox.xpi")
NO_TIME = (1980, 1, 1, 0, 0, 0)


def packed() -> Iterator[Path]:
    """Every file of the extension, from the root on, in a fixed order; what only builders need stays out."""
    for name in ALLOWED:
        path = ROOT / name
        for file in [path] if path.is_file() else sorted(path.rglob("*")):
            if file.is_file() and not file.name.endswith(FOR_BUILDERS):
                yield file.relative_to(ROOT)


def pack(package: Path) -> None:
    with ZipFile(package, "w") as archive:
        for name in packed():
            entry = ZipInfo(name.as_posix(), NO_TIME)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, (ROOT / name).read_bytes(), compresslevel=9)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in PACKAGES:
        pack(folder / name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
