"""What every call works with: the database, the rules, the site maps, and what lives in memory only."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from flask import current_app

from poise.api import SERVICE
from poise.api.opened import Open, Opened
from poise.api.ownrules import OwnRules
from poise.config import Folder, Settings
from poise.etiquette.ruleset import Rulebook
from poise.pairing import Pairing
from poise.signing import Key
from poise.sites.schema import SiteMap
from poise.sites.sitemap import load
from poise.store import browsers, settings
from poise.store.database import Database
from poise.store.kept import Kept

if TYPE_CHECKING:
    from poise.intake.offers import Preview

PREVIEWS = 4  # of imports that wait to be confirmed


@dataclass(frozen=True, slots=True)
class Service:
    """`folder`: where the data are, None where they are in a database elsewhere."""

    port: int
    folder: Folder | None
    database: Database
    kept: Kept
    pairing: Pairing
    own: OwnRules
    maps: Mapping[str, SiteMap]
    opened: Opened[Open]
    previews: "Opened[Preview]"

    @classmethod
    def on(cls, where: Settings, pairing: Pairing, database: Database) -> "Service":
        """The service on a database that is open."""
        own = OwnRules(where.folder)
        kept = Kept(lambda: (database.revision(), own.mark()))
        folder = None if where.database else where.folder
        return cls(where.port, folder, database, kept, pairing, own, load(), Opened(), Opened(PREVIEWS))

    @property
    def rulebook(self) -> Rulebook:
        """The rules in force: those that ship and the user's own, as strict as the user wants them."""
        return self.kept.get("rulebook", self._in_force)

    def keys(self) -> Mapping[str, Key]:
        """The keys of the paired browsers, by their id."""
        return self.kept.get("keys", self._paired)

    def origins(self) -> Collection[str]:
        """The addresses of the paired extensions."""
        return self.kept.get("origins", lambda: {key.origin for key in self.keys().values() if key.origin})

    def _in_force(self) -> Rulebook:
        with self.database.reading() as session:
            return self.own.rulebook().softened(settings.strictness(session))

    def _paired(self) -> Mapping[str, Key]:
        with self.database.reading() as session:
            return {row.keyid: Key(row.keyid, row.secret, row.origin) for row in browsers.paired(session)}


def service() -> Service:
    """The service of the call at hand."""
    found: Service = current_app.extensions[SERVICE]()
    return found


def now() -> datetime:
    return datetime.now(UTC)
