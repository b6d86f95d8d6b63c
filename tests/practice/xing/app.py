"""The practice XING (facebook 5): a request opens a dialog for some words in the header, and is sent at once in lists."""

from flask import Flask

from ..people import People, Person
from ..record import Record
from ..small import Place, create_small


def key(person: Person) -> str:
    return "_".join(part.capitalize() for part in person.slug.split("-"))


PLACE = Place(key, "/profile/<key>", ("/search/members", "/network"), "/chats/<key>", "/xing-one/api")


def create_app(people: People, record: Record) -> Flask:
    return create_small(__name__, people, record, PLACE)
