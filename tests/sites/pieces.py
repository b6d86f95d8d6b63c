"""Pieces of LinkedIn pages made by chance, each with what is true of it: what its controls do, and to whom."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from random import Random
from urllib.parse import quote

from tests.practice.people import Person
from tests.sites.examples import maps

# Of a language that no list has; what is recognised in it is recognised without a label.
UNLISTED = "st"
WORDS = {
    "connect": "Kgokahana",
    "invite": "Mema {n} hore le kgokahane",
    "follow": "Latela",
    "more": "Tse ding",
}
HIDING = ('style="display: none"', "hidden", 'aria-hidden="true"', 'style="color: red; visibility:hidden"')


@dataclass(frozen=True)
class Truth:
    """What a use of one control really comes to; `url` or `name` is empty where nothing on the page can say it."""

    action: str
    url: str
    name: str = ""


@dataclass
class Maker:
    """One page in the making."""

    chance: Random
    people: list[Person]
    language: str

    @property
    def listed(self) -> bool:
        return self.language != UNLISTED

    def says(self, group: str, person: Person | None = None) -> str:
        """A label as it stands in the page, with marks that nobody sees now and then."""
        rows = maps()["linkedin"].labels[group]
        text = self.chance.choice(rows[self.language]) if self.listed else WORDS[group]
        text = text.replace("*", "x").replace("{n}", person.name if person else "")
        return escape(self._marked(text) if self.chance.random() < 0.3 else text)

    def _marked(self, text: str) -> str:
        spaced = text.replace(" ", self.chance.choice(["\u00a0", "\u202f", "  "]), 1)
        return self.chance.choice(["\u200f", "\u200e", "\u034f"]) + spaced + "\u200e"

    def shown(self) -> str:
        return f' class="_{self.chance.getrandbits(32):08x} _{self.chance.getrandbits(32):08x}"'

    def wrapped(self, html: str) -> str:
        """In as many boxes without a meaning as chance has it."""
        for _ in range(self.chance.randrange(4)):
            contents = self.chance.choice(
                ["", ' style="display: contents"', f' id="ember{self.chance.randrange(999)}"']
            )
            html = f"<div{self.shown()}{contents}>{html}</div>"
        return html

    def key(self, person: Person) -> str:
        way = self.chance.randrange(3)
        if way == 0:
            return ""
        said = f"urn:li:member:{person.member}" if way == 1 else f"urn:li:fsd_profile:{person.urn()}"
        return f' componentkey="ConnectButtonstate:invitation:{said}_connect"'

    def face(self, group: str, icon: str = "") -> str:
        drawn = f'<svg id="{icon}"></svg>' if icon else ""
        return f"<span{self.shown()}>{drawn}<span>{self.says(group)}</span></span>"


Piece = Callable[[Maker, Person], tuple[str, list[Truth]]]


def address(person: Person) -> str:
    return f"https://www.linkedin.com/in/{person.slug}/"


def link(maker: Maker, person: Person, path: str = "custom-invite") -> tuple[str, list[Truth]]:
    href = f"/preload/{path}/?vanityName={quote(person.slug)}"
    label = maker.says("invite", person)
    html = (
        f'<a aria-label="{label}" href="{href}"{maker.key(person)}{maker.shown()}>{maker.face("connect")}</a>'
    )
    return maker.wrapped(html), [Truth("connect", address(person))]


def button(maker: Maker, person: Person) -> tuple[str, list[Truth]]:
    """Says whom only by its label; in a language that no list has, what it does is said by its icon."""
    icon = "" if maker.listed else "connect-small"
    label = maker.says("invite", person)
    html = f'<button type="button" aria-label="{label}"{maker.key(person)}>{maker.face("connect", icon)}</button>'
    return maker.wrapped(html), [Truth("connect", address(person))]


def message(maker: Maker, person: Person) -> tuple[str, list[Truth]]:
    href = f"/messaging/compose/?recipient={person.urn()}"
    return maker.wrapped(f'<a href="{href}"{maker.shown()}>M</a>'), [Truth("message", address(person))]


def follow(maker: Maker, person: Person) -> tuple[str, list[Truth]]:
    """Recognised by its label alone, away from a top card."""
    html = f'<button aria-label="{maker.says("follow", person)}"{maker.shown()}><svg id="add-small"></svg>F</button>'
    return maker.wrapped(html), [Truth("follow", address(person))] if maker.listed else []


def conversation(maker: Maker, person: Person) -> str:
    """An open conversation, known by its header, though others have written in it."""
    other = maker.chance.choice([one for one in maker.people if one is not person])
    said = f'<li><a href="/in/{other.slug}/">{escape(other.name)}</a><p>Hello</p></li>'
    header = f'<header class="msg-overlay-bubble-header"><a href="/in/{quote(person.slug)}/">{escape(person.name)}</a></header>'
    field = '<div role="textbox" contenteditable="true"><p>Good morning</p></div>'
    form = f'<form class="msg-form">{maker.wrapped(field)}<button>GIF</button>{maker.wrapped("<button type=submit>S</button>")}</form>'
    return f'<div class="msg-overlay-conversation-bubble">{header}<ul>{said}</ul>{form}</div>'


def dialog(maker: Maker) -> str:
    """The invite dialog: its first step or the one with a note, in two layouts; its last button sends."""
    note = "<textarea>Good morning</textarea>" if maker.chance.random() < 0.5 else ""
    dismiss = '<button class="artdeco-modal__dismiss">x</button>' if maker.chance.random() < 0.5 else ""
    last = maker.says("send-invite") if maker.listed else "Romela"
    buttons = f"<button>{'Hlakola' if note else 'Kenya molaetsa'}</button><button>{last}</button>"
    inner = f'<div role="dialog" aria-labelledby="send-invite-modal">{dismiss}{maker.wrapped(note)}{maker.wrapped(buttons)}</div>'
    return f'<div id="interop-outlet"><template shadowrootmode="open">{inner}</template></div>'


def nothing(maker: Maker, person: Person) -> tuple[str, list[Truth]]:
    """What looks like reaching out and is none of it."""
    pending = (
        f'<button aria-label="{maker.says("pending")}" componentkey="state:{person.member}_pending">P</button>'
        if maker.listed
        else ""
    )
    more = f'<button aria-expanded="false" aria-label="{maker.says("more")}">⋯</button>'
    profile = f'<a href="/messaging/compose/?body={quote(address(person), safe="")}">Send profile</a>'
    withdraw = f'<a href="/in/{quote(person.slug)}/" componentkey="state:urn:li:member:{person.member}_pending">P</a>'
    return maker.chance.choice([pending, more, profile, withdraw, "<button disabled>Connect</button>"]), []


def named(maker: Maker, person: Person) -> str:
    """A person's name as a link, the picture before it as a link too, which says nothing."""
    href = f"/in/{quote(person.slug)}/" + maker.chance.choice(["", "?miniProfileUrn=x", "#top"])
    picture = f'<a href="{href}" aria-hidden="true"><img alt=""></a>' if maker.chance.random() < 0.5 else ""
    return picture + maker.wrapped(
        f'<p><a href="{href}">{escape(person.name)}</a> <span>· 2nd</span></p><p>{escape(person.headline)}</p>'
    )


def hidden(maker: Maker, html: str) -> str:
    return f"<div {maker.chance.choice(HIDING)}>{html}</div>"
