"""What went out to somebody tracked is noted by itself, kind, place and time; to a stranger, nothing."""

from .arena import rows
from .battery import Site, interviewer
from .service import Service
from .waiting import until


def noted(service: Service) -> list[tuple[str, str, str]]:
    query = "select interactions.id, name, kind, channel from interactions join interviewers on interviewers.id = interviewer_id"
    return sorted((name, kind, channel) for _, name, kind, channel in rows(service, query))


def test_a_message_that_was_sent_anyway_is_noted(site: Site, service: Service) -> None:
    interviewer(site, "jane-doe")
    site.open("/in/jane-doe/", message="inmail")
    site.holds("message jane-doe top", rule="new-channel")
    site.screen.choose("send_anyway")
    site.passes("message jane-doe top")
    site.type("message-text jane-doe", "Thank you for the tour of the warehouse.")
    site.passes("send-message jane-doe")
    until(lambda: noted(service) == [("Jane Doe", "message", "linkedin")], "the message noted")


def test_a_comment_that_was_posted_is_noted(site: Site, service: Service) -> None:
    interviewer(site, "jane-doe")
    site.open("/feed/")
    for slug, text in (
        ("sam-poe", "I like your timetables."),
        ("jane-doe", "Which shift was it that began?"),
    ):
        site.type(f"comment {slug}", text)
        site.passes(f"send-comment {slug}")
    until(lambda: noted(service) == [("Jane Doe", "comment", "linkedin")], "her comment noted, and no other")
