"""The interviews that a preview of a calendar offers."""

from typing import Any

from poise.intake.offers import Meeting
from tests.intake.calendars import calendar, event
from tests.intake.conftest import Intake


def meetings(intake: Intake, file: str | bytes, **wished: Any) -> list[Meeting]:
    offers = [row.offers[0] for row in intake.preview(file, **wished).rows]
    return [offer for offer in offers if isinstance(offer, Meeting)]


def the_meeting(intake: Intake, *args: Any, **changed: Any) -> Meeting:
    (found,) = meetings(intake, calendar(event(*args, **changed)))
    return found
