"""Folders of one advisor's school years, the same each time: a class of 22, of whom few stay; this year is alike in all."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from advisory.model import CheckIn, Student, make_id
from advisory.model.words import Status
from advisory.store import snapshot
from advisory.store.state import SNAPSHOT

from .sample import NOW, TODAY, check_in_fields

CLASS = 22
NEW_EACH_YEAR = 25
THIS_TERM, A_YEAR = 700, 2367
"""Check-ins of the term so far, and of each school year before."""
_FIRST = date(2026, 8, 31)
_NAMES = (
    "Amina",
    "Diego",
    "Elif",
    "Jun",
    "Kai",
    "Leila",
    "Mateus",
    "Maya",
    "Nia",
    "Noah",
    "Priya",
    "Rosa",
    "Samir",
    "Théo",
)
_FAMILIES = ("Okafor", "Ramírez", "Tran", "Haddad", "Reed", "Lindqvist", "Yusuf", "Sato", "Quispe", "Brandt", "Leota")


def fill_school_years(folder: Path, past_years: int) -> None:
    """A folder as a clean close leaves it: the term so far, and so many school years before it."""
    folder.mkdir(parents=True)
    encode = msgspec.json.Encoder().encode
    check_ins = list(_past(past_years)) + list(_days(0, THIS_TERM, _FIRST, TODAY, Random(1)))
    check_ins.sort(key=lambda fields: fields["happened_on"])
    instants = {"created_at": NOW, "updated_at": NOW}
    notes = {
        n: msgspec.Raw(encode(CheckIn(id=make_id(CheckIn, n), **instants, **fields)))
        for n, fields in enumerate(check_ins, 1)
    }
    students = {n: msgspec.Raw(encode(_student(n))) for n in range(1, CLASS + NEW_EACH_YEAR * past_years + 1)}
    data = snapshot.dump(
        {"students": students, "checkins": notes},
        seq=1, chain=1, next_ids={"students": len(students) + 1, "checkins": len(notes) + 1},
        saved="2026-11-23T09:05:00.000Z",
    )  # fmt: skip
    (folder / SNAPSHOT).write_bytes(data)


def _student(number: int) -> Student:
    """The first of them are here now; the others have left."""
    return Student(
        id=make_id(Student, number),
        given_name=_NAMES[number % len(_NAMES)],
        family_name=f"{_FAMILIES[number % len(_FAMILIES)]}{'' if number <= CLASS else f' {number}'}",
        status=Status.ACTIVE if number <= CLASS else Status.GRADUATED,
        created_at=NOW,
        updated_at=NOW,
    )


def _past(years: int) -> Iterator[dict[str, Any]]:
    for back in range(1, years + 1):
        first = _FIRST.replace(year=_FIRST.year - back)
        others = CLASS + NEW_EACH_YEAR * (back - 1)
        yield from _days(others, A_YEAR, first, first + timedelta(days=290), Random(back + 1))


def _days(others: int, count: int, first: date, last: date, chance: Random) -> Iterator[dict[str, Any]]:
    """Check-ins with a class of students, numbered from `others` on, spread over the weekdays of a year."""
    weekdays = [day for day in (first + timedelta(days=n) for n in range((last - first).days + 1)) if day.weekday() < 5]
    for number in range(count):
        fields = check_in_fields(number, chance)
        fields["student"] = make_id(Student, others + chance.randint(1, CLASS))
        fields["happened_on"] = weekdays[number * len(weekdays) // count]
        yield fields
