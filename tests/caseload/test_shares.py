"""What was shared: the newest first, whom it was about and for, what was in it, and where its file is."""

from datetime import timedelta
from unittest import mock

import pytest
from added import add
from record_case import TODAY, make

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.leaving import keep_shared, leaving_of
from advisory.caseload.leaving.shares import (
    counted_rows,
    file_words,
    record_of,
    rows_given,
    shared_line,
    shared_of,
    shares,
    to_whom,
    whom_about,
)
from advisory.model import CheckIn, ExportLog, KnownWell, Student, Term
from advisory.model.words import Audience, Status, Visibility
from advisory.rules.days.school_days import Span
from advisory.rules.refusal import Refusal

DAY = timedelta(days=1)


def log(**fields) -> ExportLog:
    return make(ExportLog, **fields)


def test_the_newest_share_comes_first_and_with_a_student_only_what_was_about_them(caseload: Caseload) -> None:
    first, second = add(caseload, ExportLog, students=("s0000001",)), add(caseload, ExportLog)
    older = add(caseload, ExportLog, given_on=TODAY - DAY, students=("s0000001", "s0000002"))
    assert [one.id for one in shares(caseload)] == [second.id, first.id, older.id]
    assert [one.id for one in shares(caseload, "s0000001")] == [first.id, older.id]
    assert [one.id for one in shares(caseload, "s0000002")] == [older.id]


def test_a_record_is_known_by_its_latest_share_with_others(caseload: Caseload) -> None:
    shared = {"rows": ("c0000001", "c0000002"), "audience": Audience.FAMILY}
    add(caseload, ExportLog, **shared, given_on=TODAY - DAY)
    latest = add(caseload, ExportLog, **{**shared, "rows": ("c0000001",)})
    for nobody_else in (Audience.MYSELF, Audience.COUNTS):
        add(caseload, ExportLog, rows=("c0000001", "c0000003"), audience=nobody_else)
    assert shared_of(caseload)["c0000001"] == latest
    assert sorted(shared_of(caseload)) == ["c0000001", "c0000002"]
    assert shared_line(caseload, "c0000001") == "shared with the family on Nov 23"
    assert shared_line(caseload, "c0000002") == "shared with the family on Nov 22"
    assert shared_line(caseload, "c0000003") == ""


def test_whom_it_was_about_is_some_or_everybody_who_is_here(caseload: Caseload) -> None:
    maya = add(caseload, Student, given_name="Maya", family_name="Okafor")
    assert whom_about(caseload, log(students=(maya.id,))) == "Maya"
    kai = add(caseload, Student, given_name="Kai", family_name="Tran")
    left = add(caseload, Student, given_name="Jun", family_name="Ito", status=Status.TRANSFERRED)
    gone = "s0000009"
    assert whom_about(caseload, log(students=(maya.id, gone))) == "Maya"
    assert whom_about(caseload, log(students=(maya.id, left.id))) == "Maya and Jun"
    assert whom_about(caseload, log(students=(kai.id, maya.id))) == "everybody"
    assert whom_about(caseload, log(students=(kai.id, left.id, maya.id))) == "everybody"
    assert whom_about(caseload, log()) == ""


def test_a_share_says_for_whom_what_and_where(caseload: Caseload) -> None:
    told = {"audience": Audience.FAMILY, "rows": ("c0000001", "g0000001", "c0000002", "?1")}
    assert (to_whom(log(**told)), to_whom(log(to="his aunt", **told))) == ("the family", "the family: his aunt")
    assert counted_rows(log(**told)) == "2 check-ins, 1 pact"
    assert [counted_rows(log(audience=one)) for one in (Audience.COUNTS, Audience.STAFF)] == ["counts", "no records"]
    assert file_words(log()) == "shown or copied, no file"
    assert file_words(log(file="maya.html")) == "maya.html"
    assert file_words(log(file="maya.html", file_deleted_on=TODAY)) == "maya.html, deleted"
    add(caseload, Student)
    note = add(caseload, CheckIn)
    assert record_of(caseload.store, note.id) == note
    assert record_of(caseload.store, "?1") is record_of(caseload.store, "c0000009") is None
    assert list(rows_given(caseload.store, log(rows=("c0000009", note.id)))) == [note]


def test_only_what_was_shared_with_others_can_not_become_private(caseload: Caseload) -> None:
    add(caseload, Student)
    shared, other = (add(caseload, CheckIn, visibility=Visibility.SHAREABLE) for _ in range(2))
    private = add(caseload, CheckIn)
    add(caseload, ExportLog, rows=(shared.id, private.id), audience=Audience.FAMILY)
    with pytest.raises(Refusal, match="shared with the family"):
        keep_shared(caseload, shared, Visibility.PRIVATE)
    for one, becoming in (
        (shared, Visibility.STAFF),
        (other, Visibility.PRIVATE),
        (private, Visibility.PRIVATE),
        (add(caseload, Term), Visibility.PRIVATE),
    ):
        keep_shared(caseload, one, becoming)
    with mock.patch.object(
        caseload.store, "all", side_effect=AssertionError("shares are only read where one is needed")
    ):
        keep_shared(caseload, shared, Visibility.STAFF)
        keep_shared(caseload, private, Visibility.PRIVATE)


def test_of_what_has_a_day_only_the_days_asked_for_leave_with_the_first_and_the_last(caseload: Caseload) -> None:
    maya = add(caseload, Student)
    for days in range(5):
        add(caseload, CheckIn, happened_on=TODAY - days * DAY)
    fact = add(caseload, KnownWell, learned_on=TODAY)
    span = Span(TODAY - 3 * DAY, TODAY - DAY)
    leaving = leaving_of(caseload, [maya.id], Audience.MYSELF, {}, kinds=(CheckIn, KnownWell), span=span)
    days = [one.happened_on for one in leaving.of(CheckIn)]
    assert days == [TODAY - days * DAY for days in (3, 2, 1)]
    assert [one.id for one in leaving.of(KnownWell)] == [fact.id]
