"""What may leave for staff arrives in another folder whole, nothing else does, and nothing arrives twice."""

import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec import convert, to_builtins
from msgspec.structs import asdict, replace
from record_case import ticking
from record_strategy import records

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.leaving import ABOUT_A_STUDENT, leaving_of
from advisory.casework.handover.arrival import OWN, Arrival, arrival_of
from advisory.casework.handover.take_in import NO_CLOCKS, is_news, take_in
from advisory.casework.student.import_roster import known_students
from advisory.casework.undo import undo
from advisory.exchange.file.controls import without_controls
from advisory.exchange.handover.handover_in import read_handover
from advisory.exchange.handover.handover_out import handover_file
from advisory.exchange.handover.match import match_students
from advisory.model import KINDS, DefensePlan, Pact, Partnership, Record, Student
from advisory.model.reference import REFERENCES
from advisory.model.words import Audience, PactStatus, Stage
from advisory.rules.days.school_days import school_year
from advisory.rules.leaving.leaving import Leaving
from advisory.rules.leaving.texts import texts_of, with_texts
from advisory.store import Store

LATE = date(2110, 1, 4)
"""A day after all that the strategies make up."""
_NOT_GIVEN = {"id", "updated_at", "deleted_at", "student"}


def clean(kind: type[Record]) -> st.SearchStrategy[Any]:
    """Records without control characters, which a file has a mark for."""
    return records(kind).map(lambda one: convert(without_controls(to_builtins(one)), kind))


WRITTEN = st.lists(
    st.sampled_from(ABOUT_A_STUDENT).flatmap(clean).flatmap(lambda one: st.tuples(st.just(one), st.booleans())),
    min_size=1,
    max_size=8,
)


def opened(folder: Path) -> Caseload:
    return Caseload(Store.open(folder), today=lambda: LATE, now=ticking())


def told(caseload: Caseload, who: Student, written: list[tuple[Record, bool]]) -> None:
    """What was made up, about a student and one more, with a mark of its own in each text, and references to what is there."""
    marks = count(1)
    with caseload.store.change("Told", caseload.now()) as change:
        fields = {name: value for name, value in asdict(who).items() if name not in _NOT_GIVEN}
        ids = [change.add(Student, **fields | OWN | {"given_name": f"N{at}"}).id for at in (1, 2)]
        made: dict[tuple[str, type[Record]], str] = {}
        years = {(student, school_year(LATE)) for student in ids}
        for student, year in sorted(years):
            change.add(Partnership, student=student, school_year=year, stage=Stage.RAPPORT, entered_on=LATE)
        for made_up, is_second in written:
            student, kind = ids[is_second], type(made_up)
            one = with_texts(made_up, lambda text: f"⟦{next(marks)}⟧ {text}")
            references = {
                field: made.get((student, to), "") if isinstance(getattr(one, field), str) else ()
                for field, to in REFERENCES[kind].items()
                if to not in {None, Student} and field != "group"
            } | ({"source": ""} if "source" in REFERENCES[kind] else {})
            if references.get("partnership") == "":
                continue
            if isinstance(one, Partnership) and (student, one.school_year) in years:
                continue
            if isinstance(one, Partnership):
                years.add((student, one.school_year))
            if isinstance(one, Pact) and one.status is PactStatus.ACTIVE and (student, Pact) in made:
                references["status"] = PactStatus.CLOSED
            if isinstance(one, DefensePlan):
                references["artifacts"] = tuple(replace(each, came_from="") for each in one.artifacts)
            given_fields = {name: value for name, value in asdict(one).items() if name not in _NOT_GIVEN}
            added = change.add(kind, **given_fields | references | {"student": student})
            made[student, kind] = added.id


def leaving(caseload: Caseload) -> Leaving:
    return leaving_of(caseload, [one.id for one in caseload.everyone], Audience.STAFF, {})


def arriving(caseload: Caseload, data: bytes) -> list[Arrival]:
    matched = match_students(read_handover("a file", data, LATE), known_students(caseload))
    assert not matched.to_ask
    return [arrival_of(caseload, handed, here) for handed, here in matched.pairs]


def everything(caseload: Caseload) -> list[Record]:
    return [one for kind in KINDS for one in (*caseload.store.all(kind), *caseload.store.trash(kind))]


def contents(given_out: Leaving) -> Counter[str]:
    """What leaves, without what is another's in each folder."""
    names = {one.id: one.given_name for one in given_out.of(Student)}
    ids = {one.id for one in given_out.records}
    found: Counter[str] = Counter()
    for one in given_out.records:
        fields = without_controls(to_builtins(one))
        for field in (*_NOT_GIVEN, *OWN, *NO_CLOCKS, *(["created_at"] if isinstance(one, Partnership) else [])):
            fields.pop(field, None)
        for field in REFERENCES.get(type(one), ()):
            if field in fields:
                fields[field] = fields[field] in ids or None
        whose = names[one.id if isinstance(one, Student) else one.student]
        found[repr((one.table, whose, {name: value for name, value in fields.items() if value is not None}))] += 1
    for rated in given_out.rated:
        found[repr((names[rated.student], rated.on, rated.source, rated.level, rated.independence))] += 1
    return found


def marks(texts: Iterator[str]) -> set[str]:
    return {mark for text in texts for mark in re.findall("⟦[0-9]+⟧", text)}


@given(who=clean(Student), written=WRITTEN)
@settings(
    max_examples=12, phases=(Phase.explicit, Phase.generate)
)  # an example with every field filled shrinks for minutes
def test_all_that_may_leave_arrives_and_nothing_else_and_nothing_twice(who: Student, written: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        here, there = opened(Path(folder) / "here"), opened(Path(folder) / "there")
        told(here, replace(who, student_number="", source_id="", email="", family_name="Okafor"), written)
        given_out = leaving(here)
        data = handover_file(given_out, LATE)
        gone = (text for one in given_out.records for text in texts_of(one))
        assert marks(iter([data.decode()])) == marks(gone)

        arrivals = arriving(there, data)
        take_in(there, arrivals)
        assert contents(leaving(there)) == contents(given_out)
        assert not any(map(is_news, arriving(there, data)))
        back = handover_file(leaving(there), LATE)
        assert not any(map(is_news, arriving(here, back)))
        undo(there)
        assert everything(there) == []
        for caseload in (here, there):
            caseload.store.close()
