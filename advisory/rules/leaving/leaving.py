"""What leaves for an audience: each record as much of it as may be seen, with the names of other students covered.

Whatever is made for others, a page, a table, a file for another advisor, is made from a `Leaving` and from nothing else.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple, TypeVar

from advisory.model import Evidence, Pact, Record, RecordError, Student
from advisory.model.words import Audience, EvidenceSource, Independence, Level
from advisory.rules.names.covering.other_names import OtherNames, at_place
from advisory.rules.names.covering.runs import Place

from .may_leave import parts_for, why_it_stays
from .reason import CAN_BE_INCLUDED, Instead, Reason
from .texts import with_texts

R = TypeVar("R", bound=Record)
NONE: frozenset[str] = frozenset()


class Stays(NamedTuple):
    """A record that stays here, and why."""

    record: Record
    reason: Reason


class NameFound(NamedTuple):
    """Another student's name in a record: as it stands there, and what stands instead."""

    record_id: str
    """ "" for words that are in no record."""
    name: str
    instead: str
    is_word: bool = False
    """Whether it stays as it is: an ordinary word in lower case that reads as that, `strong with fractions`; it is asked about."""


class Rated(NamedTuple):
    """What one piece of evidence for a pact's target showed, without its words: these may name another student."""

    record_id: str
    student: str
    pact: str
    on: date
    source: EvidenceSource
    level: Level | None
    independence: Independence | None


class Covered(NamedTuple):
    """A text with other students' names covered, and which names these were."""

    text: str
    names: tuple[NameFound, ...]


class OfOne(NamedTuple):
    """What leaves of one student: the student, the records about them and the ratings of their evidence, each in order."""

    student: Student
    records: list[Record]
    rated: list[Rated]


class Leaving(NamedTuple):
    """What leaves, and what stays. `records` have only what may be seen; their ids are those of the advisor's own."""

    audience: Audience
    records: tuple[Record, ...]
    rated: tuple[Rated, ...]
    """How the leaving evidence of each leaving pact was rated, the oldest first; nothing is said about a piece that stays."""
    stays: tuple[Stays, ...]
    included: tuple[str, ...]
    """The ids of those of the records that would stay, and were asked for on purpose."""
    names: tuple[NameFound, ...]
    cover: Callable[[str, str], "Covered"]
    """(student id, text) → the text as that student's reader may see it: for words that are in no record, such as typed ones."""

    def of(self, kind: type[R]) -> list[R]:
        """The records of one kind, in order."""
        return [record for record in self.records if isinstance(record, kind)]

    @property
    def by_student(self) -> list[OfOne]:
        """What leaves of each student, in order: gone through once, however many students there are."""
        found = {student.id: OfOne(student, [], []) for student in self.of(Student)}
        for record in self.records:
            if (one := found.get(getattr(record, "student", ""))) is not None:
                one.records.append(record)
        for rated in self.rated:
            if (one := found.get(rated.student)) is not None:
                one.rated.append(rated)
        return list(found.values())


class Cover:
    """Covers other students' names in the texts about a student, as the advisor chose."""

    def __init__(
        self, others: Callable[[str], OtherNames], instead: Instead, initials: Mapping[str, str], *, is_mine: bool
    ) -> None:
        self._others, self._instead, self._initials, self._is_mine = others, instead, initials, is_mine

    def text(self, student_id: str, text: str, record_id: str = "") -> Covered:
        """The text with other students' names covered; "" if it names one and the line is to be left out."""
        places = [] if self._is_mine or not text else self._others(student_id).places(text)
        parts, found, upto = [], [], 0
        for place in places:
            name = text[place.start : place.end]
            if place.is_word:
                found.append(NameFound(record_id, name, name, is_word=True))
                continue
            words = self._words(place)
            found.append(NameFound(record_id, name, words))
            parts += [text[upto : place.start], at_place(words, text, place.start)]
            upto = place.end
        leaves_out = any(not place.is_word for place in places) and self._instead is Instead.LEAVE_OUT
        return Covered("" if leaves_out else "".join((*parts, text[upto:])), tuple(found))

    def _words(self, place: Place) -> str:
        if self._instead is Instead.INITIALS:
            known = sorted(filter(None, (self._initials.get(one, "") for one in place.whose)))
            return "/".join(known) or Instead.STAND_IN.label
        return Instead.STAND_IN.label


def leaving(
    records: Iterable[Record],
    audience: Audience,
    others: Callable[[str], OtherNames],
    *,
    initials: Mapping[str, str],
    included: Collection[str] = NONE,
    instead: Instead = Instead.STAND_IN,
) -> Leaving:
    """What of these records leaves for the audience.

    `others` gives, by student id, the names of everybody else; `initials` by student id. `included` are ids of records
    that would stay, which the advisor asked for on purpose, where the reason allows it.
    For yourself everything leaves as it stands.
    """
    cover = Cover(others, instead, initials, is_mine=audience is Audience.MYSELF)
    names: list[NameFound] = []

    def covered(record: Record, text: str) -> str:
        found = cover.text(_student_of(record), text, record.id)
        names.extend(found.names)
        return found.text

    goes: list[Record] = []
    stays: list[Stays] = []
    rated: list[Rated] = []
    asked_for: list[str] = []
    for record in records:
        reason = why_it_stays(record, audience)
        if reason and (reason not in CAN_BE_INCLUDED or record.id not in included):
            stays.append(Stays(record, reason))
            continue
        if reason:
            asked_for.append(record.id)
        if isinstance(record, Evidence) and record.pact:
            rated.append(_rated(record))
        try:
            goes.append(with_texts(parts_for(record, audience), partial(covered, record)))
        except RecordError:  # a record can't be without the text that names another student
            stays.append(Stays(record, Reason.NAMES))
    pacts = {record.id for record in goes if isinstance(record, Pact)}
    shown = () if audience is Audience.COUNTS else (one for one in rated if one.pact in pacts)
    return Leaving(
        audience,
        tuple(goes),
        tuple(sorted(shown, key=lambda one: (one.on, one.record_id))),
        tuple(stays),
        tuple(asked_for),
        tuple(names),
        cover.text,
    )


def _rated(one: Evidence) -> Rated:
    return Rated(one.id, one.student, one.pact, one.seen_on, one.source, one.level, one.independence)


def _student_of(record: Record) -> str:
    return record.id if isinstance(record, Student) else getattr(record, "student", "")
