"""Folders of one advisor's school years, the same each time: a class of 22, of whom few stay; this year is alike in all."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from advisory.model import CheckIn, FollowUp, Leave, Pact, Record, Student, SuccessLine, Term, make_id, number_of
from advisory.model.words import CheckInState, PactStatus, Party, PromiseStatus, Status
from advisory.store.disk import snapshot
from advisory.store.disk.state import SNAPSHOT

from .sample import NOW, TODAY, check_in_fields

CLASS = 22
NEW_EACH_YEAR = 25
THIS_TERM, A_YEAR = 700, 2367
"""Check-ins of the term so far, and of each school year before."""
LEAVES_A_YEAR = 300
JOTS = 4
"""The last of the check-ins, which wait to be finished."""
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


def fill_school_years(folder: Path, past_years: int, students: int = CLASS) -> None:
    """A folder as a clean close leaves it: the term so far with so many students, and so many school years before it."""
    folder.mkdir(parents=True)
    encode = msgspec.json.Encoder().encode
    check_ins = list(_past(past_years)) + list(
        _days(0, THIS_TERM * students // CLASS, _FIRST, TODAY, Random(1), students)
    )
    check_ins.sort(key=lambda fields: fields["happened_on"])
    for fields in check_ins[-JOTS:]:
        fields["state"] = CheckInState.JOT
    everybody = (_student(n, students) for n in range(1, students + NEW_EACH_YEAR * past_years + 1))
    records = [
        *everybody, *_made(CheckIn, check_ins), *_made(FollowUp, _promises(students)), *_made(Pact, _pacts(students)),
        *_made(Term, _terms(past_years)), *_made(Leave, _leaves(past_years)),
    ]  # fmt: skip
    tables: dict[str, dict[int, msgspec.Raw]] = {}
    for record in records:
        tables.setdefault(record.table, {})[number_of(record.id)] = msgspec.Raw(encode(record))
    next_ids = {table: len(documents) + 1 for table, documents in tables.items()}
    data = snapshot.dump(tables, seq=1, chain=1, next_ids=next_ids, saved="2026-11-23T09:05:00.000Z")
    (folder / SNAPSHOT).write_bytes(data)


def _made(kind: type[Record], every: Iterable[dict[str, Any]]) -> Iterator[Record]:
    for number, fields in enumerate(every, 1):
        yield kind(id=make_id(kind, number), created_at=NOW, updated_at=NOW, **fields)


def _promises(students: int) -> Iterator[dict[str, Any]]:
    """One to each student who is here now; every third is kept."""
    for number in range(1, students + 1):
        fields = {"student": make_id(Student, number), "text": "bring the atlas", "owner": Party.ADVISOR}
        if number % 3:
            yield fields | {"status": PromiseStatus.OPEN, "due_on": TODAY + timedelta(days=number % 9 - 4)}
        else:
            yield fields | {"status": PromiseStatus.DONE, "done_on": TODAY - timedelta(days=number)}


def _pacts(students: int) -> Iterator[dict[str, Any]]:
    """One with every other student who is here now."""
    for number in range(1, students + 1, 2):
        yield {
            "student": make_id(Student, number),
            "learning_target": "I can read a graph and tell what it leaves out",
            "status": PactStatus.ACTIVE,
            "success_evidence": (SuccessLine(text="told the group about one"), SuccessLine(text="drew one")),
            "start_on": TODAY - timedelta(days=30),
            "next_review_on": TODAY + timedelta(days=number % 9 - 4),
        }


def _terms(past_years: int) -> Iterator[dict[str, Any]]:
    """Two a year."""
    for back in range(past_years, -1, -1):
        first = _FIRST.replace(year=_FIRST.year - back)
        for title, begins, ends in (("Autumn", 0, 130), ("Spring", 131, 290)):
            yield {
                "title": f"{title} {first.year}",
                "starts_on": first + timedelta(days=begins),
                "ends_on": first + timedelta(days=ends),
            }


def _leaves(past_years: int) -> Iterator[dict[str, Any]]:
    """Days on which one of the year's class was away: one, or a few on end."""
    for back in range(past_years, -1, -1):
        chance, first = Random(back + 100), _FIRST.replace(year=_FIRST.year - back)
        others = CLASS + NEW_EACH_YEAR * (back - 1) if back else 0
        span = 290 if back else (TODAY - _FIRST).days
        for _ in range(LEAVES_A_YEAR if back else LEAVES_A_YEAR * span // 290):
            starts_on = first + timedelta(days=chance.randint(0, span))
            yield {
                "student": make_id(Student, others + chance.randint(1, CLASS)),
                "starts_on": starts_on,
                "ends_on": starts_on + timedelta(days=chance.choice((0, 0, 0, 1, 3))),
            }


def _student(number: int, students: int) -> Student:
    """The first of them are here now; the others have left."""
    return Student(
        id=make_id(Student, number),
        given_name=_NAMES[number % len(_NAMES)],
        family_name=f"{_FAMILIES[number % len(_FAMILIES)]}{'' if number <= CLASS else f' {number}'}",
        status=Status.ACTIVE if number <= students else Status.GRADUATED,
        created_at=NOW,
        updated_at=NOW,
    )


def _past(years: int) -> Iterator[dict[str, Any]]:
    for back in range(1, years + 1):
        first = _FIRST.replace(year=_FIRST.year - back)
        others = CLASS + NEW_EACH_YEAR * (back - 1)
        yield from _days(others, A_YEAR, first, first + timedelta(days=290), Random(back + 1))


def _days(
    others: int, count: int, first: date, last: date, chance: Random, students: int = CLASS
) -> Iterator[dict[str, Any]]:
    """Check-ins with a class of students, numbered from `others` on, spread over the weekdays of a year."""
    weekdays = [day for day in (first + timedelta(days=n) for n in range((last - first).days + 1)) if day.weekday() < 5]
    for number in range(count):
        fields = check_in_fields(number, chance)
        fields["student"] = make_id(Student, others + chance.randint(1, students))
        fields["happened_on"] = weekdays[number * len(weekdays) // count]
        yield fields
