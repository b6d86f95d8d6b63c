"""The practice Instagram (facebook 5): plain words, hashed classes, an editor that Enter sends."""

from flask import Flask

from ..people import People, Person
from ..record import Record
from ..small import Place, create_small


def key(person: Person) -> str:
    return person.slug.replace("-", ".")


PLACE = Place(key, "/<key>/", ("/explore/people/",), "/direct/t/<key>/", "/api/graphql", "/stories/<key>/")


def create_app(people: People, record: Record) -> Flask:
    return create_small(__name__, people, record, PLACE)
