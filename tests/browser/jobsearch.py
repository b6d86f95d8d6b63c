"""A job search as the dashboard shows it: six applications in every stage, and names that strain a page."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from .screen import Screen
from .tracking import BERLIN, interview

MARKUP = "<b onclick=alert(1)>Zoë</b> O'Neill & Sons"
RTL = "מרים אבן־עזרא"
COMBINING = "Z" + "\u0301\u0323" * 149 + "d"
LONG = "Wolfeschlegelsteinhausenbergerdorff" * 5 + " Konstantin Maximilian the Third"
ODD = (MARKUP, RTL, COMBINING, LONG[:200])


def at(**ahead: float) -> str:
    return (datetime.now(BERLIN).replace(microsecond=0) + timedelta(**ahead)).isoformat()


def day(**ahead: float) -> str:
    return at(**ahead)[:10]


def ask(screen: Screen, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
    answer = screen.tell({"kind": "request", "method": method, "path": path, "body": body})
    assert answer.get("status", 599) < 300, answer
    return answer["body"]


def add_application(screen: Screen, company: str, **said: Any) -> str:
    body = {"id": str(uuid4()), "company": company, **said}
    found: str = ask(screen, "POST", "/applications", body)["id"]
    return found


def add_person(screen: Screen, name: str, *applications: str, **said: Any) -> str:
    body = {"id": str(uuid4()), "name": name, "roles": [{"application": one} for one in applications], **said}
    found: str = ask(screen, "POST", "/interviewers", body)["id"]
    return found


def note(screen: Screen, person: str, kind: str, when: str, channel: str = "email") -> None:
    body = {"id": str(uuid4()), "interviewer": person, "kind": kind, "channel": channel, "at": when}
    ask(screen, "POST", "/interactions", body)


def seed(screen: Screen) -> dict[str, str]:
    """The ids of what was made, by short names."""
    acme = add_application(
        screen, "Acme GmbH", role="Data engineer", applied_on=day(days=-34),
        interviews=[interview(days=-13), interview(hours=-20)],
    )  # fmt: skip
    nordlicht = add_application(
        screen, "Nordlicht Labs", role="Analytics engineer", applied_on=day(days=-9), interviews=[interview(days=3)]
    )  # fmt: skip
    fjordkraft = add_application(
        screen, "Fjordkraft Data AS", role="Platform engineer", applied_on=day(days=-40),
        interviews=[interview(days=-20)], outcome={"kind": "offer", "at": at(days=-2)},
    )  # fmt: skip
    globex = add_application(
        screen, "Globex", role="Data analyst", interviews=[interview(days=-30)],
        outcome={"kind": "rejected", "at": at(days=-6)},
    )  # fmt: skip
    initech = add_application(screen, "Initech", applied_on=day(days=-66), interviews=[interview(days=-55)])
    add_application(screen, "Hooli", role="Research engineer", applied_on=day(days=-4))
    jane = add_person(
        screen,
        "Jane Doe",
        acme,
        profiles=["https://www.linkedin.com/in/jane-doe/"],
        headline="Head of Data Engineering at Acme GmbH",
    )
    omar = add_person(screen, "Omar Haddad", acme)
    add_person(screen, "Tom Lindqvist", nordlicht)
    bjorn = add_person(screen, "Bjørn Åse-Müller", fjordkraft)
    add_person(screen, "Priya Raman", globex)
    peter = add_person(screen, "Peter Gibbons", initech)
    for person, kind, when in (
        (jane, "thank_you", at(days=-12.8)), (omar, "thank_you", at(days=-12.7)), (jane, "follow_up", at(days=-8)),
        (jane, "they_wrote", at(days=-6)), (bjorn, "thank_you", at(days=-19.8)), (peter, "thank_you", at(days=-54)),
        (peter, "follow_up", at(days=-50)), (peter, "follow_up", at(days=-45)),
    ):  # fmt: skip
        note(screen, person, kind, when)
    return {"acme": acme, "globex": globex, "jane": jane, "omar": omar, "initech": initech}
