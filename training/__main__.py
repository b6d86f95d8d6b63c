"""`python -m training` writes the weights anew, `python -m training check` counts how well unseen texts are read."""

import json
import sys
from array import array
from base64 import b64encode
from typing import Any

import numpy as np

from poise.etiquette.wording.weights import FILE
from tests.rules.wording.counting import CLASSES
from training.check import check
from training.fit import Fit, fit, marks_of
from training.texts import FOLDER, fingerprint, texts

_LARGEST = 127  # of what fits in a byte


def learnt() -> dict[str, Any]:
    """What the file of the weights holds."""
    lesson = texts()
    return stored(fit(marks_of(lesson), [text.label for text in lesson]))


def stored(fitted: Fit) -> dict[str, Any]:
    scale = float(np.abs(fitted.rows).max()) / _LARGEST
    rows = np.rint(fitted.rows / scale).astype("int8")
    return {
        "from": fingerprint(),
        "classes": list(CLASSES),
        "bias": [round(float(bias), 4) for bias in fitted.bias],
        "scale": round(scale, 7),
        "marks": _packed("I", fitted.marks),  # those that tell nothing too: they count in a text's length
        "rows": _packed("b", rows.ravel().tolist()),
    }


def _packed(kind: str, numbers: list[int]) -> str:
    packed = array(kind, numbers)
    if sys.byteorder == "big":
        packed.byteswap()
    return b64encode(packed.tobytes()).decode()


if __name__ == "__main__":
    if sys.argv[1:] == ["check"]:
        check()
    else:
        (FOLDER / FILE).write_text(json.dumps(learnt(), indent=1) + "\n", "utf-8")
