"""A record that is moved leaves everything as if it had been with the right student from the start, but for its own history."""

import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from record_case import TODAY, ticking

from advisory.caseload.caseload import Caseload
from advisory.caseload.coverage import coverage
from advisory.caseload.history.history import record_history
from advisory.caseload.log import Log
from advisory.casework.check_in.capture import capture
from advisory.casework.check_in.record import record_check_in
from advisory.casework.check_in.record_group import record_group
from advisory.casework.check_in.touch import touch
from advisory.casework.learning.learn_fact import learn_fact
from advisory.casework.learning.record_evidence import record_evidence
from advisory.casework.move_record import move_record
from advisory.casework.partnership.add_sign import add_sign
from advisory.casework.promise.keep import keep_promise
from advisory.casework.promise.make import make_promise
from advisory.casework.student.add import add_student
from advisory.casework.student.mark_away import mark_away
from advisory.casework.trash import move_to_trash
from advisory.casework.undo import undo
from advisory.model import KINDS, FollowUp, Indicator, Leave, Record
from advisory.model.words import EvidenceSource, Facet, Kind, LearnedHow, Level
from advisory.rules.capture.reading import PromiseRead, Reading
from advisory.rules.overview.agenda import agenda
from advisory.rules.overview.week_review import week_review
from advisory.store import Store

FAMILIES = ("Okafor", "Reed", "Sato", "Tran")
WRONG, RIGHT = 0, 1
DUE = TODAY + timedelta(days=3)
Wrote = Callable[[Caseload, str, int], Record]


def _noted(caseload: Caseload, student_id: str, days: int) -> Record:
    """A note with a promise that was kept and one that is open, and a sign seen in it, of which one is in the trash."""
    promises = (PromiseRead("bring notes", DUE), PromiseRead("call home", None))
    read = Reading(happened_on=TODAY - timedelta(days=days), text="Showed the draft", promises=promises)
    made = capture(caseload, read, [student_id])
    keep_promise(caseload, made.promises[0].id)
    add_sign(caseload, student_id, "listened", check_in=made.check_ins[0].id)
    gone = add_sign(caseload, student_id, "common_ground", check_in=made.check_ins[0].id)
    move_to_trash(caseload, Indicator, gone.id)
    return made.check_ins[0]


def _grouped(caseload: Caseload, student_id: str, days: int) -> Record:
    others = [one.id for one in caseload.everyone if one.family_name in FAMILIES[2:]]
    there = [others[0], student_id, others[1]]
    made = record_group(
        caseload, text="Circle", student_ids=there, lines={student_id: "Spoke first"}, kind=Kind.SMALL_GROUP,
        happened_on=TODAY - timedelta(days=days), promises=[PromiseRead("bring chairs", DUE)], promised_to=[student_id],
    )  # fmt: skip
    return made[1]


def _seen(caseload: Caseload, student_id: str, days: int) -> Record:
    return record_evidence(
        caseload,
        student_id,
        "Checked it twice",
        source=EvidenceSource.QUIZ,
        level=Level.THERE,
        seen_on=TODAY - timedelta(days=days),
    )


WRITTEN: dict[str, Wrote] = {
    "a note with promises and signs": _noted,
    "an entry of a group": _grouped,
    "a touch today": lambda c, who, _: touch(c, who),
    "a talk today": lambda c, who, _: record_check_in(c, who, "Talked"),
    "a promise": lambda c, who, _: make_promise(c, who, "bring notes", due_on=DUE),
    "a fact": lambda c, who, _: learn_fact(c, who, Facet.HOPES, "To build boats", how=LearnedHow.TOLD_ME),
    "evidence": _seen,
}
HAPPENED: dict[str, Callable[[Caseload, str, int], object]] = {
    "talk": lambda c, who, days: record_check_in(c, who, "Laughed", happened_on=TODAY - timedelta(days=days)),
    "look": lambda c, who, days: record_check_in(
        c, who, "Sat alone", kind=Kind.OBSERVATION, happened_on=TODAY - timedelta(days=days)
    ),
    "promise": lambda c, who, days: make_promise(c, who, "call home", due_on=TODAY + timedelta(days=days)),
    "sign": lambda c, who, _: add_sign(c, who, "listened"),
    "learn": lambda c, who, _: learn_fact(c, who, Facet.PEERS, "Two cousins", how=LearnedHow.TOLD_ME),
}
HAPPENINGS = st.lists(st.tuples(st.sampled_from(sorted(HAPPENED)), st.integers(0, 3), st.integers(0, 40)), max_size=4)
AWAY = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 2), st.integers(0, 2)), max_size=3, unique_by=lambda a: a[0]
)


