"""The tables, all known at once: they name each other."""

from poise.store.models.account import Account
from poise.store.models.application import Application, Interview
from poise.store.models.base import Base, Noun, Owned
from poise.store.models.browser import Browser
from poise.store.models.calendar_entry import CalendarEntry
from poise.store.models.change import Change
from poise.store.models.choice import Choice
from poise.store.models.company import Alias, Company, Page
from poise.store.models.draft import Draft
from poise.store.models.interaction import Interaction
from poise.store.models.interviewer import Identity, Interviewer
from poise.store.models.part import Part
from poise.store.models.setting import Setting

__all__ = [
    "Account",
    "Alias",
    "Application",
    "Base",
    "Browser",
    "CalendarEntry",
    "Change",
    "Choice",
    "Company",
    "Draft",
    "Identity",
    "Interaction",
    "Interview",
    "Interviewer",
    "Noun",
    "Owned",
    "Page",
    "Part",
    "Setting",
]
