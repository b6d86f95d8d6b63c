"""Text as two readers can compare it: one spelling for what looks and means the same.

Look-alike letters of different scripts stay different: a Cyrillic a is not a Latin one.
"""

import re
import unicodedata

LONGEST = 300  # characters of a label or name; what is longer is prose

# Spelt out, not \s or \p{…}: the extension's reader must draw the same lines.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U000e0000-\U000e0fff]"
)
_SPACES = re.compile("[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_APOSTROPHES = str.maketrans("\u2018\u2019\u02bc", "'''")
_ASIDE = re.compile(r"(?!^) ?\([^()]*\)?")
_TITLES = re.compile(r" ?,.*")
_LAST_FIRST = re.compile(
    r"^(?:(?:dr|prof)[.]? )*((?:(?:von|van|de|der|den|del|della|zu|ter|ten) )*[^ ,]+) ?, ?"
    r"(?!(?:phd|ph[.]d|mba|msc|m[.]sc|bsc|b[.]sc|md|llm|cpa|jr|sr|dr|prof|dipl[.]-ing)(?:[ .,]|$))([^ ,][^,]*)(?:,.*)?$"
)
_COMMAS = re.compile(" ?, ?")
_COUNTER = re.compile(r"\([0-9]{1,4}\+?\) ")
_SUFFIX = re.compile(r" ?[|].*| \(@.*")


def clean(text: str) -> str:
    """`text` in NFKC, without invisible characters, its white space collapsed and trimmed."""
    seen = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return _SPACES.sub(" ", seen).strip(" ")


def fold(text: str) -> str:
    """`clean`, lower case, one apostrophe: the form in which labels are compared."""
    return clean(text).translate(_APOSTROPHES).lower()


def folded(name: str) -> str:
    """The form in which people's names are compared, here and in the extension.

    `fold`, ß and sigma as in capitals, what stands in brackets set aside, "Doe, Jane" turned round, and
    titles after a comma set aside. Where two words stand before the comma, what follows is taken for a title.
    """
    plain = _ASIDE.sub("", uncased(name))
    turned = _LAST_FIRST.sub(r"\2 \1", plain)
    return clean(_TITLES.sub("", turned)) or plain


def folded_company(name: str) -> str:
    """The form in which companies' names are compared: `fold`, ß and sigma as in capitals, commas set aside."""
    plain = uncased(name)
    return clean(_COMMAS.sub(" ", plain)) or plain


def uncased(name: str) -> str:
    """`fold`, and those letters alike that are one in capitals."""
    return fold(name).replace("ß", "ss").replace("ς", "\u03c3")


def same_name(one: str, other: str) -> bool:
    """Whether two names are equal as they are compared."""
    return bool(folded(one)) and folded(one) == folded(other)


def title_name(title: str) -> str:
    """The name in a document's title: without the counter before it, and after it the handle and the site."""
    return _SUFFIX.sub("", _COUNTER.sub("", clean(title), count=1), count=1)
