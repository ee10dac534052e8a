"""Promises: made, done, put off or let go, and each only while it is open."""

from datetime import timedelta

import pytest
from caseload_case import begun
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.caseload.history.history import record_history
from advisory.casework.promise.drop import drop_promise
from advisory.casework.promise.edit import edit_promise
from advisory.casework.promise.keep import keep_promise
from advisory.casework.promise.make import make_promise
from advisory.casework.promise.snooze import snooze_promise
from advisory.casework.student.add import add_student
from advisory.casework.undo import undo
from advisory.model import FollowUp, Snooze
from advisory.model.words import Party, PromiseStatus
from advisory.rules.refusal import Refusal

YESTERDAY, FRIDAY, MONDAY = (TODAY + timedelta(days=away) for away in (-1, 4, 7))


def test_a_promise_is_mine_and_open_unless_said_otherwise(caseload):
    book = begun(caseload)
    assert (book.promise.text, book.promise.owner, book.promise.is_mine) == ("bring lab notes", Party.ADVISOR, True)
    theirs = make_promise(
        caseload, book.maya.id, " bring the form ", owner=Party.STUDENT, due_on=TODAY, source="c0000001"
    )
    assert (theirs.text, theirs.is_mine, theirs.due_on, theirs.source) == ("bring the form", False, TODAY, "c0000001")
    assert [promise.id for promise in caseload.summary(book.maya.id).promises] == [book.promise.id]


def test_a_kept_promise_has_the_day_it_was_kept(caseload):
    book = begun(caseload)
    done = keep_promise(caseload, book.promise.id)
    assert (done.status, done.done_on) == (PromiseStatus.DONE, TODAY)
    assert caseload.summary(book.maya.id).open_promises == 0


def test_a_promise_put_off_remembers_each_time(caseload):
    promise = begun(caseload).promise
    snooze_promise(caseload, promise.id, FRIDAY)
    later = Caseload(caseload.store, today=lambda: FRIDAY, now=caseload.now)
    twice = snooze_promise(later, promise.id, MONDAY)
    assert (twice.due_on, twice.status) == (MONDAY, PromiseStatus.OPEN)
    assert twice.snoozed == (
        Snooze(on=TODAY, was_due_on=None, due_on=FRIDAY),
        Snooze(on=FRIDAY, was_due_on=FRIDAY, due_on=MONDAY),
    )


def test_put_off_again_on_the_same_day_it_was_put_off_once(caseload):
    promise = begun(caseload).promise
    snooze_promise(caseload, promise.id, FRIDAY)
    again = snooze_promise(caseload, promise.id, MONDAY)
    assert again.snoozed == (Snooze(on=TODAY, was_due_on=None, due_on=MONDAY),)
    later = Caseload(caseload.store, today=lambda: FRIDAY, now=caseload.now)
    snooze_promise(later, promise.id, MONDAY + timedelta(weeks=1))
    last = snooze_promise(later, promise.id, MONDAY + timedelta(weeks=2)).snoozed
    assert last == (again.snoozed[0], Snooze(on=FRIDAY, was_due_on=MONDAY, due_on=MONDAY + timedelta(weeks=2)))


def test_a_promise_let_go_says_why(caseload):
    dropped = drop_promise(caseload, begun(caseload).promise.id, " She found them herself ")
    assert (dropped.status, dropped.dropped_why) == (PromiseStatus.DROPPED, "She found them herself")


@pytest.mark.parametrize("first", [keep_promise, lambda c, one: drop_promise(c, one, "no need")])
@pytest.mark.parametrize(
    "then", [keep_promise, lambda c, one: drop_promise(c, one, "x"), lambda c, one: snooze_promise(c, one, FRIDAY)]
)
def test_a_promise_is_settled_once(caseload, first, then):
    promise = begun(caseload).promise
    first(caseload, promise.id)
    with pytest.raises(Refusal, match=r"This promise is already (done|dropped)\."):
        then(caseload, promise.id)


def test_a_promise_is_corrected_to_an_earlier_day_too(caseload):
    book = begun(caseload)
    snoozed = snooze_promise(caseload, book.promise.id, FRIDAY)
    edited = edit_promise(caseload, snoozed, text=" bring the notes ", due_on=YESTERDAY, owner=Party.FAMILY)
    assert (edited.text, edited.due_on, edited.owner) == ("bring the notes", YESTERDAY, Party.FAMILY)
    assert edited.snoozed == snoozed.snoozed
    assert caseload.summary(book.maya.id).promises == ()
    assert caseload.summary(book.maya.id).promises_of_others == (edited,)
    history = {
        (row.field, row.was, row.now) for row in record_history(caseload.store, book.maya.id) if "edited" in row.what
    }
    assert ("whose promise", "advisor", "family") in history
    assert undo(caseload).what == "Family's promise edited"
    assert caseload.store.need(FollowUp, snoozed.id) == snoozed


def test_nothing_corrected_is_no_change_and_an_empty_or_settled_promise_is_refused(caseload):
    promise = begun(caseload).promise
    as_it_is = {"text": promise.text, "due_on": promise.due_on, "owner": promise.owner}
    seq = caseload.store.seq
    assert edit_promise(caseload, promise, **as_it_is) is promise
    with pytest.raises(Refusal, match="What was promised"):
        edit_promise(caseload, promise, **as_it_is | {"text": " "})
    assert caseload.store.seq == seq
    done = keep_promise(caseload, promise.id)
    with pytest.raises(Refusal, match="already done"):
        edit_promise(caseload, done, **as_it_is | {"text": "another"})


@pytest.mark.parametrize("owner", [Party.STUDENT, Party.FAMILY, Party.STAFF])
def test_what_others_promised_presses_nothing_of_mine_aside(caseload, owner):
    book = begun(caseload)
    before = caseload.suggestions, caseload.summary(book.maya.id).promises
    theirs = make_promise(caseload, book.maya.id, "bring the form", owner=owner, due_on=TODAY)
    assert (caseload.suggestions, caseload.summary(book.maya.id).promises) == before
    keep_promise(caseload, theirs.id)
    assert next(caseload.store.changes()).what != "Promise done"
    assert caseload.summary(book.maya.id).promises == before[1]


def test_a_promise_is_moved_to_another_student_or_stays(caseload):
    book = begun(caseload)
    jun = add_student(caseload, given_name="Jun", family_name="Sato")
    same = {"text": book.promise.text, "due_on": None, "owner": Party.ADVISOR}
    assert edit_promise(caseload, book.promise, **same) is book.promise
    moved = edit_promise(caseload, book.promise, **same, student=jun.id)
    assert (moved.student, undo(caseload).what) == (jun.id, "Promise moved to another student")
    edited = edit_promise(caseload, book.promise, **{**same, "text": "bring both"})
    assert (edited.student, edited.text, undo(caseload).what) == (book.maya.id, "bring both", "Promise edited")


def test_a_promise_moved_to_another_student_loses_where_it_came_from_and_one_corrected_keeps_it(caseload):
    book = begun(caseload)
    kai = add_student(caseload, given_name="Jun", family_name="Sato")
    made = make_promise(caseload, book.maya.id, "bring tea", source=book.check_in.id)
    same = {"due_on": None, "owner": Party.ADVISOR}
    corrected = edit_promise(caseload, made, text="bring green tea", **same)
    assert (corrected.source, next(caseload.store.changes()).what) == (book.check_in.id, "Promise edited")
    moved = edit_promise(caseload, corrected, text="bring green tea", **same, student=kai.id)
    assert (moved.student, moved.source) == (kai.id, "")
    assert next(caseload.store.changes()).what == "Promise moved to another student"
