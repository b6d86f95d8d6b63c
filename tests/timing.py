"""How long something takes, in processor time, so that a busy machine does not matter; and words that nobody has met."""

import random
import time
from collections.abc import Callable
from typing import ParamSpec

P = ParamSpec("P")


def seconds(act: Callable[P, object], *args: P.args, **more: P.kwargs) -> float:
    before = time.process_time()
    act(*args, **more)
    return time.process_time() - before


def strange_words(count: int) -> str:
    """So many words of letters as the dice fall, the same ones each time."""
    dice = random.Random(7)
    letters = "abcdefghijklmnoprstuvwæøåäöü"
    return " ".join("".join(dice.choices(letters, k=dice.randint(2, 12))) for _ in range(count))
