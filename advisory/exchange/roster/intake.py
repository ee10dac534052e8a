"""Check the rows of a roster one by one: offer those that name a student, and refuse the others with a reason."""

import unicodedata

from advisory.exchange.file.error import FileError
from advisory.exchange.file.excerpt import excerpt
from advisory.model.record import LONGEST_TEXT

from .likeness import name_key, plain_grade
from .no_student import why_no_student
from .roster import RefusedLine, RosterRow, field_label

_MOST_REFUSED = 5000
_MOST_ROWS = 20_000
"""Students of one file: several large schools. Comparing many more would take minutes."""
_SURE = ("source_id", "student_number")


class Intake:
    """The rows offered and the lines refused so far from the file called `name`, both in the file's order.

    White space around a cell is dropped; inside, every character stays.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: list[RosterRow] = []
        self.refused: list[RefusedLine] = []
        self._seen: dict[tuple[str, str], int] = {}

    def take(self, line: int, cells: dict[str, str]) -> None:
        """Offer the row if it names a student who is not on an earlier line; otherwise refuse it."""
        row = {field: cell.strip() for field, cell in cells.items()}
        given, family = row.get("given_name", ""), row.get("family_name", "")
        given, family = "" if is_blank(given) else given, "" if is_blank(family) else family
        signs = _signs_of(row, given, family)
        first = next((sign for sign in signs if sign in self._seen), None)
        whole = "".join(row.values())
        if "\0" in whole:
            self.refuse(line, f"{given} {family}", "holds a NUL byte, which is never part of a text")
        elif len(whole) > LONGEST_TEXT and (
            too_long := next((field for field, cell in row.items() if len(cell) > LONGEST_TEXT), "")
        ):
            length = f"{len(row[too_long]):,} characters long; at most {LONGEST_TEXT:,} are kept"
            self.refuse(line, row[too_long], f"the {field_label(too_long)} is {length}")
        elif nobody := why_no_student(given, family):
            self.refuse(line, f"{given} {family}".strip(), nobody)
        elif not given or not family:
            what = "no name" if not given and not family else "no given name" if not given else "no family name"
            self.refuse(line, given or family or row.get("student_number", ""), what)
        elif first:
            why = f"the {field_label(first[0])} {excerpt(row[first[0]])} is already on line {self._seen[first]}"
            self.refuse(line, f"{given} {family}", why)
        else:
            self._seen.update(dict.fromkeys(signs, line))
            row["grade"] = _shown_grade(row.get("grade", ""))
            guessed = bool(row.pop("is_guessed", ""))
            self.rows.append(RosterRow(line=line, is_guessed=guessed, **row))
            if len(self.rows) > _MOST_ROWS:
                raise FileError(
                    f"{self.name} holds more than {_MOST_ROWS:,} students, more than any school; export your own alone."
                )

    def refuse(self, line: int, value: str, why: str) -> None:
        """Refuse a line that holds no student to offer."""
        self.refused.append(RefusedLine(line, excerpt(value), why))
        if len(self.refused) > _MOST_REFUSED and len(self.rows) < len(self.refused):
            raise FileError(f"{self.name} holds more lines without a student than with one; {self._first_refused()}")

    def need_rows(self) -> None:
        """Raise FileError when no student was offered."""
        if not self.rows:
            raise FileError(f"{self.name} holds no student who could be read; {self._first_refused()}")

    def _first_refused(self) -> str:
        if not self.refused:
            return "is it the right file?"
        first = self.refused[0]
        return f"line {first.line}: {first.why}{f' ({first.value})' if first.value else ''}."


def _signs_of(row: dict[str, str], given: str, family: str) -> list[tuple[str, str]]:
    """What no two rows of one file may share: an id, a number, and an address with a name.

    An address alone may be a family's. With a number or an id it says nothing: two who have the address may be twins.
    """
    signs = [(field, row[field]) for field in _SURE if row.get(field)]
    if (email := row.get("email")) and not signs:
        signs.append(("email", f"{email.casefold()} {name_key(given)} {name_key(family)}"))
    return signs


def is_blank(name: str) -> bool:
    """Whether a name shows nothing: it is empty, or only spaces and invisible characters."""
    return not name or (
        not name.isalnum() and all(unicodedata.category(c) in {"Cc", "Cf", "Zs", "Zl", "Zp"} for c in name)
    )


def _shown_grade(grade: str) -> str:
    return plain_grade(grade) if grade.isdecimal() else grade
