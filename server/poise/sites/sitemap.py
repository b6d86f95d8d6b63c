"""Site maps: loaded from their files, and checked whole before anything is read by them."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from pydantic import ValidationError

from poise.errors import BadInput
from poise.faults import faults_of
from poise.sites.forms import compile_form, compile_text, is_mark
from poise.sites.pattern import compile_pattern
from poise.sites.schema import Shape, SiteMap
from poise.sites.selector import Selector

LARGEST = 256 * 1024  # bytes of one file

Fault = tuple[str, str]

_GROUP = re.compile(r" says ([a-z-]+)")


def load(folder: Traversable | None = None) -> dict[str, SiteMap]:
    """All maps of `folder` (else those shipped) by site. Raises BadInput with the place of each fault."""
    folder = folder or files("poise.sites") / "maps"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    sites = [name.removesuffix(".toml") for name in names if not name.endswith(".labels.toml")]
    return {site: _load(folder, site) for site in sites}


def parse(data: Mapping[str, Any]) -> SiteMap:
    """A map from its data. Raises BadInput with the place of each fault."""
    try:
        site = SiteMap.model_validate(data)
    except ValidationError as wrong:
        raise BadInput(faults_of(wrong, _place)) from None
    faults = [*_form_faults(site), *_page_faults(site), *_control_faults(site), *_request_faults(site)]
    if faults:
        raise BadInput(faults)
    return site


def _load(folder: Traversable, site: str) -> SiteMap:
    labels = folder / f"{site}.labels.toml"
    data = {
        **_toml(folder / f"{site}.toml"),
        "site": site,
        "labels": _toml(labels) if labels.is_file() else {},
    }
    try:
        return parse(data)
    except BadInput as wrong:
        raise BadInput([(f"{site}.toml: {place}", fault) for place, fault in wrong.faults]) from None


def _toml(file: Traversable) -> dict[str, Any]:
    raw = file.read_bytes()
    if len(raw) > LARGEST:
        raise BadInput([(file.name, f"a map has at most {LARGEST // 1024} kB")])
    try:
        return tomllib.loads(raw.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise BadInput([(file.name, str(wrong))]) from None


def _form_faults(site: SiteMap) -> Iterator[Fault]:
    for number, form in enumerate(site.identity):
        place = f"identity.{number}"
        marks = [text for text in form.from_ if is_mark(text)]
        yield from _uncompiled(f"{place}.from", marks, compile_text)
        yield from _uncompiled(f"{place}.from", set(form.from_) - set(marks), compile_form)
        if form.url is None and len(marks) < len(form.from_):
            yield f"{place}.url", "a form of address needs the canonical URL that it comes to"
        wanted = set(re.findall(r"{(.+?)}", form.url or ""))
        for text in form.from_:
            if not wanted <= set(re.findall(r"{(.+?)}", text)) and text not in marks:
                yield f"{place}.from", f"{text!r} does not give all that {form.url!r} needs"


def _page_faults(site: SiteMap) -> Iterator[Fault]:
    for number, page in enumerate(site.page):
        place = f"page.{number} ({page.kind})"
        yield from _uncompiled(f"{place}.from", page.from_, compile_form)
        yield from _uncompiled(f"{place}.card", page.card, Selector)
        yield from _uncompiled(f"{place}.data", page.data, compile_text)
        for key in ("is_company", "is_person"):
            yield from _pattern_faults(site, f"{place}.{key}", getattr(page, key))
        for key in ("name", "headline", "company"):
            for text in getattr(page, key):
                yield from _pattern_faults(site, f"{place}.{key}", text.split(" then "))
        for name, texts in page.canary.items():
            yield from _pattern_faults(site, f"{place}.canary.{name}", texts)


def _control_faults(site: SiteMap) -> Iterator[Fault]:
    ids = [shape.id for shape in (*site.control, *site.sign)]
    for number, control in enumerate(site.control):
        place = f"control.{number} ({control.id})"
        yield from _shape_faults(site, place, control, ids)
        for key in ("text", "mention"):
            yield from _uncompiled(f"{place}.{key}", [getattr(control, key) or "*"], Selector)
    for number, sign in enumerate(site.sign):
        yield from _shape_faults(site, f"sign.{number} ({sign.id})", sign, ids)


def _shape_faults(site: SiteMap, place: str, control: Shape, ids: list[str]) -> Iterator[Fault]:
    kinds = {page.kind for page in site.page}
    if ids.count(control.id) > 1:
        yield place, "two controls have this id"
    yield from _pattern_faults(site, f"{place}.match", control.match)
    yield from _pattern_faults(site, f"{place}.unless", control.unless)
    for key in ("within", "card"):
        yield from _uncompiled(f"{place}.{key}", getattr(control, key), compile_pattern)
    yield from _pattern_faults(site, f"{place}.name", [control.name or "*"])
    for kind in control.page:
        if kind not in kinds:
            yield f"{place}.page", f"there is no kind of page {kind!r}"


def _request_faults(site: SiteMap) -> Iterator[Fault]:
    for number, request in enumerate(site.request):
        if request.to.split("/")[2] not in site.hosts:
            yield f"request.{number}.to", f"{request.to!r} is of none of the site's hosts"


def _pattern_faults(site: SiteMap, place: str, texts: list[str] | tuple[str, ...]) -> Iterator[Fault]:
    yield from _uncompiled(place, texts, compile_pattern)
    for text in texts:
        for group in _GROUP.findall(text):
            if group not in site.labels:
                yield place, f"there are no labels {group!r}"


def _uncompiled(place: str, texts: Any, compiler: Callable[[str], object]) -> Iterator[Fault]:
    for text in texts:
        try:
            compiler(text)
        except (ValueError, re.error) as wrong:
            yield place, f"{text!r}: {wrong}"


def _place(steps: Sequence[int | str]) -> str:
    return ".".join(str(step) for step in steps)
