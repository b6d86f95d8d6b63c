"""The composer: from answers to a draft, findings put right by a press, kept, and told as sent."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

from .finding import WORDS
from .screen import Screen
from .service import Service
from .tracking import track
from .waiting import until

SET = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', { bubbles: true }))"


@contextmanager
def composer(screen: Screen, person: str, kind: str = "thank_you") -> Iterator[Screen]:
    with screen.on_our_page():
        go(screen, person, kind)
        yield screen
        screen.driver.get(screen.browser.page("options.html"))


def go(screen: Screen, person: str, kind: str = "thank_you") -> None:
    screen.driver.get("about:blank")
    screen.driver.get(f"{screen.browser.page('note.html')}#person={person}&for=instead&kind={kind}")
    until(lambda: screen.find("html").get_attribute("data-ready"), "the composer read")


def write(screen: Screen, words: str) -> None:
    field = screen.find('[name="text"]')
    field.clear()
    screen.driver.execute_script(SET, field, words)


def text(screen: Screen) -> str:
    return str(screen.find('[name="text"]').get_property("value"))


def found(screen: Screen, selector: str) -> bool:
    return bool(screen.driver.execute_script("return document.querySelector(arguments[0])", selector))


def press(screen: Screen, selector: str) -> None:
    element = until(lambda: screen.find(selector), selector)
    screen.show(element)
    element.click()


def ask(screen: Screen, path: str) -> Any:
    script = (
        "const api = globalThis.browser ?? chrome;"
        "api.runtime.sendMessage({ kind: 'request', method: 'GET', path: arguments[0] }).then(arguments[1])"
    )
    return screen.driver.execute_async_script(script, path)["body"]["items"]


@pytest.fixture
def person(screen: Screen) -> str:
    made: str = track(screen, name="Jane Doe", profiles=["https://www.linkedin.com/in/jane-doe/"])[
        "interviewer"
    ]["id"]
    screen.tell({"kind": "renew"})
    return made


def test_answers_become_a_draft_that_opens_in_mail(screen: Screen, person: str) -> None:
    with composer(screen, person):
        assert "Jane Doe" in screen.find("#for").text
        until(lambda: screen.find("#stayed"), "the questions").send_keys("the brass valves & the cellar")
        press(screen, "#make")
        until(lambda: "What stayed with me: the brass valves & the cellar." in text(screen), "the draft")
        assert text(screen).startswith("Hi Jane,")
        mail = urlsplit(str(screen.find("#mail").get_attribute("href")))
        asked = parse_qs(mail.query)
        assert (mail.scheme, mail.path, asked["subject"]) == (
            "mailto",
            "",
            ["Thank you for our conversation"],
        )
        assert asked["body"] == [text(screen).replace("\n", "\r\n")]


def test_a_finding_is_put_right_by_a_press_and_by_key(screen: Screen, person: str) -> None:
    with composer(screen, person):
        write(screen, "👏 Dear Jnae,\n\nthe cellar stayed with me.")
        press(screen, '[data-finding="name-misspelt"] [data-do="apply"]')
        until(lambda: text(screen).startswith("👏 Dear Jane,"), "put right")
        until(lambda: not found(screen, '[data-finding="name-misspelt"]'), "no more found")
        show = until(lambda: screen.find('[data-finding="no-thanks"] [data-do="show"]'), "the other finding")
        show.send_keys(Keys.ENTER)
        assert screen.driver.switch_to.active_element.get_attribute("name") == "text"


def test_a_word_that_the_user_vouches_for_is_no_fault_again(screen: Screen, person: str) -> None:
    with composer(screen, person):
        write(screen, "Thank you for showing me the zyxwort by the stairs.")
        press(screen, '[data-finding="spelling"] [data-do="vouch"]')
        until(lambda: not found(screen, '[data-finding="spelling"]'), "known now")


def test_what_is_written_is_kept_and_what_was_sent_is_told(screen: Screen, person: str) -> None:
    with composer(screen, person):
        write(screen, "Dear Jane, thank you for the cellar.")
        until(lambda: ask(screen, "/drafts"), "kept")
        go(screen, person)
        assert text(screen) == "Dear Jane, thank you for the cellar."
        press(screen, "#sent")
        until(lambda: screen.find("#outcome").text, "told")
        press(screen, "#sent")
        until(lambda: screen.find("#outcome").text, "told once more")
        assert [one["kind"] for one in ask(screen, "/interactions")] == ["thank_you"]
        assert [bool(one["sent_at"]) for one in ask(screen, "/drafts")] == [True]


def test_what_could_not_be_kept_stays_though_another_kind_is_chosen(
    screen: Screen, person: str, service: Service
) -> None:
    with composer(screen, person):
        write(screen, "Dear Jane, thank you for the cellar.")
        service.stop()
        kind = Select(screen.find('[name="kind"]'))
        kind.select_by_value("follow_up")
        until(lambda: kind.first_selected_option.get_attribute("value") == "thank_you", "the kind put back")
        assert text(screen) == "Dear Jane, thank you for the cellar."
        assert WORDS["finding_absent"] in screen.find("#outcome").text
        service.start()
        kind.select_by_value("follow_up")
        until(lambda: text(screen) == "", "the other note")
        kind.select_by_value("thank_you")
        until(lambda: text(screen) == "Dear Jane, thank you for the cellar.", "this one")


def test_where_nothing_can_be_read_it_is_said_that_there_may_be_notes(
    screen: Screen, person: str, service: Service
) -> None:
    service.stop()
    with composer(screen, person):
        assert WORDS["finding_absent"] in until(lambda: screen.find("#outcome").text, "why it is empty")


def test_a_word_vouched_for_in_one_tab_is_known_to_one_that_was_open_before(
    screen: Screen, person: str
) -> None:
    with composer(screen, person):
        screen.api("api.storage.local.set({ vouched: ['quillfish'] })")  # the other tab
        write(screen, "Thank you for showing me the zyxwort.")
        press(screen, '[data-finding="spelling"] [data-do="vouch"]')
        until(lambda: not found(screen, '[data-finding="spelling"]'), "known now")
    assert screen.api("api.storage.local.get('vouched')") == {"vouched": ["quillfish", "zyxwort"]}


def test_a_draft_thrown_away_comes_back(screen: Screen, person: str) -> None:
    with composer(screen, person):
        write(screen, "Dear Jane, thank you.")
        until(lambda: ask(screen, "/drafts"), "kept")
        press(screen, "#discard")
        until(lambda: ask(screen, "/drafts") == [], "gone")
        press(screen, '#outcome [data-do="undo"]')
        until(lambda: text(screen) == "Dear Jane, thank you.", "back")


def test_what_another_there_is_sent_is_compared(screen: Screen, person: str) -> None:
    other = track(screen, name="Tom Roe", profiles=["https://www.linkedin.com/in/tom-roe/"])["interviewer"][
        "id"
    ]
    screen.tell({"kind": "renew"})
    same = "Thank you. The flooded cellar made me laugh on the train home."
    with composer(screen, other):
        write(screen, same)
        until(lambda: ask(screen, "/drafts"), "kept")
        link = screen.find("#others a:not([aria-current])")
        assert "Jane Doe" in link.text
        go(screen, person)
        write(screen, same)
        alike = until(lambda: screen.find('[data-finding="same-as-another"] q'), "too alike")
        assert "flooded cellar" in alike.text


def test_what_is_too_long_for_linkedin_is_not_copied(screen: Screen, person: str) -> None:
    company = screen.tell({"kind": "request", "method": "GET", "path": "/applications"})["body"]["items"][0]
    screen.tell({
        "kind": "request", "method": "PUT", "path": f"/applications/{company['id']}", "headers": {"If-Match": "*"},
        "body": {k: v for k, v in company.items() if k not in ("id", "version", "stage")} | {"outcome": {"kind": "offer", "at": company["interviews"][0]["ends"]}},
    })  # fmt: skip
    with composer(screen, person, "connect_note"):
        assert (
            Select(screen.find('[name="kind"]')).first_selected_option.get_attribute("value")
            == "connect_note"
        )
        write(screen, "Dear Jane, thank you. " * 15)
        assert "330" in screen.find("#count").text
        press(screen, "#copy")
        until(lambda: "300" in screen.find("#outcome").text, "refused")
        assert not screen.find("#mail").is_displayed()
