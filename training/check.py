"""Cross-validation: each tenth of the later corpora is read with weights that have not seen it."""

import random

from poise.etiquette.wording.loading import load
from poise.etiquette.wording.reader import Reader, Reading
from tests.rules.wording.counting import ABOUT, CLASSES, Labelled, Share, labelled
from training.fit import fit, marks_of, weigh
from training.texts import UNSEEN, texts

FOLDS = 10
SHIFTS = (-0.2, -0.1, 0.0, 0.1, 0.2)  # each added to what the classes need
# How much more than any text of no class a text has to weigh before there is no doubt. Whether a pattern holds there is
# not asked: they were written with these texts in sight. A fresh hundred and fifty once outweighed all before by 0.45.
MARGIN = 0.5

Weighed = dict[str, float]


def check() -> None:
    reader, unseen, weighed = load(), [text for part in UNSEEN for text in labelled(part)], weigh_unseen()
    for shift in SHIFTS:
        read = [_read(reader, text, weights, shift) for text, weights in zip(unseen, weighed, strict=True)]
        pairs = list(zip(unseen, read, strict=True))
        found = [text.label in reading.classes for text, reading in pairs if text.label != "none"]
        cautioned = [bool(reading.classes & ABOUT) for text, reading in pairs if text.label == "none"]
        shares = (Share(sum(hits), len(hits)) for hits in (found, cautioned))
        print(f"{shift:+.1f}: found, and of no class but taken for one:", *shares, sep="   ")
    for name in CLASSES:
        _check_sure(reader, name, list(zip(unseen, weighed, strict=True)))


def _check_sure(reader: Reader, name: str, weighed: list[tuple[Labelled, Weighed]]) -> None:
    """What the class has to weigh beyond doubt, and of how many of its own texts there is none."""
    needs = reader.needs[name]
    if needs.sure is not None:
        speaking = [(t, w[name]) for t, w in weighed if set(needs.sure_with) & set(reader.found(t.text)[1])]
        least = MARGIN + max(weight for text, weight in speaking if text.label == "none")
        own = sum(text.label == name for text, _ in weighed)
        sure = sum(t.label == name and name in _read(reader, t, w, 0.0).sure for t, w in weighed)
        print(f"{name}: beyond doubt from {least:.2f}, is set to {needs.sure}; sure of", Share(sure, own))


def weigh_unseen() -> list[Weighed]:
    """What each text of the later corpora weighs, in their order."""
    lesson = texts()
    first = len(lesson) - sum(len(labelled(part)) for part in UNSEEN)
    marked, labels = marks_of(lesson), [text.label for text in lesson]
    order = list(range(first, len(lesson)))
    random.Random(1).shuffle(order)
    result: dict[int, Weighed] = {}
    for fold in range(FOLDS):
        left_out = order[fold::FOLDS]
        kept = sorted(set(range(len(lesson))) - set(left_out))
        fitted = fit([marked[i] for i in kept], [labels[i] for i in kept])
        weights = weigh(fitted, [marked[i] for i in left_out])
        result |= {i: dict(zip(CLASSES, row, strict=True)) for i, row in zip(left_out, weights, strict=True)}
    return [result[i] for i in range(first, len(lesson))]


def _read(reader: Reader, text: Labelled, weighed: Weighed, shift: float) -> Reading:
    return reader.judged({name: weight - shift for name, weight in weighed.items()}, *reader.found(text.text))
