"""A linear support vector machine for each class, over the marks of the texts."""

from collections import Counter
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
from scipy.sparse import csr_array
from sklearn.svm import LinearSVC

from poise.etiquette.wording.lexicon import Found
from poise.etiquette.wording.loading import load
from poise.etiquette.wording.marks import of_pairs, of_text, of_word
from poise.etiquette.wording.weights import FAINT
from poise.etiquette.wording.words import Words
from tests.rules.wording.counting import CLASSES, Labelled

NONE = "none"
PENALTY = 2.0  # how much a mistake costs; found by `python -m training check`
_RARE = 2  # a mark of fewer texts than this says nothing of the next text

Marks = dict[int, float]


@dataclass(frozen=True, slots=True)
class Fit:
    """One row a mark, one column a class: how much more it speaks for the class than for none."""

    marks: list[int]
    rows: Any
    bias: Any


def marks_of(texts: list[Labelled]) -> list[Marks]:
    reader = load()
    return [_marks(*reader.found(text.text)) for text in texts]


def _marks(words: Words, found: Found) -> Marks:
    counted = Counter[int](mark for word in words.words for mark in of_word(word))
    counted.update(of_text(words, found))
    pairs = Counter(of_pairs(found))
    return {mark: counted[mark] + FAINT * pairs[mark] for mark in counted | pairs}


def fit(marked: list[Marks], labels: list[str]) -> Fit:
    in_texts = Counter(mark for marks in marked for mark in marks)
    known = sorted(mark for mark, count in in_texts.items() if count >= _RARE)
    table = _table(marked, known)
    learnt = {name: _learn(table, np.array([label == name for label in labels])) for name in (*CLASSES, NONE)}
    none, none_bias = learnt[NONE]
    rows = np.stack([learnt[name][0] - none for name in CLASSES], axis=1)
    return Fit(known, rows, np.array([learnt[name][1] - none_bias for name in CLASSES]))


def weigh(fitted: Fit, marked: list[Marks]) -> Any:
    """One row a text, one column a class; what `Weights.weigh` says, but for the rounding."""
    return _table(marked, fitted.marks) @ fitted.rows + fitted.bias


def _learn(table: Any, of_class: Any) -> tuple[Any, float]:
    machine = LinearSVC(C=PENALTY, random_state=0, max_iter=5000).fit(table, of_class)
    return machine.coef_[0], float(machine.intercept_[0])


def _table(marked: list[Marks], known: list[int]) -> Any:
    places = {mark: place for place, mark in enumerate(known)}
    values: list[float] = []
    columns: list[int] = []
    ends = [0]
    for marks in marked:
        own = {places[mark]: value for mark, value in marks.items() if mark in places}
        length = sqrt(max(1.0, sum(value if value >= 1 else FAINT * FAINT for value in own.values())))
        values += [value / length for value in own.values()]
        columns += own
        ends.append(len(columns))
    parts = (values, np.array(columns, np.int32), np.array(ends, np.int32))
    return csr_array(parts, shape=(len(marked), len(known)))
