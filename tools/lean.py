"""`python -m tools.lean DIR`: the extension as it is handed to the stores, half as large as it is written.

What the manifest and the pages name keeps its name. Modules are joined, one file for each page and one for the worker; what pages share
lies beside them. The classic scripts stay a file each where a page of ours has them, too; what only the sites' pages get is joined to the
last of it. A checkout, and the wheel, have it as it is written.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from shutil import copyfile

ROOT = Path(__file__).resolve().parents[1]
ALLOWED = ("manifest.json", "_locales", "extension")
FOR_BUILDERS = (".d.ts", "jsconfig.json")
CLASSIC = ("content", "shared")
MANIFEST = json.loads((ROOT / "manifest.json").read_text("utf-8"))
WORKER = Path(MANIFEST["background"]["service_worker"])
OLDEST = (
    f"chrome{MANIFEST['minimum_chrome_version']}",
    f"firefox{MANIFEST['browser_specific_settings']['gecko']['strict_min_version']}",
)
ESBUILD = ROOT / "node_modules" / ".bin" / "esbuild"
MINIFY = ("--minify", "--legal-comments=none", "--charset=utf8", f"--target={','.join(OLDEST)}")
MODULES = ("--bundle", "--format=esm")


def written() -> Iterator[Path]:
    """Every file of the extension, from the root on, in a fixed order; what only builders need stays out."""
    for name in ALLOWED:
        path = ROOT / name
        for file in [path] if path.is_file() else sorted(path.rglob("*")):
            if file.is_file() and not file.name.endswith(FOR_BUILDERS):
                yield file.relative_to(ROOT)


def lean(folder: Path) -> None:
    """Write it into `folder`. FileNotFoundError where `npm ci` has not brought esbuild."""
    files = list(written())
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        if file.suffix == ".json":
            (folder / file).write_text(_compact(file), encoding="utf-8")
        elif file.suffix not in {".js", ".css"}:
            copyfile(ROOT / file, folder / file)
    _esbuild(folder, filter(_stands_alone, files))
    pages = [file.with_suffix(".js") for file in files if file.suffix == ".html"]
    _esbuild(folder, pages, *MODULES, "--splitting", "--chunk-names=extension/pages/[hash]")
    _esbuild(folder, [WORKER], *MODULES, *(f"--external:../{name}/*" for name in CLASSIC))
    _join(folder, [WORKER, *(file for file in files if file.suffix == ".html")])


def _stands_alone(file: Path) -> bool:
    return file.suffix == ".css" or (file.suffix == ".js" and file.parent.name in CLASSIC)


def _join(folder: Path, ours: Iterable[Path]) -> None:
    """The content scripts that nothing of `ours` names, as one: each file is opened anew in every page of the sites."""
    elsewhere = "".join((folder / file).read_text("utf-8") for file in ours)
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    (entry,) = manifest["content_scripts"]
    alone = [name for name in entry["js"] if name.removeprefix("extension/") not in elsewhere]
    joined = "".join((folder / name).read_text("utf-8") for name in alone)
    for name in alone[:-1]:
        (folder / name).unlink()
    (folder / alone[-1]).write_text(joined, encoding="utf-8")
    entry["js"] = [name for name in entry["js"] if name not in alone[:-1]]
    (folder / "manifest.json").write_text(_dense(manifest), encoding="utf-8")


def _compact(file: Path) -> str:
    content = json.loads((ROOT / file).read_text("utf-8"))
    if file.name == "messages.json":
        content = {key: _as_shown(entry) for key, entry in content.items()}
    return _dense(content)


def _dense(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _as_shown(entry: dict[str, object]) -> dict[str, object]:
    """A message without what it tells those who translate it."""
    return {name: value for name, value in entry.items() if name != "description"}


def _esbuild(folder: Path, files: Iterable[Path], *how: str) -> None:
    places = ("--outbase=.", f"--outdir={folder.resolve()}", "--log-level=warning")
    command = [str(ESBUILD), *map(str, files), *MINIFY, *how, *places]
    subprocess.run(command, cwd=ROOT, check=True)  # nosec B603 # our own files


if __name__ == "__main__":
    lean(Path(sys.argv[1]))
