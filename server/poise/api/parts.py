"""Which modules answer which calls. What is not asked for is not imported: it would cost time and memory every day."""

from collections.abc import Mapping
from types import MappingProxyType

AT_ONCE = frozenset({"health"})  # needs no data
DAILY = frozenset(
    {"badge", "choices", "failures", "pairings", "settings", "sites", "snapshot", "verdicts"}
)  # what a browser asks by itself, and what any call to the data needs
NOW_AND_THEN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "notes": frozenset({"notes", "drafting"}),
        **{
            noun: frozenset({noun})
            for noun in (
                "agenda",
                "applications",
                "backups",
                "browsers",
                "drafts",
                "export",
                "history",
                "imports",
                "interactions",
                "interviewers",
                "pages",
                "rules",
                "search",
                "sightings",
                "track",
            )
        },
    }
)  # by the first step of the path
DESCRIPTION = "openapi.json"
EVERYTHING = frozenset({"openapi"}).union(AT_ONCE, DAILY, *NOW_AND_THEN.values())


def modules_for(path: str) -> frozenset[str]:
    """The modules of this package that a call to `path` (below the API's own) needs."""
    noun = path.strip("/").partition("/")[0]
    if noun in AT_ONCE:
        return AT_ONCE
    return EVERYTHING if noun == DESCRIPTION else AT_ONCE | DAILY | NOW_AND_THEN.get(noun, frozenset())
