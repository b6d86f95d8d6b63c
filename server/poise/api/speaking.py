"""The language of whoever calls."""

from flask import request

SPOKEN_AS = {"en": "en", "de": "de", "nb": "nb", "nn": "nb", "no": "nb"}


def caller_language() -> str:
    """The first of the caller's languages that Poise speaks, else English."""
    wanted = (tag.partition("-")[0].lower() for tag in request.accept_languages.values())
    return next((SPOKEN_AS[one] for one in wanted if one in SPOKEN_AS), "en")
