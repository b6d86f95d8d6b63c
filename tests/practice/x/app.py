"""The practice X (facebook 5): every control has a test id; the chat is a drawer over whatever page is open."""

from flask import Flask

from ..people import People, Person
from ..record import Record
from ..small import Place, create_small


def key(person: Person) -> str:
    return person.slug.replace("-", "_")


PLACE = Place(
    key, "/<key>", ("/home", "/i/connect_people"), "/messages/<key>", "/i/api/1.1/friendships/create.json"
)


def create_app(people: People, record: Record) -> Flask:
    return create_small(__name__, people, record, PLACE)
