"""What every record of the model has in common: an id, three instants, and values that are checked when it is made."""

from collections.abc import Collection
from datetime import date, datetime, time
from typing import ClassVar

import msgspec

_ID_DIGITS = 7
_SHOWN = 60
LONGEST_TEXT = 20_000
"""Characters in one text: some ten pages, so that a pasted book is refused rather than stored."""


class RecordError(ValueError):
    """A value that no record may hold: names the record, the field, the value and what is allowed."""

    def __init__(self, record: str, field: str, value: object, allowed: str) -> None:
        self.record, self.field, self.value, self.allowed = record, field, value, allowed
        shown = value.isoformat() if isinstance(value, date | time) else "empty" if value is None else repr(value)
        if len(shown) > _SHOWN:
            shown = f"{shown[: _SHOWN - 1]}…"
        super().__init__(f"{record}: {field.replace('_', ' ')} is {shown}; it must be {allowed}")


class Piece(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A part of a record that has no life of its own, such as one commitment of a pact."""


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One frozen record; a changed one is a new value with the same id.

    Making one with a value that is not allowed raises RecordError. `deleted_at` set means in the trash.
    """

    table: ClassVar[str] = ""
    prefix: ClassVar[str] = ""
    noun: ClassVar[str] = "record"

    id: str
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None = None


def make_id(kind: type[Record], number: int) -> str:
    """The id of the number-th record of a kind, such as `c0000017`: ids sort as their records were made."""
    return f"{kind.prefix}{number:0{_ID_DIGITS}d}"


def number_of(record_id: str) -> int:
    """The number inside an id: 17 for `c0000017`. Raises ValueError for what is not an id."""
    return int(record_id.lstrip("abcdefghijklmnopqrstuvwxyz"))


# The checks take the record, so that the error can name it; each costs well under a microsecond when all is well,
# because a record is checked each time it is read from the disk.


def need_text(record: Record | Piece, noun: str, **texts: str) -> None:
    """Refuse a required text that is empty, blank or longer than LONGEST_TEXT."""
    for field, text in texts.items():
        if not text or not text.strip():
            raise RecordError(noun, field, text, "a text that is not empty")
    allow_text(record, noun, **texts)


def allow_text(_record: Record | Piece, noun: str, **texts: str) -> None:
    """Refuse a text that is too long, or that no file could hold (half of a surrogate pair)."""
    for field, text in texts.items():
        if len(text) > LONGEST_TEXT:
            raise RecordError(noun, field, f"{len(text):,} characters long", f"at most {LONGEST_TEXT:,}")
        if not text.isascii():
            try:
                text.encode()
            except UnicodeEncodeError:
                raise RecordError(noun, field, text, "text that UTF-8 can hold") from None


def need_range(noun: str, field: str, value: int | None, low: int, high: int) -> None:
    """Refuse a number outside low..high; None means not given and is allowed."""
    if value is not None and not low <= value <= high:
        raise RecordError(noun, field, value, f"from {low} to {high}")


def need_order(noun: str, field: str, value: date | None, after: str, other: date | None) -> None:
    """Refuse a date that lies before the one it must not precede."""
    if value is not None and other is not None and value < other:
        raise RecordError(
            noun, field, value.isoformat(), f"on or after {after.replace('_', ' ')} ({other.isoformat()})"
        )


def need_one_of(noun: str, field: str, value: str, allowed: Collection[str]) -> None:
    """Refuse a word that is not one of those allowed."""
    if value not in allowed:
        raise RecordError(noun, field, value, "one of " + ", ".join(allowed))
