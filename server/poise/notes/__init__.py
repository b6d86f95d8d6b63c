"""What a note could do better before it is sent: `check(note)` gives its findings, in the order of the text."""

from poise.etiquette.words import fill
from poise.notes.checks import Check, Hit, checks
from poise.notes.facts import Finding, Note
from poise.notes.reading import Reading

# What one check has named, these do not name again.
_NAMED_BY = {
    "spelling": frozenset({"name-misspelt", "company-misspelt", "placeholder-left", "shouting"}),
    "name-misspelt": frozenset({"placeholder-left"}),
    "shouting": frozenset({"placeholder-left"}),
}


def check(note: Note) -> list[Finding]:
    """The findings on a note. Pure; the first one in a language reads its dictionaries, where there are any."""
    reading = Reading(note)
    found = [_finding(one, hit, note.answer_in) for one in checks() for hit in one.find(reading)]
    kept = [finding for finding in found if not _is_named(finding, found)]
    return sorted(kept, key=lambda finding: (finding.start, finding.end, finding.id))


def _finding(one: Check, hit: Hit, language: str) -> Finding:
    message = fill(one.sayings[hit.says][language], hit.values)
    return Finding(one.id, one.severity(hit.says), hit.start, hit.end, message, hit.suggestion)


def _is_named(finding: Finding, found: list[Finding]) -> bool:
    by = _NAMED_BY.get(finding.id, frozenset())
    return any(one.id in by and one.start < finding.end and finding.start < one.end for one in found)
