"""Which days and instants a record may hold: of the last century, this one or the next, and instants with a time zone.

School days, weekdays and the order of records are only sure within these: a check-in of the year 1 would end the log.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from operator import attrgetter
from typing import Any, NamedTuple, get_args

import msgspec

from .record import Piece, RecordError, need_range

FIRST_YEAR, LAST_YEAR = 1900, 2199
_LOOKED_AT = (date, time, Piece)
"""The types of a field to look at; an instant is a date too."""


class _Plan(NamedTuple):
    """The fields of a kind to look at. Most hold nothing or one day, so those are compared in one go, which is fast."""

    fields: tuple[str, ...]
    values: Callable[[Any], tuple[Any, ...]]


_plans: dict[type[msgspec.Struct], _Plan] = {}


def need_plausible(noun: str, struct: msgspec.Struct) -> None:
    """Raise RecordError for a day outside the years 1900 to 2199, or an instant without a time zone, anywhere in a record."""
    plan = _plans.get(struct.__class__) or _plan_of(struct.__class__)
    for at, value in enumerate(plan.values(struct)):
        if not value:  # most fields are empty
            continue
        is_certain = value.__class__ is date or (value.__class__ is datetime and value.tzinfo)
        if not is_certain or not FIRST_YEAR <= value.year <= LAST_YEAR:
            _need(noun, plan.fields[at], value)


def need_year(noun: str, field: str, year: int) -> None:
    """Raise RecordError for a year outside 1900 to 2199."""
    need_range(noun, field, year, FIRST_YEAR, LAST_YEAR)


def _need(noun: str, field: str, value: object) -> None:
    if isinstance(value, tuple):
        for one in value:
            _need(noun, field, one)
    elif isinstance(value, msgspec.Struct):
        need_plausible(noun, value)
    elif isinstance(value, date):
        if not FIRST_YEAR <= value.year <= LAST_YEAR:
            raise RecordError(noun, field, value, f"in the years {FIRST_YEAR} to {LAST_YEAR}")
        if isinstance(value, datetime) and value.tzinfo is None:
            raise RecordError(noun, field, value, "an instant with a time zone, such as 2026-11-23T09:05:00Z")
    elif isinstance(value, time) and value.tzinfo is not None:
        raise RecordError(noun, field, value, "a time by the school's clock, without a time zone")


def _plan_of(kind: type[msgspec.Struct]) -> _Plan:
    fields = [field.name for field in msgspec.structs.fields(kind) if any(map(_is_looked_at, _types(field.type)))]
    # attrgetter gives a tuple for two names and more
    values = attrgetter(*fields) if len(fields) > 1 else lambda struct: tuple(getattr(struct, name) for name in fields)
    plan = _plans[kind] = _Plan(tuple(fields), values)
    return plan


def _types(declared: Any) -> Iterator[Any]:
    """A declared type and every type inside it: `tuple[date, ...] | None` has `date` in it."""
    yield declared
    for inner in get_args(declared):
        yield from _types(inner)


def _is_looked_at(declared: Any) -> bool:
    return isinstance(declared, type) and issubclass(declared, _LOOKED_AT)
