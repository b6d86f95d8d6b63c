"""What is handed out is whole: the wheel with the extension in it, and the extension as the stores take it."""

import json
import os
import re
import subprocess
import sys
from os.path import normpath
from pathlib import Path
from shutil import unpack_archive
from zipfile import ZipFile

import pytest

from tests.wheel import build
from tools.lean import ROOT
from tools.pack import PACKAGES, main

MANIFEST = json.loads((ROOT / "manifest.json").read_text())
WORKER = MANIFEST["background"]["service_worker"]
SOURCE = re.compile(r'(?:src|rel="stylesheet" href)="([^"]+)"')
IMPORTED = re.compile(r'import"([^"]+)"')


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built and laid into a folder of its own, away from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    with ZipFile(build(folder)) as archive:
        archive.extractall(folder / "site")
    return folder


def poise(installed: Path, *words: str, given: str = "") -> str:
    environment = {
        **os.environ,
        "PYTHONPATH": str(installed / "site"),
        "POISE_DATA_DIR": str(installed / "data"),
    }
    command = [sys.executable, "-P", "-c", "from poise.cli import main; main()", *words]
    done = subprocess.run(
        command, input=given, env=environment, cwd=installed, check=True, capture_output=True, text=True
    )
    return done.stdout


def test_the_wheel_alone_judges_and_knows_people(installed: Path) -> None:
    poise(installed, "add", "Jane Doe", "--company", "Acme", "--interview", "2026-12-01 14:00")
    (jane,) = json.loads(poise(installed, "list", "--json"))
    assert (jane["name"], jane["stage"]) in {("Jane Doe", "scheduled"), ("Jane Doe", "awaiting")}
    assert "connect-before-decision" in poise(installed, "rules", "--json")


def test_the_wheel_brings_the_extension_along(installed: Path) -> None:
    out = installed / "unpacked"
    poise(installed, "extension", "--out", str(out))
    assert json.loads((out / "manifest.json").read_text()) == MANIFEST
    for name in MANIFEST["content_scripts"][0]["js"]:
        assert (out / name).read_bytes() == (ROOT / name).read_bytes()


def test_the_extension_is_not_laid_over_anything(installed: Path) -> None:
    full = installed / "full"
    full.mkdir()
    (full / "letter.txt").write_text("mine")
    with pytest.raises(subprocess.CalledProcessError) as refused:
        poise(installed, "extension", "--out", str(full))
    assert refused.value.returncode == 2
    assert "is not empty" in refused.value.stderr
    assert [one.name for one in full.iterdir()] == ["letter.txt"]


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packed")
    main(folder)
    return folder


@pytest.mark.entry("G02")
def test_the_stores_get_nothing_but_the_extension(packed: Path) -> None:
    with ZipFile(packed / PACKAGES[0]) as archive:
        names = archive.namelist()
    assert {name.split("/")[0] for name in names} == {"manifest.json", "_locales", "extension"}
    assert not [name for name in names if name.endswith((".d.ts", ".py", "jsconfig.json"))]


def test_whatever_the_packed_extension_names_is_in_it(packed: Path) -> None:
    with ZipFile(packed / PACKAGES[0]) as archive:
        names, manifest = set(archive.namelist()), json.loads(archive.read("manifest.json"))
        pages = {name: archive.read(name).decode() for name in names if name.endswith(".html")}
        worker = archive.read(WORKER).decode()
    (entry,) = manifest["content_scripts"]
    asked = {*entry["js"], WORKER, MANIFEST["action"]["default_popup"], MANIFEST["options_ui"]["page"]}
    asked |= {
        normpath(f"{Path(page).parent}/{src}") for page, text in pages.items() for src in SOURCE.findall(text)
    }
    asked |= {normpath(f"{Path(WORKER).parent}/{src}") for src in IMPORTED.findall(worker)}
    assert len(asked) > len(entry["js"]) + 3
    assert asked <= names
    assert entry["js"] == [name for name in MANIFEST["content_scripts"][0]["js"] if name in entry["js"]]


def test_the_packages_are_under_150_kb(packed: Path) -> None:
    assert max((packed / name).stat().st_size for name in PACKAGES) < 150_000


@pytest.mark.entry("G02")
def test_whoever_has_the_source_alone_makes_the_same_bytes_of_it(packed: Path, tmp_path: Path) -> None:
    """As `listing/review.toml` tells the reviewers, but for what npm fetches by the lock file."""
    unpack_archive(build(tmp_path / "built", "sdist"), tmp_path / "unpacked", filter="data")
    (source,) = (tmp_path / "unpacked").iterdir()
    assert (source / "package-lock.json").is_file()
    (source / "node_modules").symlink_to(ROOT / "node_modules")
    python, *words = json.loads((source / "package.json").read_text())["scripts"]["build-for-amo"].split()
    subprocess.run([sys.executable, *words], cwd=source, check=True, capture_output=True)
    assert python == "python3"
    for name in PACKAGES:
        assert (source / "dist" / name).read_bytes() == (packed / name).read_bytes()
