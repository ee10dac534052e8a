"""What was shared is logged, stays logged through undo, and can't become private again."""

from collections import Counter

import pytest
from caseload_case import begun
from logged_case import log as logged
from logged_case import outgoing
from msgspec.structs import replace
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.leaving import leaving_of
from advisory.caseload.leaving.shares import file_words, shared_line, shared_of, shares, whom_about
from advisory.casework.check_in.edit import edit_check_in
from advisory.casework.check_in.edit_group import edit_group
from advisory.casework.check_in.record import record_check_in
from advisory.casework.check_in.record_group import record_group
from advisory.casework.fill_caseload import FILLED
from advisory.casework.learning.edit_evidence import edit_evidence
from advisory.casework.learning.edit_fact import edit_fact
from advisory.casework.learning.learn_fact import learn_fact
from advisory.casework.learning.record_evidence import record_evidence
from advisory.casework.promise.make import make_promise
from advisory.casework.redo import redo
from advisory.casework.share.delete_file import delete_shared_file
from advisory.casework.share.log_share import log_share
from advisory.casework.share.shared_file import CHANGED, GONE, what_became
from advisory.casework.student.add import add_student
from advisory.casework.undo import undo
from advisory.model import CheckIn, ExportLog, KnownWell, Pact, Student
from advisory.model.words import Audience, EvidenceSource, Facet, LearnedHow, Visibility
from advisory.rules.days.school_days import Span
from advisory.rules.leaving.reason import Reason
from advisory.rules.refusal import Refusal
from advisory.store import Refused, Store

SHAREABLE = {"visibility": Visibility.SHAREABLE}


def test_a_share_is_logged_and_undo_goes_past_it(caseload: Caseload) -> None:
    book = begun(caseload)
    fact = learn_fact(caseload, book.maya.id, Facet.HOPES, "Builds bridges", how=LearnedHow.TOLD_ME, **SHAREABLE)
    leaving = leaving_of(caseload, [book.maya.id], Audience.FAMILY, {})
    assert leaving.of(Student)[0].full_name == "Maya Okafor"
    assert leaving.of(KnownWell) == [fact]
    assert Counter(one.reason for one in leaving.stays) == {
        Reason.PRIVATE: 2,
        Reason.NOT_AGREED: 1,
        Reason.NOT_FOR_THEM: 1,
    }
    log = logged(caseload, leaving, what="family page", to=" Aunt Ife ", file="/nowhere/page.html")
    assert (log.students, log.rows, log.left_out, log.to) == ((book.maya.id,), (fact.id,), 4, "Aunt Ife")
    assert shared_of(caseload) == {fact.id: log}
    assert undo(caseload).what == "Fact learned"
    assert caseload.store.all(ExportLog) == [log]
    assert redo(caseload).what == "Fact learned"


def test_what_was_included_on_purpose_is_logged_as_that_as_far_as_it_left(caseload: Caseload) -> None:
    maya = begun(caseload).maya
    fact = learn_fact(caseload, maya.id, Facet.HOPES, "Builds bridges", how=LearnedHow.TOLD_ME, **SHAREABLE)
    private = [record_check_in(caseload, maya.id, line).id for line in ("Read aloud", "Slept badly")]
    leaving = leaving_of(caseload, [maya.id], Audience.FAMILY, {}, included=private)
    log = logged(caseload, leaving, what="page", left_out=private[1:])
    assert (log.rows, log.taken_in) == ((private[0], fact.id), (private[0],))
    assert log.left_out == len(leaving.stays) + 1


