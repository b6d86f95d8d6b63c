"""The maps that the extension ships are those of the service."""

from poise.sites.ship import EXTENSION_MAPS, shipped
from tests.sites.examples import maps


def test_the_extension_ships_the_maps_of_the_service() -> None:
    files = {file.stem: file.read_text(encoding="utf-8") for file in EXTENSION_MAPS.glob("*.json")}
    assert files == {name: shipped(site) for name, site in maps().items()}, "run python -m poise.sites.ship"
