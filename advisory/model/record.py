"""What all records share: an id, timestamps, and checks on their values."""

from datetime import date, datetime, time
from typing import ClassVar

import msgspec

_ID_DIGITS = 7
_SHOWN = 60
LONGEST_TEXT = 20_000
"""Characters allowed in one text, about ten pages: a pasted book is refused, not stored."""


class RecordError(ValueError):
    """A value the model does not allow; names the record, the field, the value and what is allowed."""

    def __init__(self, record: str, field: str, value: object, allowed: str) -> None:
        self.record, self.field, self.value, self.allowed = record, field, value, allowed
        shown = value.isoformat() if isinstance(value, date | time) else "empty" if value is None else repr(value)
        if len(shown) > _SHOWN:
            shown = f"{shown[: _SHOWN - 1]}…"
        super().__init__(f"{record}: {field.replace('_', ' ')} is {shown}; it must be {allowed}")


class Piece(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A part of a record that has no id of its own, such as one commitment in a pact."""


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One frozen record. To change it, make a new value with the same id.

    Raises RecordError when created with a value that is not allowed. A record with `deleted_at` set is in the trash.
    """

    table: ClassVar[str] = ""
    prefix: ClassVar[str] = ""
    noun: ClassVar[str] = "record"

    id: str
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None = None


def make_id(kind: type[Record], number: int) -> str:
    """The id of a kind's record with this number, such as `c0000017`. Ids sort in the order of creation."""
    return kind.prefix + str(number).zfill(_ID_DIGITS)  # in half the time of a format


def number_of(record_id: str) -> int:
    """The number in an id: 17 for `c0000017`. Raises ValueError if it is not an id."""
    return int(record_id.lstrip("abcdefghijklmnopqrstuvwxyz"))


# A record is checked every time it is read from disk, so each check must cost well under a microsecond when it passes.


def need_text(record: Record | Piece, noun: str, **texts: str) -> None:
    """Raise RecordError for a required text that is empty, blank or longer than LONGEST_TEXT."""
    for field, text in texts.items():
        if not text or not text.strip():
            raise RecordError(noun, field, text, "a text that is not empty")
    allow_text(record, noun, **texts)


def allow_text(_record: Record | Piece, noun: str, **texts: str) -> None:
    """Raise RecordError for a text that is too long, or that UTF-8 can't encode (half of a surrogate pair)."""
    for field, text in texts.items():
        if len(text) > LONGEST_TEXT:
            raise RecordError(noun, field, f"{len(text):,} characters long", f"at most {LONGEST_TEXT:,}")
        if not text.isascii():
            try:
                text.encode()
            except UnicodeEncodeError:
                raise RecordError(noun, field, text, "text that UTF-8 can hold") from None


def need_range(noun: str, field: str, value: int | None, low: int, high: int) -> None:
    """Raise RecordError for a number outside low..high; None means not given and is allowed."""
    if value is not None and not low <= value <= high:
        raise RecordError(noun, field, value, f"from {low} to {high}")


def need_order(noun: str, field: str, value: date | None, after: str, other: date | None) -> None:
    """Raise RecordError for a date before the `other` one it must follow."""
    if value is not None and other is not None and value < other:
        raise RecordError(
            noun, field, value.isoformat(), f"on or after {after.replace('_', ' ')} ({other.isoformat()})"
        )
