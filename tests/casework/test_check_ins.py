"""Check-ins: a student and a line, a default for all else, and every word kept through an edit."""

from datetime import date
from itertools import product

import pytest
from caseload_case import begun
from examples import some
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from record_case import TODAY

from advisory.caseload.group import written_together
from advisory.casework.check_in.edit import edit_check_in
from advisory.casework.check_in.record import record_check_in
from advisory.casework.check_in.record_group import record_group
from advisory.casework.student.add import add_student
from advisory.casework.student.archive import archive_student
from advisory.casework.trash import move_to_trash
from advisory.model import CheckIn, RecordError
from advisory.model.words import CheckInState, Kind, NotMadeReason, Party, Visibility
from advisory.rules.check_in.contact import default_counts
from advisory.rules.refusal import Refusal


def test_a_line_is_enough(caseload):
    made = begun(caseload).check_in
    assert (made.line, made.happened_on, made.kind) == ("Showed the draft", TODAY, Kind.ONE_TO_ONE)
    assert (made.visibility, made.initiator, made.contact_made) == (Visibility.PRIVATE, Party.ADVISOR, True)


@settings(max_examples=some(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_a_line_is_kept_exactly_as_typed(caseload, line):
    student = caseload.students[0] if caseload.students else begun(caseload).maya
    made = record_check_in(caseload, student.id, line)
    assert caseload.store.need(CheckIn, made.id).line == line


def test_the_kind_and_whether_they_were_reached_say_what_it_counts_as(caseload):
    maya = begun(caseload).maya
    for kind, contact_made in product(Kind, (True, False)):
        made = record_check_in(caseload, maya.id, "x", kind=kind, contact_made=contact_made)
        counts = default_counts(kind, contact_made=contact_made)
        assert (made.counts_contact, made.counts_one_to_one) == counts, (kind, contact_made)


def test_what_it_counts_as_is_the_advisors_to_change(caseload):
    made = record_check_in(caseload, begun(caseload).maya.id, "x", kind=Kind.OBSERVATION, counts_contact=True)
    assert (made.counts_contact, made.counts_one_to_one) == (True, False)


def test_an_attempt_restarts_no_clock(caseload):
    maya = begun(caseload).maya
    before = caseload.summary(maya.id).one_to_one
    record_check_in(caseload, maya.id, "", contact_made=False, tags=("try",), not_made_reason=NotMadeReason.ABSENT)
    assert caseload.summary(maya.id).one_to_one == before
    with pytest.raises(RecordError, match="off, because the contact was not made"):
        record_check_in(caseload, maya.id, "x", contact_made=False, counts_contact=True)


def test_an_edit_keeps_what_was_said_before(caseload):
    shown = begun(caseload).check_in
    once = edit_check_in(caseload, shown, line="Showed two drafts")
    twice = edit_check_in(caseload, once, line="Showed three", happened_on=date(2026, 11, 20))
    assert [revision.was for revision in twice.revisions] == [
        {"line": "Showed the draft"},
        {"line": "Showed two drafts", "happened_on": "2026-11-23"},
    ]
    assert twice.revisions[0].at < twice.revisions[1].at
    assert caseload.store.need(CheckIn, shown.id) == twice


@pytest.mark.parametrize(
    ("changes", "counts"),
    [
        ({"kind": Kind.OBSERVATION}, (False, False)),
        ({"kind": Kind.QUICK_TOUCH}, (True, False)),
        ({"kind": Kind.QUICK_TOUCH, "counts_one_to_one": True}, (True, True)),
        ({"contact_made": False, "not_made_reason": NotMadeReason.NO_ANSWER}, (False, False)),
        ({"line": "Other words"}, (True, True)),
    ],
)
def test_an_edit_of_the_kind_tells_anew_what_counts(caseload, changes, counts):
    edited = edit_check_in(caseload, begun(caseload).check_in, **changes)
    assert (edited.counts_contact, edited.counts_one_to_one) == counts


def test_flags_set_by_hand_stay_while_the_kind_does(caseload):
    made = record_check_in(caseload, begun(caseload).maya.id, "x", kind=Kind.OBSERVATION, counts_contact=True)
    assert edit_check_in(caseload, made, line="y").counts_contact


def test_an_attempt_that_reached_them_after_all_counts_and_needs_no_reason(caseload):
    reason = {"contact_made": False, "not_made_reason": NotMadeReason.ABSENT}
    attempt = record_check_in(caseload, begun(caseload).maya.id, "x", **reason)
    attempt = edit_check_in(caseload, attempt, line="y")
    assert (attempt.line, attempt.not_made_reason) == ("y", NotMadeReason.ABSENT)
    edited = edit_check_in(caseload, attempt, contact_made=True)
    assert (edited.not_made_reason, edited.counts_contact, edited.counts_one_to_one) == (None, True, True)
    assert edited.revisions[-1].was["not_made_reason"] == "absent"


def test_a_note_with_more_in_it_does_not_become_a_referral(caseload):
    shown = begun(caseload).check_in
    with pytest.raises(Refusal, match="A referral keeps only the date"):
        edit_check_in(caseload, shown, kind=Kind.REFERRAL)
    assert edit_check_in(caseload, shown, kind=Kind.REFERRAL, line="Told the nurse", tags=()).kind is Kind.REFERRAL


def test_a_deleted_one_is_in_the_trash_and_the_clocks_forget_it(caseload):
    book = begun(caseload)
    move_to_trash(caseload, CheckIn, book.check_in.id)
    assert list(caseload.store.check_ins_of(book.maya.id)) == []
    assert [gone.line for gone in caseload.store.trash(CheckIn)] == ["Showed the draft"]
    assert caseload.summary(book.maya.id).contact.last_on is None


def test_jots_are_the_unfinished_of_those_who_are_here_oldest_first(caseload):
    book = begun(caseload)
    kai = add_student(caseload, given_name="Kai", family_name="Tran")
    jot = {"state": CheckInState.JOT}
    new = record_check_in(caseload, book.maya.id, "says the essay is", **jot)
    old = record_check_in(caseload, book.maya.id, "trough?", happened_on=date(2026, 11, 2), **jot)
    record_check_in(caseload, kai.id, "of one who left", **jot)
    archive_student(caseload, kai.id)
    assert [found.id for found in caseload.jots] == [old.id, new.id]
    edit_check_in(caseload, old, state=CheckInState.DONE)
    move_to_trash(caseload, CheckIn, new.id)
    assert caseload.jots == []
    caseload.store.undo(caseload.now())
    assert [found.id for found in caseload.jots] == [new.id]


def test_how_many_were_written_together_and_are_still_there(caseload):
    book = begun(caseload)
    others = [add_student(caseload, given_name=name, family_name="Tran") for name in ("Kai", "Jun")]
    group = record_group(caseload, text="Circle", student_ids=[book.maya.id, *(other.id for other in others)])
    record_group(caseload, text="Another", student_ids=[other.id for other in others])
    assert [written_together(caseload, one) for one in group] == [3, 3, 3]
    move_to_trash(caseload, CheckIn, group[0].id)
    edit_check_in(caseload, group[1], happened_on=date(2026, 11, 2))
    assert written_together(caseload, group[2]) == 2
    assert written_together(caseload, book.check_in) == 1
    assert written_together(caseload, replace(book.check_in, group="nonsense")) == 1
