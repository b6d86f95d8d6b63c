"""The texts to learn from, and what they are taken for. What is kept aside is not among them."""

from hashlib import sha256
from pathlib import Path

from poise.etiquette import wording
from tests.rules.wording.counting import Labelled, labelled

UNSEEN = (
    "corpus/first",
    "corpus/open",
    "corpus/close",
)  # by other hands than the patterns; each is left out once to check
PARTS = ("practice", *UNSEEN)
FOLDER = Path(wording.__file__).parent
_READING = (
    "languages.toml",
    "concepts/*.toml",
    "fold.py",
    "words.py",
    "notation.py",
    "lexicon.py",
    "marks.py",
)


def texts() -> list[Labelled]:
    return [text for part in PARTS for text in labelled(part)]


def fingerprint() -> str:
    """Another as soon as a text, or what is read out of a text before weighing, is another."""
    digest = sha256(repr([(text.label, text.text) for text in texts()]).encode("utf-8", "surrogatepass"))
    for path in sorted(path for kind in _READING for path in FOLDER.glob(kind)):
        digest.update(path.read_bytes())
    return digest.hexdigest()
