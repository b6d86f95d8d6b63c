"""The practice Facebook: its pages."""

from flask import Flask

from ..common import create_site
from ..people import People
from ..record import Record


def create_app(people: People, record: Record) -> Flask:
    return create_site(__name__, people, record, "default-src 'self'")
