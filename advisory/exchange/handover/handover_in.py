"""Read a handover file, which comes from outside: whatever is wrong in it is refused, with its place and value."""

import codecs
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from advisory.exchange.file.controls import has_control, texts_in
from advisory.exchange.file.error import FileError
from advisory.exchange.file.excerpt import excerpt
from advisory.exchange.file.on_disk import as_size, read_file
from advisory.model import Record, Student
from advisory.model.record import LONGEST_TEXT
from advisory.rules.leaving.leaving import Rated

from .handover import KIND_OF, MARK, VERSION, Handed, Handover
from .sound import refuse_twice, refuse_unsound
from .struct_in import read_struct

LARGEST = 32 * 1024 * 1024
_MOST_STUDENTS = 500
_MOST_RECORDS = 50_000
_DEEPEST = 16
_WANTED = "a handover file of advisory"


class _RatedIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rating as the file has it."""

    pact: str
    on: date
    source: Any
    level: Any = None
    independence: Any = None


def handover_bytes(path: Path) -> bytes:
    """The bytes of a handover file. Raises FileError if it is larger than any, or can't be read."""
    return read_file(path, LARGEST, wanted=_WANTED, than="any handover")


def read_handover(name: str, data: bytes, today: date) -> Handover:
    """What the file called `name` holds. Raises FileError, in one sentence, for a damaged, foreign or newer one."""
    whole = _parsed(name, data)
    made_on = whole.get("made_on")
    try:
        day = date.fromisoformat(made_on) if isinstance(made_on, str) else None
    except ValueError:
        day = None
    if day is None:
        raise FileError(f"{name}: made_on is {_shown(made_on)}; it must be a day such as 2026-11-23.")
    entries = _list(name, "students", whole.get("students"))
    if not entries:
        raise FileError(f"{name} hands over nobody: its list of students is empty.")
    if len(entries) > _MOST_STUDENTS:
        raise FileError(f"{name} holds {len(entries):,} students; a handover has at most {_MOST_STUDENTS}.")
    students = tuple(_handed(f"{name}, student {number}", entry, today) for number, entry in enumerate(entries, 1))
    if sum(len(one.records) for one in students) > _MOST_RECORDS:
        raise FileError(f"{name} holds more than {_MOST_RECORDS:,} records, more than any handover.")
    refuse_twice(name, students)
    return Handover(day, students)


def _parsed(name: str, data: bytes) -> dict[str, Any]:
    if len(data) > LARGEST:
        raise FileError(f"{name} is larger than any handover: at most {as_size(LARGEST)}.")
    try:
        whole = msgspec.json.decode(data.removeprefix(codecs.BOM_UTF8))
    except (ValueError, RecursionError):
        raise FileError(f"{name} is damaged, or not a handover file: ask for it again.") from None
    if not isinstance(whole, dict) or MARK not in whole:
        raise FileError(f"{name} is not a handover file: it doesn't begin with “{MARK}”.")
    version = whole[MARK]
    if type(version) is not int or version < 1:
        raise FileError(f"{name}: {MARK} is {_shown(version)}; it must be the number {VERSION}.")
    if version > VERSION:
        raise FileError(
            f"{name} was written by a newer advisory (handover version {version}; this one reads {VERSION}): update advisory."
        )
    _refuse_fields(name, whole, {MARK, "made_on", "students"})
    if _depth(whole) > _DEEPEST:
        raise FileError(f"{name} is nested deeper than any handover.")
    for place, text in texts_in(whole):
        if has_control(text):
            raise FileError(f"{name}, {place}: “{excerpt(text)}” holds a control character, which no handover has.")
        if len(text) > 10 * LONGEST_TEXT:
            raise FileError(
                f"{name}, {place} is {len(text):,} characters long; at most {10 * LONGEST_TEXT:,} are read."
            )
    return whole


def _depth(value: Any) -> int:
    """How deeply lists and objects are nested, without looking deeper than needed."""
    depth, level = 0, [value]
    while level and depth <= _DEEPEST:
        depth += 1
        inner = (one.values() if isinstance(one, dict) else one for one in level if isinstance(one, dict | list))
        level = [one for values in inner for one in values]
    return depth


def _handed(place: str, entry: Any, today: date) -> Handed:
    if not isinstance(entry, dict):
        raise FileError(f"{place} is {_shown(entry)}; it must be an object.")
    _refuse_fields(place, entry, {"student", "records", "rated"})
    student = read_struct(Student, entry.get("student"), place)
    place = f"{place} ({excerpt(student.full_name)})"
    lists = entry.get("records", {})
    if not isinstance(lists, dict):
        raise FileError(f"{place}: records is {_shown(lists)}; it must be an object.")
    _refuse_fields(place, lists, set(KIND_OF))
    placed = [
        (f"{place}, {kind.noun} {number}", read_struct(kind, one, f"{place}, {kind.noun} {number}"))
        for table, kind in KIND_OF.items()
        for number, one in enumerate(_list(place, table, lists.get(table, [])), 1)
    ]
    refuse_unsound(place, student, placed, today)
    rated = tuple(_rated(place, entry.get("rated", []), student, [record for _, record in placed]))
    return Handed(student, tuple(record for _, record in placed), rated)


def _rated(place: str, value: Any, student: Student, records: list[Record]) -> Iterator[Rated]:
    from advisory.model import Evidence, Pact

    pacts = {one.id for one in records if isinstance(one, Pact)}
    for number, one in enumerate(_list(place, "rated", value), 1):
        here = f"{place}, rated {number}"
        read = read_struct(_RatedIn, one, here)
        if read.pact not in pacts:
            raise FileError(f"{here}: pact is {_shown(read.pact)}, and the file has no such pact of this student.")
        # checked as the evidence it will be
        fields = {"id": "", "created_at": student.created_at, "updated_at": student.created_at, "student": student.id}
        words = {
            name: value for name in ("source", "level", "independence") if (value := getattr(read, name)) is not None
        }
        plain = {**msgspec.to_builtins(fields), **words, "seen_on": read.on.isoformat(), "seen": "-"}
        piece = read_struct(Evidence, plain, here)
        yield Rated("", student.id, read.pact, piece.seen_on, piece.source, piece.level, piece.independence)


def _list(place: str, field: str, value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise FileError(f"{place}: {field} is {_shown(value)}; it must be a list.")
    return value


def _refuse_fields(place: str, value: dict[str, Any], allowed: set[str]) -> None:
    if unknown := [name for name in value if name not in allowed]:
        raise FileError(f"{place}: “{excerpt(unknown[0])}” is not part of a handover.")


def _shown(value: Any) -> str:
    return "not there" if value is None else excerpt(msgspec.json.encode(value).decode())
