"""What a student leaves beside the advisor: it restarts no clock, is theirs wherever it is told, and can be taken back."""

import pytest
from caseload_case import Book, begun, everything
from record_case import TODAY
from test_kept_sign import agreed_with

from advisory.caseload.caseload import Caseload
from advisory.caseload.history.history import record_history
from advisory.casework.check_in.own_hand import answer_question, leave_feeling, leave_question, leave_words
from advisory.casework.pact.mark_kept import mark_kept, switch_own_mark, unmark_kept
from advisory.casework.redo import redo
from advisory.casework.undo import undo
from advisory.exchange.tables import Sources, objects
from advisory.model import CheckIn, Indicator
from advisory.model.words import Observer, Visibility
from advisory.rules.check_in.line import kind_words, line_words
from advisory.rules.refusal import Refusal

THEIRS = Observer.STUDENT


@pytest.fixture
def book(caseload: Caseload) -> Book:
    return begun(caseload)


def left_by(caseload: Caseload, student_id: str) -> list[CheckIn]:
    return [leave_words(caseload, student_id, " It went well\n"), leave_feeling(caseload, student_id, 4, "Slept"),
            leave_feeling(caseload, student_id, 1), leave_question(caseload, student_id, "Why a moose?")]  # fmt: skip


def test_each_is_theirs_shareable_and_restarts_no_clock(caseload: Caseload, book: Book) -> None:
    before = caseload.summary(book.maya.id)
    made = left_by(caseload, book.maya.id)
    after = caseload.summary(book.maya.id)
    assert (after.contact, after.one_to_one, after.strip) == (before.contact, before.one_to_one, before.strip)
    for one in made:
        assert (one.by, one.visibility, one.happened_on) == (THEIRS, Visibility.SHAREABLE, TODAY)
        assert (one.counts_contact, one.counts_one_to_one, one.line) == (False, False, "")
    assert [(kind_words(one), line_words(one)) for one in made] == [
        ("their words", "“It went well”"),
        ("their feeling", "4 of 5, good: “Slept”"),
        ("their feeling", "1 of 5, not good"),
        ("their question", "“Why a moose?”"),
    ]


def test_each_is_one_change_that_undo_names_as_theirs(caseload: Caseload, book: Book) -> None:
    kept = everything(caseload)
    left_by(caseload, book.maya.id)
    said = [done.describe(caseload) for _ in range(4) if (done := undo(caseload))]
    assert said == [
        "Left by the student: their question, Nov 23 · Maya Okafor",
        "Left by the student: their feeling, Nov 23 · Maya Okafor",
        "Left by the student: their feeling, Nov 23 · Maya Okafor",
        "Left by the student: their words, Nov 23 · Maya Okafor",
    ]
    assert everything(caseload).keys() == kept.keys()
    redo(caseload)
    assert caseload.check_ins[-1].student_says == "It went well"


def test_nothing_is_kept_of_no_words(caseload: Caseload, book: Book) -> None:
    for leave in (leave_words, leave_question):
        with pytest.raises(Refusal, match="nothing to keep"):
            leave(caseload, book.maya.id, " \n ")


def test_a_question_waits_until_it_is_answered_and_stays_in_their_words(caseload: Caseload, book: Book) -> None:
    asked = leave_question(caseload, book.maya.id, "Why a moose?")
    assert caseload.questions_of(book.maya.id) == [asked]
    answered = answer_question(caseload, asked, " Because ")
    assert caseload.questions_of(book.maya.id) == []
    assert (answered.student_says, answered.body, answered.by) == ("Why a moose?", "Because", THEIRS)
    assert answered.revisions[-1].was == {"question": "Why a moose?", "student_says": "", "body": ""}
    done = undo(caseload)
    assert done is not None
    assert done.what == "The student's question answered"
    assert caseload.questions_of(book.maya.id) == [asked]


def test_their_own_mark_of_today_is_made_taken_back_and_removed_by_the_advisor(caseload: Caseload, book: Book) -> None:
    pact = agreed_with(caseload, book.maya.id)
    marked = switch_own_mark(caseload, pact, 0)
    one = marked.student_commitments[0]
    assert (one.kept, one.own_marks) == ((TODAY,), (TODAY,))
    assert caseload.store.all(Indicator) == []
    back = switch_own_mark(caseload, marked, 0).student_commitments[0]
    assert (back.kept, back.own_marks) == ((), ())
    again = switch_own_mark(caseload, caseload.summary(book.maya.id).pact or pact, 0)
    removed = unmark_kept(caseload, again, THEIRS, 0, TODAY)
    assert removed.student_commitments[0].own_marks == ()
    said = [done.what for _ in range(4) if (done := undo(caseload))]
    assert said == [
        "The student's own mark removed",
        "Kept, marked by the student",
        "The student's own mark taken back",
        "Kept, marked by the student",
    ]


def test_what_the_advisor_marked_is_not_the_students_to_take_back(caseload: Caseload, book: Book) -> None:
    pact = mark_kept(caseload, agreed_with(caseload, book.maya.id), THEIRS, 0)
    with pytest.raises(Refusal, match="has marked this one"):
        switch_own_mark(caseload, pact, 0)


def test_the_history_and_the_tables_say_that_it_is_theirs(caseload: Caseload, book: Book) -> None:
    pact = agreed_with(caseload, book.maya.id)
    switch_own_mark(caseload, pact, 0)
    asked = leave_question(caseload, book.maya.id, "Why a moose?")
    told = {(row.field, row.now) for row in record_history(caseload.store, book.maya.id)}
    assert {("written by", "student"), ("their question", "Why a moose?")} <= told
    assert ("what the student will do", "bring one a week, Nov 23, 2026 by their own hand") in told
    (row,) = objects("checkins", Sources(names=caseload.names, check_ins=[asked]))
    assert (row["by"], row["question"]) == ("student", "Why a moose?")
