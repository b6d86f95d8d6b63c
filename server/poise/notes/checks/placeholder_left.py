"""A gap of a template that was not filled in."""

import re
from collections.abc import Iterator

from poise.notes.checks import Hit, table
from poise.notes.reading import Reading

_NAMES = "|".join(
    re.escape(name).replace(r"\ ", r"\s+")
    for names in table("placeholder_left")["names"].values()
    for name in names.split(", ")
)
_FORMS = re.compile(
    r"\{\{[^{}\n]{0,60}\}\}|\{[^{}\n]{1,60}\}|<<[^<>\n]{1,60}>>|«\s*(?:" + _NAMES + r")\s*»"
    r"|\[(?!\d+\]|\s*[.…]*\s*\])[^\[\]\n]{1,60}\](?!\()"
    r"|<(?!\w+://|\S+@\S)[A-Za-zÄÖÜÆØÅäöüæøå][^<>\n]{0,60}>"
    r"|%[A-Za-z_]{2,30}%|\$\{?[A-Z_]{3,30}\}?|(?<!\w)_{3,}(?!\w)|(?<!\w)__\w{2,30}__(?!\w)"
    r"|\((?:" + _NAMES + r")\)"
    r"|(?<!\w)(?i:x{3,}|y{3,}|todo|tbd|tba|fixme|lorem\s+ipsum)(?!\w)"
    r"|(?<!\w)(?:" + _NAMES + r")\s+(?i:here|hier|her|einfügen|einsetzen|settes inn)(?!\w)"
    r"|(?<!\w)(?i:insert|enter|add|your|ihr|ihren|einfügen:?|sett inn|fyll inn)\s+(?:the\s+|your\s+)?(?:"
    + _NAMES
    + r")\s+(?i:here|hier|her)(?!\w)"
    r"|(?<!\w)(?:Mr|Ms|Mrs)\.?\s*/\s*(?:Mr|Ms|Mrs)\.?(?!\w)|(?<!\w)(?:Herr|Frau|Herrn|Hr|Fr)\.?\s*/\s*(?:Herr|Frau|Herrn|Hr|Fr)\.?(?!\w)"
    r"|(?<!\w)(?:[Ss]ehr geehrte|[Ll]iebe|[Kk]jære)(?:/-?[rn]?|\([rn]\))(?!\w)",
)


def find(reading: Reading) -> Iterator[Hit]:
    for found in _FORMS.finditer(reading.text):
        yield Hit(found.start(), found.end(), "left", values={"gap": found[0]})
