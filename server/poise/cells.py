"""Text in the cells of a table, such that no spreadsheet takes it, or a part of it, for a formula; and back again.

Where lists are divided by `;` or tab a program divides a cell there too, whatever quotation marks are around it.
"""

import re

FORMULA = r"=+\-@\uff1d\uff0b\uff0d\uff20"  # and as wide as the letters of Chinese and Japanese


def harmless(text: str) -> str:
    """The text with an apostrophe before whatever a spreadsheet would run."""
    return BARE.sub("'", text)


def as_meant(text: str) -> str:
    """The text that `harmless` made this of."""
    return MARKED.sub("", text)


def _beginnings(mark: str) -> re.Pattern[str]:
    """`mark` where a cell begins, or a part of it, with a formula; programs look past spaces and quotation marks."""
    cell = rf"""\A{mark}(?='*[ "]*[{FORMULA}%|\t\r\n])"""
    part = rf"""(?<=[;|\t\r\n]){mark}(?='*[ "]*[{FORMULA}])"""
    return re.compile(f"{cell}|{part}")


BARE, MARKED = _beginnings(""), _beginnings("'")
