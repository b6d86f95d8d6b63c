"""What every call works with: the database, the rules, the site maps, and what lives in memory only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from flask import current_app

from poise.api.opened import Open, Opened
from poise.api.ownrules import OwnRules
from poise.etiquette.rulebook import Rulebook
from poise.intake.offers import Preview
from poise.pairing import Pairing
from poise.sites.sitemap import SiteMap
from poise.store import settings
from poise.store.database import Database
from poise.store.kept import Kept

EXTENSION = "poise"


@dataclass(frozen=True, slots=True)
class Service:
    database: Database
    kept: Kept
    pairing: Pairing
    own: OwnRules
    maps: Mapping[str, SiteMap]
    opened: Opened[Open]
    previews: Opened[Preview]

    @property
    def rulebook(self) -> Rulebook:
        """The rules in force: those that ship and the user's own, as strict as the user wants them."""
        return self.kept.get("rulebook", self._in_force)

    def _in_force(self) -> Rulebook:
        with self.database.reading() as session:
            return self.own.rulebook().softened(settings.strictness(session))


def service() -> Service:
    """The service of the call at hand."""
    found: Service = current_app.extensions[EXTENSION]
    return found


def now() -> datetime:
    return datetime.now(UTC)
