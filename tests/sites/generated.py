"""Whole LinkedIn pages made by chance from a number: wrappers, twins, hidden copies, any language; and what is true of them."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from random import Random

from tests.practice.people import Person, load
from tests.sites.examples import maps
from tests.sites.pieces import (
    UNLISTED,
    Maker,
    Piece,
    Truth,
    address,
    button,
    conversation,
    dialog,
    follow,
    hidden,
    link,
    message,
    named,
    nothing,
)

Body = tuple[str, str, list[Truth]]


@dataclass(frozen=True)
class Generated:
    number: int
    kind: str
    url: str
    html: str
    truth: list[Truth]


def generated(number: int) -> Generated:
    """The page of this number, always the same."""
    chance = Random(number)
    languages = [*maps()["linkedin"].labels["invite"], UNLISTED]
    people = [person for person in load().persons if person.slug != "jane-doe-4b2a91"]
    maker = Maker(chance, chance.sample(people, len(people)), chance.choice(languages))
    kind = chance.choice(list(PAGES))
    url, body, truth = PAGES[kind](maker)
    return Generated(number, kind, url, f"<!doctype html><html><body>{body}</body></html>", truth)


def profile(maker: Maker) -> Body:
    whose, *others = maker.people
    actions, truth = _actions(maker, whose)
    card = f"<h2>{escape(whose.name)}</h2><p>· 2nd</p><p>{escape(whose.headline)}</p>{maker.wrapped(actions)}"
    top = f'<div componentkey="com.linkedin.sdui.profile.card.ref{whose.urn()}Topcard">{card}</div>'
    rail, beside = cards(maker, others[:4], "li", (button, link, message, nothing))
    title = f"<title>({maker.chance.randrange(9)}) {escape(whose.name)} | LinkedIn</title>"
    return (
        address(whose),
        f"{title}<main>{maker.wrapped(top)}</main><aside><ul>{rail}</ul></aside>",
        [*truth, *beside],
    )


def _actions(maker: Maker, whose: Person) -> tuple[str, list[Truth]]:
    """The row of a top card: once shown, now and then once more where nobody sees it."""
    html, truth = maker.chance.choice((link, button, message, nothing))(maker, whose)
    return (hidden(maker, html) + html, truth * 2) if maker.chance.random() < 0.4 else (html, truth)


def search(maker: Maker) -> Body:
    rows, truth = cards(maker, maker.people[:6], 'div role="listitem"', (_found, button, message, nothing))
    return "https://www.linkedin.com/search/results/people/?keywords=x", f"<main>{rows}</main>", truth


def _found(maker: Maker, person: Person) -> tuple[str, list[Truth]]:
    return link(maker, person, "search-custom-invite")


def network(maker: Maker) -> Body:
    tiles, truth = cards(maker, maker.people[:8], 'div role="listitem"', (button, nothing))
    screen = 'data-sdui-screen="com.linkedin.sdui.flagshipnav.mynetwork.CohortSeeAll"'
    main = f'<div role="{maker.chance.choice(["main", "dialog"])}" {screen}>{tiles}</div>'
    return "https://www.linkedin.com/mynetwork/grow/", maker.wrapped(main), truth


def feed(maker: Maker) -> Body:
    posts, truth = cards(
        maker, maker.people[:5], 'div role="listitem"', (button, link, message, follow, nothing)
    )
    whom = maker.people[6]
    beside = f'<main data-testid="mainFeed">{posts}</main>{conversation(maker, whom)}'
    return "https://www.linkedin.com/feed/", beside, [*truth, Truth("message", address(whom))]


def dialogs(maker: Maker) -> Body:
    """The invite dialog in the shadow root, over somebody's profile: whose it is, only what opened it can say."""
    url, body, truth = profile(maker)
    return url, body + dialog(maker), [*truth, Truth("connect", "")]


def menu(maker: Maker) -> Body:
    whose, other = maker.people[:2]
    item, truth = link(maker, whose)
    item = item.replace("<a ", '<a role="menuitem" tabindex="0" ', 1)
    title = f"<title>{escape(whose.name)} | LinkedIn</title>"
    portal = f'<div data-floating-ui-portal=""><div role="menu" popover="manual">{nothing(maker, other)[0]}{item}</div></div>'
    return address(whose), f"{title}<main><p>x</p></main>{portal}", truth


def people_tab(maker: Maker) -> Body:
    tag = 'li class="org-people-profile-card__profile-card-spacing"'
    rows, truth = cards(maker, maker.people[:5], tag, (button, nothing))
    return "https://www.linkedin.com/company/acme-gmbh/people/", f"<ul>{rows}</ul>", truth


def cards(maker: Maker, people: list[Person], tag: str, pieces: tuple[Piece, ...]) -> tuple[str, list[Truth]]:
    """One card a person; some link to somebody else as well, some stand there twice."""
    parts, truths = [], []
    for person in people:
        control, truth = maker.chance.choice(pieces)(maker, person)
        html = f"<{tag}>{maker.wrapped(named(maker, person) + _mutual(maker, person, truth))}{control}</{tag.split()[0]}>"
        twice = maker.chance.random() < 0.2
        parts.append(hidden(maker, html) + html if twice else html)
        truths += truth * (2 if twice else 1)
    return "".join(parts), truths


def _mutual(maker: Maker, person: Person, truth: list[Truth]) -> str:
    """Now and then a link to somebody else, beside a control that says itself whom it is for."""
    other = maker.chance.choice([one for one in maker.people if one is not person])
    says_so = all(one.action == "connect" for one in truth)
    shown = says_so and maker.chance.random() < 0.3
    return f'<p><a href="/in/{other.slug}/">{escape(other.name)}</a> too</p>' if shown else ""


PAGES: dict[str, Callable[[Maker], Body]] = {
    "profile": profile, "search": search, "network": network, "feed": feed, "menu": menu, "dialog": dialogs,
    "company-people": people_tab,
}  # fmt: skip
