"""Hypothesis strategies for records of every kind with every field filled."""

from datetime import UTC, date, datetime, time
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import strategies as st

from advisory.model import (
    CatalogueMilestone,
    CatalogueSign,
    CheckIn,
    DefensePlan,
    FollowUp,
    MeetingPattern,
    Milestone,
    Partnership,
    Piece,
    Record,
    Revision,
    StageMove,
    Student,
    Tag,
    make_id,
)
from advisory.model.defense_words import DefenseOutcome, MilestoneStatus
from advisory.model.words import Direction, PromiseStatus, Stage

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(str.strip)
WORDS = TEXTS.filter(lambda text: text.split() == [text])
INSTANTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds
_WAS = st.none() | st.booleans() | st.integers(0, 99) | TEXTS | st.lists(TEXTS, max_size=3)
_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: st.integers(1, 5),
    bool: st.booleans(),
    date: st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    datetime: INSTANTS,
    time: st.times(),
}
_OWN: dict[tuple[type, str], st.SearchStrategy[Any]] = {
    (Student, "birthday"): st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: f"{day:%m-%d}"),
    (Partnership, "school_year"): st.integers(2000, 2100),
    (CheckIn, "tags"): st.lists(WORDS, min_size=1, max_size=3).map(tuple),
    (Tag, "name"): WORDS,
    (CatalogueSign, "key"): st.from_regex(r"[a-z0-9_]{1,40}", fullmatch=True),
    (CatalogueMilestone, "key"): st.from_regex(r"[a-z0-9_]{1,40}", fullmatch=True),
    (DefensePlan, "minutes"): st.integers(10, 240),
    (MeetingPattern, "weekdays"): st.lists(st.integers(0, 6), min_size=1, unique=True).map(tuple),
    (Revision, "was"): st.dictionaries(TEXTS, _WAS, min_size=1, max_size=3),
}
_ONLY_THEN: dict[type, tuple[str, Enum, str]] = {
    Milestone: ("status", MilestoneStatus.READY, "done_on"),
    DefensePlan: ("outcome", DefenseOutcome.DEFEND_AGAIN, "defend_again_on"),
}
"""Kind → a field, its value, and the field that is there with this value only."""
_IN_ORDER = (
    ("starts_on", "ends_on"),
    ("given_on", "file_deleted_on"),
    ("joined_on", "left_on"),
    ("next_review_on", "target_on"),
    ("starts", "ends"),
)


def records(kind: type[Record]) -> st.SearchStrategy[Any]:
    """Records with every field given; None only where another field asks for it."""
    ids = st.integers(1, 9_999_999).map(lambda number: make_id(kind, number))
    return _fields(kind, id=ids).map(lambda fields: kind(**_mended(kind, fields)))


def _fields(struct: type[msgspec.Struct], **own: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    hints = get_type_hints(struct)
    return st.fixed_dictionaries(
        {name: own[name] if name in own else _field(struct, name, hints[name]) for name in struct.__struct_fields__}
    )


def _field(struct: type[msgspec.Struct], name: str, kind: Any) -> st.SearchStrategy[Any]:
    special = _OWN.get((struct, name))
    return _values(kind) if special is None else special


def _values(kind: Any) -> st.SearchStrategy[Any]:
    if get_origin(kind) in {Union, UnionType}:
        return _values(next(part for part in get_args(kind) if part is not type(None)))
    if get_origin(kind) is tuple:
        return st.lists(_values(get_args(kind)[0]), min_size=1, max_size=2).map(tuple)
    if issubclass(kind, Piece):
        return _fields(kind).map(lambda fields: kind(**_mended(kind, fields)))
    return st.sampled_from(kind) if issubclass(kind, Enum) else _PLAIN[kind]


def _mended(kind: type[msgspec.Struct], fields: dict[str, Any]) -> dict[str, Any]:
    """The fields, where one asks something of another made to fit."""
    for first, second in _IN_ORDER:
        if {first, second} <= fields.keys():
            fields[first], fields[second] = sorted((fields[first], fields[second]))
    if kind is MeetingPattern and fields["starts"] == fields["ends"]:
        fields["starts"], fields["ends"] = time(9, 40), time(10, 10)
    if kind is CheckIn and fields["contact_made"]:
        fields["not_made_reason"] = None
    elif kind is CheckIn:
        fields |= {"counts_contact": False, "counts_one_to_one": False}
    if kind is FollowUp:
        fields["done_on"] = fields["done_on"] if fields["status"] is PromiseStatus.DONE else None
        fields["dropped_why"] = fields["dropped_why"] if fields["status"] is PromiseStatus.DROPPED else ""
    if _ONLY_THEN.get(kind) and fields[_ONLY_THEN[kind][0]] is not _ONLY_THEN[kind][1]:
        fields[_ONLY_THEN[kind][2]] = None
    if kind is StageMove:
        stages = list(Stage)
        if fields["from_stage"] is fields["to_stage"]:
            fields["to_stage"] = stages[stages.index(fields["from_stage"]) - 1]
        is_on = stages.index(fields["to_stage"]) > stages.index(fields["from_stage"])
        fields["direction"] = Direction.FORWARD if is_on else Direction.BACK
    return fields
