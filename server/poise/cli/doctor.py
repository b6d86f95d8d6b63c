"""`poise doctor`: what is wrong on this machine, or with what Poise knows of a site's pages; and how to mend it."""

from pathlib import Path
from typing import Any

import click

from poise.cli.options import as_json, data_path, language_option, say
from poise.cli.pages import page_text
from poise.cli.printing import show
from poise.config import Folder, folder_path
from poise.doctor.catalogue import Finding
from poise.errors import Exit
from poise.etiquette.words import LANGUAGES

WELL = {
    "en": "Nothing is wrong here.",
    "de": "Hier ist alles in Ordnung.",
    "nb": "Alt er i orden her.",
}


@click.command("doctor")
@click.option("--page", metavar="FILE", type=click.Path(exists=True, dir_okay=False, allow_dash=True),
              help="Look at a saved page (- for standard input) instead: what on it is no longer recognised.")  # fmt: skip
@click.option("--url", help="The address that the page was saved from.")
@language_option
@data_path
@as_json
@click.pass_context
def doctor_command(
    ctx: click.Context,
    page: str | None,
    url: str | None,
    language: str | None,
    path: Path | None,
    as_json: bool,
) -> None:
    """Say what is wrong, and how to mend it; exit 1 if anything is. It only looks."""
    if (page is None) != (url is None):
        raise click.UsageError("--page and --url go together.")
    if page is not None and url is not None:
        findings, usual = _of_page(page, url), None
    else:
        findings, usual = _of_machine(path)
    _tell(findings, language or usual or LANGUAGES[0], as_json)
    ctx.exit(Exit.NO if findings else Exit.DONE)


def _of_machine(path: Path | None) -> tuple[list[Finding], str | None]:
    """What is wrong, and the language of the settings where it can be read."""
    from poise.doctor.examination import examine, spoken
    from poise.doctor.machine import Machine

    machine = Machine(Folder(folder_path(path)))
    findings = examine(machine)
    return findings, spoken(machine)


def _of_page(page: str, url: str) -> list[Finding]:
    from poise.sites.reader import read
    from poise.sites.sitemap import load

    maps = load()
    reading = read(maps, page_text(page), url)
    parts = tuple(f"{reading['kind']}: {name}" for name in reading["missing"])
    site = maps[reading["site"]]
    return [Finding("map_silent", {"site": site.name}, parts)] if parts else []


def _tell(findings: list[Finding], language: str, in_json: bool) -> None:
    if in_json:
        say({"findings": [_shape(finding, language) for finding in findings]}, "", in_json)
        return
    for finding in findings:
        show(finding.says(language), fg="red", bold=True)
        show("\n".join([*(f"  · {part}" for part in finding.parts), f"  {finding.mend(language)}"]))
    if not findings:
        show(WELL[language], fg="green")


def _shape(finding: Finding, language: str) -> dict[str, Any]:
    return {
        "id": finding.id,
        "says": finding.says(language),
        "mend": finding.mend(language),
        "values": dict(finding.values),
        "parts": list(finding.parts),
    }
