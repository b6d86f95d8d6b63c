"""What the extension ships of the maps, lists of them and asks a browser for is what the service's maps say."""

from poise.sites.ship import ROOT, files


def test_the_extension_ships_what_the_maps_of_the_service_say() -> None:
    made = files()
    there = {path: path.read_text(encoding="utf-8") for path in made}
    assert there == made, "run `make renew`"


def test_no_map_is_left_of_a_site_that_is_gone() -> None:
    assert set((ROOT / "extension" / "maps").glob("*.json")) <= set(files())
