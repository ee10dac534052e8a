"""Which columns hold what, as the advisor says it: `given=Prénom,family=Nom`, or by number for a table without a header."""

from collections.abc import Mapping, Sequence

import msgspec

from advisory.exchange.file.error import FileError

from .column_names import fold_header
from .header import Header

FIELDS: Mapping[str, str] = {
    "given": "given_name",
    "family": "family_name",
    "name": "full_name",
    "lastfirst": "last_first",
    "preferred": "preferred_name",
    "pronouns": "pronouns",
    "number": "student_number",
    "grade": "grade",
    "email": "email",
    "status": "status",
    "left": "left_on",
}
"""The advisor's words for the fields."""
NAMES_WANTED = "the names are in two columns (given=…,family=…) or in one (name=…, or lastfirst=… for Last, First)"


class Columns(msgspec.Struct, frozen=True):
    """Field → the name of its column, or its number counted from 1."""

    by_field: dict[str, str]

    @property
    def text(self) -> str:
        """The words that `read_columns` reads back."""
        words = {field: word for word, field in FIELDS.items()}
        return ",".join(f"{words[field]}={column}" for field, column in self.by_field.items())

    @property
    def are_numbers(self) -> bool:
        """Whether all columns are given by number, as in a table without a header."""
        return all(column.isdecimal() for column in self.by_field.values())

    def places(self, cells: Sequence[str]) -> dict[str, int] | None:
        """Field → the place of its column in a row, if this row has all the names; None if not."""
        by_name: dict[str, int] = {}
        for at, cell in enumerate(cells):
            by_name.setdefault(fold_header(cell), at)
        found: dict[str, int] = {}
        for field, column in self.by_field.items():
            at = by_name.get(fold_header(column), int(column) - 1 if column.isdecimal() else -1)
            if not 0 <= at < len(cells):
                return None
            found[field] = at
        return found

    def by_name_in(self, cells: Sequence[str]) -> bool:
        """Whether a row has all the columns by their names: a column may be called 1."""
        names = set(map(fold_header, cells))
        return all(fold_header(column) in names for column in self.by_field.values())

    def header(self, cells: Sequence[str]) -> Header | None:
        """The header that a row is with these columns; None if it lacks one of them."""
        places = self.places(cells)
        return Header(places, len(cells)) if places is not None else None


def read_columns(text: str) -> Columns:
    """Read `given=Prénom,family=Nom`. A column's name may hold commas. Raises FileError for a word that is no field."""
    by_field: dict[str, str] = {}
    last = ""
    for piece in text.split(","):
        word, equals, column = piece.partition("=")
        field = FIELDS.get(word.strip().casefold())
        if equals and field:
            by_field[field] = column.strip()
            last = field
        elif last and not equals:
            by_field[last] = f"{by_field[last]},{piece}".strip()
        else:
            raise FileError(
                f"--columns “{text}”: “{piece.strip()}” is none of {', '.join(f'{one}=…' for one in FIELDS)}."
            )
    empty = next((field for field, column in by_field.items() if not column or column == "0"), "")
    if empty:
        raise FileError(f"--columns “{text}” names no column for {empty.replace('_', ' ')}.")
    if not Header(dict.fromkeys(by_field, 0), 1).has_names:
        raise FileError(f"--columns “{text}” doesn't say where the names are: {NAMES_WANTED}.")
    return Columns(by_field)


def header_key(cells: Sequence[str]) -> str:
    """What a header is remembered by: its names, folded. It holds nobody's name, since only a header is remembered."""
    return "|".join(map(fold_header, cells)).strip("|")


class UnknownColumnsError(FileError):
    """A table whose columns of names can't be recognized: ask which they are, and read it again with them.

    `rows` are the first rows, each with the cells it has; the first of them may be a header.
    """

    def __init__(self, sentence: str, rows: Sequence[Sequence[str]]) -> None:
        super().__init__(sentence)
        self.rows = tuple(tuple(row) for row in rows)