def test_what_was_shared_cant_become_private_again(caseload: Caseload) -> None:
    maya = begun(caseload).maya
    note = record_check_in(caseload, maya.id, "Read aloud", **SHAREABLE)
    fact = learn_fact(caseload, maya.id, Facet.HOPES, "Builds bridges", how=LearnedHow.TOLD_ME, **SHAREABLE)
    piece = record_evidence(caseload, maya.id, "Five of six", source=EvidenceSource.QUIZ, **SHAREABLE)
    unseen = edit_check_in(caseload, note, visibility=Visibility.PRIVATE)
    note = edit_check_in(caseload, unseen, **SHAREABLE)
    logged(caseload, leaving_of(caseload, [maya.id], Audience.STAFF, {}), what="table")
    for edit, record in ((edit_check_in, note), (edit_fact, fact), (edit_evidence, piece)):
        with pytest.raises(Refusal, match="shared with staff on Nov 23, so it can't become private again"):
            edit(caseload, record, visibility=Visibility.PRIVATE)
        assert edit(caseload, record, visibility=Visibility.STAFF).visibility is Visibility.STAFF
    whole = leaving_of(caseload, [maya.id], Audience.MYSELF, {})
    assert log_share(caseload, outgoing(whole)) is None
    assert {log.audience for log in shared_of(caseload).values()} == {Audience.STAFF}


def test_only_what_happened_on_the_days_asked_for_leaves(caseload: Caseload) -> None:
    maya = begun(caseload).maya
    old = record_check_in(caseload, maya.id, "Long ago", happened_on=TODAY.replace(month=10), **SHAREABLE)
    new = record_check_in(caseload, maya.id, "Today", **SHAREABLE)
    span = Span(TODAY.replace(day=1), TODAY)
    leaving = leaving_of(caseload, [maya.id], Audience.STUDENT, {}, kinds=(CheckIn, Pact), span=span)
    leaves = {one.id for one in leaving.records}
    assert (old.id in leaves, new.id in leaves) == (False, True)
    assert leaving.of(Pact)


def test_a_file_is_deleted_and_the_log_keeps_that_it_was(caseload: Caseload, tmp_path, monkeypatch) -> None:
    maya, page = begun(caseload).maya, tmp_path / "page.html"
    page.write_text("Hello")
    leaving = leaving_of(caseload, [maya.id], Audience.STAFF, {})
    log = logged(caseload, leaving, what="transition page", file=str(page), data=b"Hello")
    page.write_text("Another file")
    with pytest.raises(Refusal, match="was changed since, so it is left alone"):
        delete_shared_file(caseload, log.id)
    assert (page.read_text("utf-8"), what_became(log)) == ("Another file", CHANGED)
    assert caseload.store.need(ExportLog, log.id).file_deleted_on is None
    page.write_text("Hello")
    assert (what_became(log), file_words(log)) == ("", str(page))
    assert delete_shared_file(caseload, log.id).file_deleted_on == TODAY
    assert not page.exists()
    with pytest.raises(Refusal, match="was deleted already"):
        delete_shared_file(caseload, log.id)
    with pytest.raises(Refusal, match="No file was written"):
        delete_shared_file(caseload, logged(caseload, leaving, what="copy").id)
    own = logged(caseload, leaving, what="page", file=str(caseload.store.folder / "advisory.json"))
    with pytest.raises(Refused, match="the program's own files"):
        delete_shared_file(caseload, own.id)
    folder = logged(caseload, leaving, what="page", file=str(tmp_path))
    with pytest.raises(Refusal, match="left alone"):
        delete_shared_file(caseload, folder.id)
    gone = logged(caseload, leaving, what="page", file=str(tmp_path / "gone.html"), data=b"Hello")
    assert (what_became(gone), file_words(gone)) == (GONE, str(tmp_path / "gone.html"))
    assert what_became(folder) == CHANGED
    monkeypatch.setattr("pathlib.Path.read_bytes", lambda path: pytest.fail(f"{path} was read"))
    assert what_became(folder) == CHANGED
    assert what_became(replace(gone, file="")) == what_became(replace(gone, file_deleted_on=TODAY)) == ""
    assert delete_shared_file(caseload, gone.id).file_deleted_on == TODAY


