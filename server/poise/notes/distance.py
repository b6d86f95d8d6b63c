"""How far two spellings lie apart."""

import unicodedata

_LETTERS = str.maketrans({"æ": "a", "ø": "o", "đ": "d", "ł": "l", "ß": "ss"})


def plain(word: str) -> str:
    """In small letters without diacritics, and otherwise as typed."""
    parted = unicodedata.normalize("NFD", word.casefold().translate(_LETTERS))
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def slips(one: str, other: str, most: int) -> int:
    """Letters typed wrongly, left out, added or swapped; `most` + 1 for anything farther."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, against in enumerate(other, 1):
            step = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                step = min(step, earlier[j - 2] + 1)
            row.append(step)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def allowed(length: int) -> int:
    """How many slips still make the same word of so many letters."""
    return 0 if length < 3 else 1 if length < 8 else 2
