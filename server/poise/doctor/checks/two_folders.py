"""Data lie in more than one folder that Poise may be asked to use."""

from collections.abc import Iterator

from platformdirs import user_data_path

from poise.config import Folder, folder_path
from poise.doctor.catalogue import Values
from poise.doctor.machine import Machine

USUAL = ".local/share/poise"


def look(machine: Machine) -> Iterator[Values]:
    """The folder that was asked about, that of the environment, and the usual ones of this account."""
    places = [machine.folder.path, folder_path(None), user_data_path("poise"), machine.home / USUAL]
    found = dict.fromkeys(place.resolve() for place in places if Folder(place).database.is_file())
    if len(found) > 1:
        yield {"folders": ", ".join(map(str, found))}
