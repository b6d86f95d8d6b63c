"""`python -m tools.pack DIR`: the extension as the stores and browsers take it, the same bytes each time."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tools.lean import lean

PACKAGES = ("poise-chrome.zip", "poise-firefox.xpi")
NO_TIME = (1980, 1, 1, 0, 0, 0)


def pack(package: Path) -> None:
    with TemporaryDirectory(prefix="poise-") as name, ZipFile(package, "w") as archive:
        folder = Path(name)
        lean(folder)
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = ZipInfo(file.relative_to(folder).as_posix(), NO_TIME)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, file.read_bytes(), compresslevel=9)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in PACKAGES:
        pack(folder / name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
