"""What a page is and whom it is about: its kind by the address, name and card by the map."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from bs4 import Tag

from poise.sites import tree
from poise.sites.address import Address
from poise.sites.around import Around
from poise.sites.identity import Identity, identity_at, ids_by, marks
from poise.sites.labels import Heard, Said, hear
from poise.sites.pattern import Pattern, compile_pattern
from poise.sites.schema import PageKind, SiteMap
from poise.sites.selector import Selector
from poise.text import title_name

NOTHING = Said(None)
LONGEST_DATA = 2_000_000  # characters of a page's JSON that are looked through


@dataclass(frozen=True)
class Page:
    """One page under one site map; everything else is found in `root` when it is asked for."""

    site: SiteMap
    url: str
    address: Address
    root: Tag

    @cached_property
    def elements(self) -> list[Tag]:
        return list(tree.elements(self.root))

    @cached_property
    def around(self) -> Around:
        return Around(self.elements)

    @cached_property
    def shape(self) -> PageKind | None:
        """The first kind of page whose addresses include this one."""
        for page in self.site.page:
            found = [form.match(self.address, self.site.host_pattern) for form in page.compiled]
            if any(values is not None and self._free(values) for values in found):
                return page
        return None

    def _free(self, values: dict[str, str]) -> bool:
        return not any(value.lower() in self.site.reserved for value in values.values())

    @property
    def kind(self) -> str | None:
        return self.shape.kind if self.shape else None

    @cached_property
    def identity(self) -> Identity | None:
        return identity_at(self.site, self.address)

    @cached_property
    def card(self) -> Tag | None:
        """The top card: the first shown element that the map calls so."""
        for selector in self.shape.cards if self.shape else ():
            for tag in self._candidates(selector):
                if self.around.matches(selector, tag) and not self.around.hidden(tag):
                    return tag
        return None

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of whom the page is about: of its address, and of the top card's own attributes."""
        own = self.identity.ids if self.identity else ()
        return tuple(dict.fromkeys([*own, *tag_marks(self.site, self.card)])) if self.card else own

    @cached_property
    def name(self) -> str | None:
        return self._first(self.shape.name) if self.shape else None

    def about(self) -> dict[str, object] | None:
        """Whom the page is about, as `poise read-page` prints it; null if it is about nobody."""
        if self.identity is None or self.shape is None or not self.shape.name:
            return None
        company = self._first(self.shape.company)
        return {
            "kind": self._whose(),
            "name": self.name,
            "url": self.identity.url,
            "ids": list(dict.fromkeys([*self.ids, *self._data_ids()])),
            "headline": self._first(self.shape.headline),
            "company": company.split(" · ")[0] if company else None,
        }

    def _whose(self) -> str | None:
        """What the address says, or else what the card shows: a company's page, or a person's."""
        if self.identity is None or self.shape is None:
            return None
        if self.identity.kind != "profile":
            return self.identity.kind
        shown = {kind for kind in ("company", "person") if self._in_card(getattr(self.shape, f"is_{kind}"))}
        return shown.pop() if len(shown) == 1 else "profile"

    def _in_card(self, texts: tuple[str, ...]) -> bool:
        return any(self._found(text) for text in texts)

    def _data_ids(self) -> list[str]:
        """The ids that the page's own data give, of each kind the only one: of several, none is taken for the owner's."""
        forms = self.shape.marks if self.shape else []
        found = [tuple(dict.fromkeys(ids_by(self.site, form, self._data))) for form in forms]
        return [ids[0] for ids in found if len(ids) == 1]

    @cached_property
    def _data(self) -> str:
        scripts = (tag.get_text() for tag in self._by_name.get("script", ()))
        return "\n".join(scripts)[:LONGEST_DATA]

    def missing(self) -> list[str]:
        """The canaries that should be on this kind of page and are not."""
        canaries = self.shape.canary.items() if self.shape else ()
        return sorted(name for name, texts in canaries if not any(map(self._is_there, texts)))

    def says(self, pattern: Pattern, tag: Tag) -> Said | None:
        """What `tag` says if `pattern` is it; null if it is not."""
        return self.hears(pattern, tag) if self.around.matches(pattern.selector, tag) else None

    def hears(self, pattern: Pattern, tag: Tag) -> Said | None:
        """The same of an element that the pattern's selector matches."""
        if not self.around.holds(pattern.holds, tag):
            return None
        if pattern.group is None:
            return NOTHING
        key = (pattern.group, id(tag))
        if key not in self._said:
            self._said[key] = self._reads(pattern.group, tag)
        return self._said[key]

    @cached_property
    def _said(self) -> dict[tuple[str, int], Said | None]:
        return {}

    def _reads(self, group: str, tag: Tag) -> Said | None:
        """Of all that `tag` may be called, what names somebody goes before what does not."""
        labels = self.site.said[group]
        found = [said for heard in self._heard(tag) if (said := labels.read(heard))]
        return next((said for said in found if said.name), found[0]) if found else None

    def _heard(self, tag: Tag) -> list[Heard]:
        """All that `tag` may be called, found once."""
        key = id(tag)
        if key not in self._labels:
            self._labels[key] = [heard for label in tree.labels(tag) if (heard := hear(label))]
        return self._labels[key]

    @cached_property
    def _labels(self) -> dict[int, list[Heard]]:
        return {}

    @cached_property
    def _by_name(self) -> dict[str, list[Tag]]:
        found: dict[str, list[Tag]] = {}
        for tag in self.elements:
            found.setdefault(tag.name, []).append(tag)
        return found

    def _candidates(self, selector: Selector) -> Iterator[Tag]:
        """What `selector` might match."""
        if selector.names is None:
            return iter(self.elements)
        return chain.from_iterable(self._by_name.get(name, ()) for name in selector.names)

    def _is_there(self, text: str) -> bool:
        pattern = compile_pattern(text)
        seen = (tag for tag in self._candidates(pattern.selector) if self.says(pattern, tag))
        return any(not self.around.hidden(tag) for tag in seen)

    def _first(self, texts: tuple[str, ...]) -> str | None:
        """The text of the first path that leads somewhere: within the card, or `title`."""
        for path in texts:
            if path == "title":
                found = self._title()
            else:
                tag = self._found(path)
                found = tree.text(tag) if tag else ""
            if found:
                return found
        return None

    def _title(self) -> str:
        titles = self._by_name.get("title", ())
        return title_name(titles[0].get_text()) if titles else ""

    def _found(self, path: str) -> Tag | None:
        """The end of a path `this then that`: each the first one shown, in the card, after the one before."""
        rest = tree.elements(self.card) if self.card else iter(())
        found = None
        for pattern in (compile_pattern(step) for step in path.split(" then ")):
            found = next(
                (tag for tag in rest if self.says(pattern, tag) and not self.around.hidden(tag)), None
            )
        return found


def tag_marks(site: SiteMap, tag: Tag) -> tuple[str, ...]:
    """The ids in any attribute of `tag`."""
    found = [mark for value in tag.attrs.values() for mark in marks(site, str(value))]
    return tuple(dict.fromkeys(found))
