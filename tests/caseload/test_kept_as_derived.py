"""What a caseload keeps from one change to the next is what one that has just been opened derives."""

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from examples import some
from hypothesis import given, settings
from hypothesis import strategies as st
from record_case import NOW, TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.calendar.no_school_days import add_no_school_days
from advisory.casework.calendar.set_intervals import set_intervals
from advisory.casework.check_in.record import record_check_in
from advisory.casework.promise.make import make_promise
from advisory.casework.student.add import add_student
from advisory.casework.student.archive import archive_student
from advisory.casework.student.edit import edit_student
from advisory.casework.student.mark_away import mark_away, mark_not_here
from advisory.casework.student.unarchive import unarchive_student, who_left
from advisory.model import Student
from advisory.rules.refusal import Refusal
from advisory.store import Store

DAY = timedelta(days=1)


def _check_in(caseload: Caseload, one: Student, ago: int) -> object:
    return record_check_in(caseload, one.id, "x", happened_on=caseload.today - ago * DAY)


def _promise(caseload: Caseload, one: Student, ago: int) -> object:
    return make_promise(caseload, one.id, "bring chairs", due_on=caseload.today - ago * DAY)


def _close(caseload: Caseload, _one: Student, ago: int) -> object:
    day = caseload.today - ago * DAY
    return add_no_school_days(caseload, [(day, day, "Snow")])


def _bring_back(caseload: Caseload, _one: Student, _ago: int) -> object:
    left = who_left(caseload)
    return left and unarchive_student(caseload, left[0].id)


CHANGES: dict[str, Callable[[Caseload, Student, int], object]] = {
    "check-in": _check_in,
    "another check-in": _check_in,
    "promise": _promise,
    "not here": lambda caseload, one, _ago: mark_not_here(caseload, one.id),
    "away": lambda caseload, one, ago: mark_away(caseload, one.id, caseload.today - ago * DAY, caseload.today),
    "left": lambda caseload, one, _ago: archive_student(caseload, one.id),
    "back": _bring_back,
    "renamed": lambda caseload, one, _ago: edit_student(caseload, one, given_name="Ben"),
    "pronouns": lambda caseload, one, ago: edit_student(caseload, one, pronouns=f"they{ago}"),
    "joined": lambda caseload, _one, _ago: add_student(caseload, given_name="Maya", family_name="Reed"),
    "closed": _close,
    "interval": lambda caseload, _one, ago: set_intervals(caseload, 2 + ago, 1),
    "reloaded": lambda caseload, _one, _ago: caseload.store.reloaded(),
    "undo": lambda caseload, _one, _ago: caseload.store.undo(NOW),
}
READS: dict[str, Callable[[Caseload], object]] = {
    "summaries": lambda caseload: caseload.summaries,
    "suggestions": lambda caseload: caseload.suggestions,
    "round": lambda caseload: caseload.round,
    "names": lambda caseload: (dict(caseload.names), dict(caseload.shorts)),
    "days": lambda caseload: [
        caseload.calendar.days_between(date(2026, 10, 1), caseload.today, one.id) for one in caseload.everyone
    ],
}
STEPS = st.tuples(
    st.sampled_from([*CHANGES, "a day later", "days later"]),
    st.integers(0, 9),
    st.integers(0, 3),
    st.just({*READS}) | st.sets(st.sampled_from([*READS])),
)


@given(st.lists(STEPS, min_size=6, max_size=12))
@settings(max_examples=some(60))
def test_what_is_kept_is_what_is_derived_anew(steps: list[tuple[str, int, int, set[str]]]) -> None:
    """Some of it is read after each change, and all of it at the end; the changes are made by two programs in turns."""
    days = [TODAY]
    with tempfile.TemporaryDirectory() as folder:
        stores = [Store.open(Path(folder)), Store.open(Path(folder))]
        kept, other = (Caseload(store, today=lambda: days[0], now=lambda: NOW) for store in stores)
        for name in ("Maya", "Jun", "Ada"):
            add_student(kept, given_name=name, family_name="Okafor")
        for what, whom, ago, reads in steps:
            by = other if whom % 2 else kept
            by.store.refresh()
            if what.endswith("later"):
                days[0] += DAY * (1 + ago)
            elif by.students:
                try:
                    CHANGES[what](by, by.students[whom % len(by.students)], ago)
                except Refusal:
                    continue
            kept.store.refresh()
            for read in sorted(reads):
                READS[read](kept)
        fresh = Caseload(kept.store, today=lambda: days[0], now=lambda: NOW)
        assert {read: of(kept) for read, of in READS.items()} == {read: of(fresh) for read, of in READS.items()}
        for store in stores:
            store.close()
