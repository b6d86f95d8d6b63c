"""A table in text: its header found by what the columns are called, its rows with their lines."""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO

from poise.cells import as_meant
from poise.errors import BadInput, sentence
from poise.intake.tables import alike, cap
from poise.intake.upload import Text

DELIMITERS = ",;\t|"
Guess = Callable[[list[str]], Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Line:
    """One row: the cells of the fields that were found, and the line of the file that it begins at."""

    number: int
    cells: Mapping[str, str]

    def get(self, field: str) -> str:
        return self.cells.get(field, "")


@dataclass(frozen=True, slots=True)
class Table:
    """`columns`: field to place; `whole`: every row has to have a cell for each header."""

    text: Text
    delimiter: str
    headers: tuple[str, ...]
    header_line: int
    columns: Mapping[str, int]
    whole: bool

    def unknown(self) -> list[str]:
        """The headers that mean nothing to Poise."""
        known = set(self.columns.values())
        return [name for place, name in enumerate(self.headers) if name and place not in known]

    def rows(self) -> Iterator[Line]:
        """Every row that is not empty; BadInput at the line where the table breaks."""
        for count, (number, cells) in enumerate(self._records()):
            if count >= cap("table", "rows"):
                raise self.text.refuse(sentence("too_many_rows", rows=cap("table", "rows")), number)
            self._check(number, cells)
            found = {
                field: as_meant(cells[at]).strip() for field, at in self.columns.items() if at < len(cells)
            }
            yield Line(number, found)

    def _records(self) -> Iterator[tuple[int, list[str]]]:
        for number, cells in _read(self.text, self.delimiter):
            if number > self.header_line and any(cell.strip() for cell in cells):
                yield number, cells

    def _check(self, number: int, cells: list[str]) -> None:
        beyond = any(cell.strip() for cell in cells[len(self.headers) :])
        if beyond or (len(cells) < len(self.headers) and (self.whole or self._is_last(number))):
            raise self.text.refuse(
                sentence("other_cells", cells=len(cells), headers=len(self.headers)), number
            )

    def _is_last(self, number: int) -> bool:
        """Whether the file ends within this row, without a line end."""
        return not self.text.text.endswith(("\n", "\r")) and number > self.text.text.count("\n")


def find_table(text: Text, guess: Guess, whole: bool) -> Table | None:
    """The table whose header `guess` knows the most of; None if it knows none. `guess` raises for none."""
    found: list[Table] = []
    for delimiter in DELIMITERS:
        for number, cells in _first(text, delimiter):
            headers = tuple(cell.strip() for cell in cells)
            columns = guess([alike(header) for header in headers])
            if columns:
                found.append(Table(text, delimiter, headers, number, columns, whole))
    best = max(found, key=lambda one: (len(one.columns), -one.header_line), default=None)
    if best is not None and len(best.headers) > cap("table", "columns"):
        raise text.refuse(sentence("too_many_columns", columns=cap("table", "columns")), best.header_line)
    return best


def _first(text: Text, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The rows in which a header may be; a quote that never closes ends them."""
    try:
        for count, record in enumerate(_read(text, delimiter)):
            if count >= cap("table", "preamble"):
                return
            yield record
    except BadInput:
        return


def _read(text: Text, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """All records, each with the line that it begins at."""
    csv.field_size_limit(cap("table", "cell"))
    reader = csv.reader(StringIO(text.text, newline=""), delimiter=delimiter, strict=True)
    while True:
        number = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            said = sentence("row_damaged")
            raise text.refuse(said, number) from None
        yield number, cells
