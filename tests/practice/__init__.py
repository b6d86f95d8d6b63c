"""A practice LinkedIn and a practice Facebook, served on loopback over TLS under the real host names."""

from .people import Company, People, Person
from .record import Record, Sent, Visit
from .server import Practice
from .tunnel import Tunnel

__all__ = ["Company", "People", "Person", "Practice", "Record", "Sent", "Tunnel", "Visit"]