def test_a_file_that_cant_be_deleted_is_not_noted_as_deleted(caseload: Caseload, tmp_path, monkeypatch) -> None:
    maya, page = begun(caseload).maya, tmp_path / "page.html"
    page.write_text("Hello")
    leaving = leaving_of(caseload, [maya.id], Audience.STAFF, {})
    log = logged(caseload, leaving, what="page", file=str(page), data=b"Hello")

    def busy(_path, *, missing_ok):
        raise OSError(16, "Device or resource busy")

    monkeypatch.setattr("pathlib.Path.unlink", busy)
    with pytest.raises(Refusal, match="can't be deleted: Device or resource busy"):
        delete_shared_file(caseload, log.id)
    assert caseload.store.need(ExportLog, log.id).file_deleted_on is None


def test_neither_undo_nor_the_whole_group_makes_private_what_was_shared(caseload: Caseload) -> None:
    book = begun(caseload)
    kai = add_student(caseload, given_name="Kai", family_name="Tran")
    note, other = record_group(caseload, text="Built a bridge", student_ids=[book.maya.id, kai.id])
    note = edit_check_in(caseload, note, **SHAREABLE)
    logged(caseload, leaving_of(caseload, [book.maya.id], Audience.FAMILY, {}), what="page")
    promise = make_promise(caseload, kai.id, "bring the plan")
    assert undo(caseload).records == (promise,)
    with pytest.raises(
        Refused, match="has been changed since"
    ):  # the group's note was made shareable since, and that stays
        undo(caseload)
    assert caseload.store.need(CheckIn, note.id) == note
    both = edit_group(caseload, note, line="Built two bridges")
    with pytest.raises(Refusal, match="can't become private again"):
        edit_group(caseload, both[0], visibility=Visibility.PRIVATE)
    assert shared_line(caseload, note.id) == "shared with the family on Nov 23"
    assert shared_line(caseload, other.id) == ""
    assert [whom_about(caseload, log) for log in shares(caseload, book.maya.id)] == ["Maya"]


def test_nor_does_redo(caseload: Caseload) -> None:
    maya = begun(caseload).maya
    note = record_check_in(caseload, maya.id, "Read aloud", **SHAREABLE)
    edit_check_in(caseload, note, visibility=Visibility.PRIVATE)
    undo(caseload)
    logged(caseload, leaving_of(caseload, [maya.id], Audience.FAMILY, {}), what="page")
    with pytest.raises(Refusal, match="can't become private again"):
        redo(caseload)


def test_undo_goes_on_behind_a_change_that_stays_because_it_was_shared(caseload: Caseload) -> None:
    maya = begun(caseload).maya
    note = record_check_in(caseload, maya.id, "Read aloud")
    promise = make_promise(caseload, maya.id, "bring the book")
    note = edit_check_in(caseload, note, **SHAREABLE)
    logged(caseload, leaving_of(caseload, [maya.id], Audience.FAMILY, {}), what="page")
    assert undo(caseload).records == (promise,)
    assert caseload.store.need(CheckIn, note.id) == note
    assert redo(caseload).records == (promise,)


def test_undo_says_why_where_nothing_but_what_was_shared_is_left(caseload: Caseload) -> None:
    fill = add_student(caseload, given_name="Maya", family_name="Okafor")
    note = record_check_in(caseload, fill.id, "Read aloud")
    with caseload.store.change(FILLED, caseload.now()) as change:
        change.put(replace(fill, grade="9"))
    edit_check_in(caseload, note, **SHAREABLE)
    logged(caseload, leaving_of(caseload, [fill.id], Audience.FAMILY, {}), what="page")
    before = caseload.store.seq
    with pytest.raises(Refusal, match="shared with the family on Nov 23"):
        undo(caseload)
    assert caseload.store.seq == before


def test_a_share_from_another_window_holds_at_once(caseload: Caseload) -> None:
    maya = begun(caseload).maya
    note = record_check_in(caseload, maya.id, "Read aloud", **SHAREABLE)
    other = Store.open(caseload.store.folder)
    elsewhere = Caseload(other, today=lambda: TODAY, now=caseload.now)
    logged(elsewhere, leaving_of(elsewhere, [maya.id], Audience.FAMILY, {}), what="page")
    other.close()
    with pytest.raises(Refusal, match="can't become private again"):
        edit_check_in(caseload, note, visibility=Visibility.PRIVATE)
