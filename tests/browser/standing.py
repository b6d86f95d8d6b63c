"""How the guard stands, as the background says it to our pages."""

from typing import Any

from .screen import Screen
from .waiting import until


def state_of(screen: Screen) -> dict[str, Any]:
    found: dict[str, Any] = screen.tell({"kind": "state"})
    return found


def comes_to(screen: Screen, **wanted: Any) -> None:
    """Wait until it stands so."""
    until(lambda: wanted.items() <= state_of(screen).items(), f"{wanted}")