def told(folder: Path, story: dict[str, Any], student: int) -> tuple[Caseload, Record]:
    """A caseload in which the record of the story was written about this student."""
    caseload = Caseload(Store.open(folder), today=lambda: TODAY, now=ticking())
    ids = [add_student(caseload, given_name=f"N{at}", family_name=family).id for at, family in enumerate(FAMILIES)]
    for who, before, after in story["away"]:
        mark_away(caseload, ids[who], TODAY - timedelta(days=before), TODAY + timedelta(days=after))
    for what, who, days in story["before"]:
        HAPPENED[what](caseload, ids[who], days)
    record = WRITTEN[story["written"]](caseload, ids[student], story["days"])
    for what, who, days in story["after"]:
        HAPPENED[what](caseload, ids[who], days)
    return caseload, record


def derived(caseload: Caseload) -> dict[str, Any]:
    """Everything that is worked out from the records, and the records themselves."""
    lines, today = [_timeless(line) for line in caseload.summaries], caseload.today
    return {
        "summaries": lines,
        "suggestions": caseload.suggestions,
        "week": week_review(lines, caseload.home_words, caseload.calendar, today),
        "today": agenda(lines, today),
        "time": caseload.time_given,
        "log": [list(year.keys) for year in Log(caseload).years],
        "coverage": coverage(caseload),
        "away": {one.id: sorted(_away(caseload, one.id)) for one in caseload.everyone},
        "records": [
            _timeless(one)
            for kind in KINDS
            if kind is not Leave
            for one in (*caseload.store.all(kind), *caseload.store.trash(kind))
        ],
    }


def _away(caseload: Caseload, student_id: str) -> set[Any]:
    leaves = caseload.store.of_student(Leave, student_id)
    spans = [(leave.starts_on, (leave.ends_on - leave.starts_on).days) for leave in leaves]
    return {first + timedelta(days=day) for first, days in spans for day in range(days + 1)}


def _timeless(one: Any) -> Any:
    """A record, or what has records in it, without when it was written and what it said before."""
    if isinstance(one, Record):
        plain = replace(one, updated_at=one.created_at)
        return replace(plain, revisions=()) if hasattr(one, "revisions") else plain
    if isinstance(one, tuple | list):
        return type(one)(map(_timeless, one)) if type(one) in {tuple, list} else one
    fields = getattr(one, "__struct_fields__", ())
    return replace(one, **{name: _timeless(getattr(one, name)) for name in fields}) if fields else one


@given(
    story=st.fixed_dictionaries(
        {
            "away": AWAY,
            "before": HAPPENINGS,
            "written": st.sampled_from(sorted(WRITTEN)),
            "days": st.integers(0, 40),
            "after": HAPPENINGS,
        }
    )
)
@settings(max_examples=25, deadline=None)
def test_a_moved_record_leaves_all_as_if_it_had_been_there_from_the_start(story: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        right, _ = told(Path(folder) / "right", story, RIGHT)
        wrong, record = told(Path(folder) / "wrong", story, WRONG)
        before = derived(wrong)
        ids = [one.id for one in wrong.everyone]
        moved = move_record(wrong, record, ids[RIGHT])
        assert moved.student == ids[RIGHT]
        assert derived(wrong) == derived(right)
        for other in ids[2:]:
            assert list(record_history(wrong.store, other)) == list(record_history(right.store, other))
        assert not any(one.student == ids[WRONG] for one in wrong.store.all(FollowUp) if one.source == record.id)
        undo(wrong)
        assert derived(wrong) == before
        right.store.close()
        wrong.store.close()
