"""Cross-validation: each sixth of the second corpus is read with weights that have not seen it."""

import random

from poise.etiquette.wording.loading import load
from poise.etiquette.wording.reader import Reader
from tests.rules.wording.counting import CLASSES, HOLDS, Labelled, Share, labelled
from training.fit import fit, marks_of, weigh
from training.texts import texts

FOLDS = 6
SHIFTS = (-0.2, -0.1, 0.0, 0.1, 0.2, 0.3, 0.5)  # each added to what the classes need

Weighed = dict[str, float]


def check() -> None:
    unseen, weighed = labelled("corpus/open"), weigh_unseen()
    reader = load()
    for shift in SHIFTS:
        read = [_classes(reader, text, weights, shift) for text, weights in zip(unseen, weighed, strict=True)]
        pairs = list(zip(unseen, read, strict=True))
        found = [text.label in classes for text, classes in pairs if text.label != "none"]
        held = [bool(classes & HOLDS) for text, classes in pairs if text.label == "none"]
        wrong = [bool(classes - {text.label}) for text, classes in pairs]
        shares = (Share(sum(hits), len(hits)) for hits in (found, held, wrong))
        print(f"{shift:+.1f}: found, held without cause, and called what they are not", *shares, sep="   ")


def weigh_unseen() -> list[Weighed]:
    """What each text of the second corpus weighs, in its order."""
    lesson, unseen = texts(), labelled("corpus/open")
    first = len(lesson) - len(unseen)  # the second corpus comes last
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


def _classes(reader: Reader, text: Labelled, weighed: Weighed, shift: float) -> frozenset[str]:
    return reader.judged({name: weight - shift for name, weight in weighed.items()}, *reader.found(text.text))
