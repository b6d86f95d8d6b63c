"""Which modules answer which calls. What is not asked for is not imported: it would cost time and memory every day."""

AT_ONCE = frozenset({"health"})  # needs no data
DAILY = frozenset(  # what a browser asks by itself, and what any call to the data needs
    {"badge", "choices", "failures", "pairings", "settings", "sites", "snapshot", "verdicts"}
)
NOUNS = """agenda applications backups browsers drafts export history imports interactions interviewers pages rules
    search sightings track"""
NOW_AND_THEN = {noun: frozenset({noun}) for noun in NOUNS.split()} | {
    "notes": frozenset({"notes", "drafting"})
}  # by the first step of the path
DESCRIPTION = "openapi.json"
EVERYTHING = frozenset({"openapi"}).union(AT_ONCE, DAILY, *NOW_AND_THEN.values())


def modules_for(path: str) -> frozenset[str]:
    """The modules of this package that a call to `path` (below the API's own) needs."""
    noun = path.strip("/").partition("/")[0]
    if noun in AT_ONCE:
        return AT_ONCE
    return EVERYTHING if noun == DESCRIPTION else AT_ONCE | DAILY | NOW_AND_THEN.get(noun, frozenset())
