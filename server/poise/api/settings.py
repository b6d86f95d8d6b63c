"""The user's settings."""

from flask import Blueprint

from poise.api.endpoint import endpoint
from poise.api.service import Service, service
from poise.api.wire import Language, Message, plain
from poise.store import settings

blueprint = Blueprint("settings", __name__)


class SettingsMessage(Message):
    """`language`: en, de or nb, for whoever asks for no other."""

    language: Language = "en"


@endpoint(blueprint, "GET", "/settings", gives=SettingsMessage)
def show_settings() -> SettingsMessage:
    """All settings."""
    return settings_of(service())


@endpoint(blueprint, "PUT", "/settings", takes=SettingsMessage, gives=SettingsMessage)
def change_settings(body: SettingsMessage) -> SettingsMessage:
    """Change all settings at once."""
    with service().database.writing() as session:
        settings.store(session, plain(body))
    return body


def settings_of(here: Service) -> SettingsMessage:
    def read() -> SettingsMessage:
        with here.database.reading() as session:
            return SettingsMessage(**settings.stored(session))

    return here.kept.get("settings", read)


def language_of(here: Service, asked: str | None) -> str:
    """The language to answer in: the one asked for, else the user's."""
    return asked or settings_of(here).language
