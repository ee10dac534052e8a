"""Each verb commits one change: one undo takes back all of it, one redo brings it again, and a refusal changes nothing."""

from datetime import date, time, timedelta

import pytest
from caseload_case import Book, begun, everything
from each_row import each_row
from msgspec.structs import replace
from record_case import NOW, TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.bring_back import bring_back, bring_back_student
from advisory.casework.calendar.meeting_pattern import add_meeting_pattern, edit_meeting_pattern
from advisory.casework.calendar.no_school_days import add_no_school_days, edit_no_school_days
from advisory.casework.calendar.remove import remove_from_calendar
from advisory.casework.calendar.set_intervals import set_intervals
from advisory.casework.calendar.term import add_term, edit_term
from advisory.casework.check_in.capture import capture
from advisory.casework.check_in.edit import edit_check_in
from advisory.casework.check_in.edit_group import edit_group
from advisory.casework.check_in.own_hand import leave_words
from advisory.casework.check_in.record import record_check_in
from advisory.casework.check_in.record_group import record_group
from advisory.casework.defense.edit_list import add_to_list, edit_listed, hide_listed
from advisory.casework.learning.hold_feedback import Whose, hold_feedback
from advisory.casework.move_record import move_record
from advisory.casework.pact.draft import draft_pact
from advisory.casework.partnership.add_sign import add_sign
from advisory.casework.partnership.move_stage import move_stage
from advisory.casework.partnership.set_next_step import set_next_step
from advisory.casework.plan.plan_talk import plan_talk
from advisory.casework.plan.unplan_talk import unplan_talk
from advisory.casework.promise.drop import drop_promise
from advisory.casework.promise.edit import edit_promise
from advisory.casework.promise.keep import keep_promise
from advisory.casework.promise.make import make_promise
from advisory.casework.promise.snooze import snooze_promise
from advisory.casework.student.add import add_student
from advisory.casework.student.archive import archive_student
from advisory.casework.student.delete import delete_student
from advisory.casework.student.edit import edit_student
from advisory.casework.student.import_roster import import_roster
from advisory.casework.student.keep_person import keep_person
from advisory.casework.student.mark_away import mark_away, mark_here
from advisory.casework.student.merge import merge_students
from advisory.casework.student.set_focal import set_focal
from advisory.casework.tag.hide import hide_tag
from advisory.casework.tag.rename import merge_tags, rename_tag
from advisory.casework.trash import move_to_trash
from advisory.casework.year_end.carry_on import carry_on
from advisory.casework.year_end.go_on import go_on
from advisory.model import CheckIn, FamilyContact, MeetingPattern, NoSchoolDay, RecordError, Term
from advisory.model.words import Kind, Party, Stage, Status
from advisory.rules.capture.reading import PromiseRead, Reading
from advisory.rules.refusal import Refusal
from advisory.store import Conflict, Missing, Store

LATER, EARLIER = TODAY + timedelta(days=4), TODAY - timedelta(days=1)
LAUGHED = Reading(happened_on=TODAY, text="Laughed at the title", promises=(PromiseRead("call grandmother", LATER),))
SPRING = (date(2027, 1, 4), date(2027, 6, 11))


def at_hand(caseload: Caseload) -> Book:
    """One of each, and a school's calendar with one of each."""
    add_term(caseload, "Autumn", date(2026, 8, 31), date(2026, 12, 18))
    add_no_school_days(caseload, [(date(2026, 12, 7), date(2026, 12, 8), "Conferences")])
    add_meeting_pattern(caseload, (0, 2), time(9, 40), time(10, 10))
    return begun(caseload)


def autumn(caseload: Caseload) -> Term:
    return caseload.store.need(Term, "t0000001")


def closed(caseload: Caseload) -> NoSchoolDay:
    return caseload.store.need(NoSchoolDay, "n0000001")


def period(caseload: Caseload) -> MeetingPattern:
    return caseload.store.need(MeetingPattern, "q0000001")


JUN = {"given_name": "Jun", "family_name": "Sato"}
VERBS = {
    "add a student": lambda c, _: add_student(c, **JUN, student_number="7"),
    "edit a student": lambda c, b: edit_student(c, b.maya, grade="10"),
    "archive a student": lambda c, b: archive_student(c, b.maya.id),
    "record a check-in": lambda c, b: record_check_in(c, b.maya.id, "Laughed at the title"),
    "capture a line": lambda c, b: capture(c, LAUGHED, [b.maya.id, b.left.id]),
    "record a group": lambda c, b: record_group(c, text="Circle", student_ids=[b.maya.id, b.left.id]),
    "plan a talk": lambda c, b: plan_talk(c, b.maya.id, LATER),
    "choose a focal student": lambda c, b: set_focal(c, b.maya.id, focal=True, why="quiet"),
    "edit a check-in": lambda c, b: edit_check_in(c, b.check_in, line="Showed the second draft"),
    "edit all of a check-in": lambda c, b: edit_check_in(
        c, b.check_in, body="more", counts_contact=False, pact=b.pact.id
    ),
    "delete a student": lambda c, b: delete_student(c, b.maya.id),
    "bring back who left": lambda c, b: bring_back_student(c, b.left.id),
    "put a student on leave": lambda c, b: archive_student(c, b.maya.id, Status.ON_LEAVE),
    "move a check-in": lambda c, b: move_record(c, b.check_in, b.left.id),
    "move a promise": lambda c, b: move_record(c, b.promise, b.left.id),
    "delete a check-in": lambda c, b: move_to_trash(c, CheckIn, b.check_in.id),
    "make a promise": lambda c, b: make_promise(c, b.maya.id, "call grandmother", due_on=LATER),
    "keep a promise": lambda c, b: keep_promise(c, b.promise.id),
    "correct a promise": lambda c, b: edit_promise(c, b.promise, text="lab notes", due_on=EARLIER, owner=Party.STUDENT),
    "add a person of the family": lambda c, b: keep_person(c, b.maya, FamilyContact(name="Ngozi Okafor")),
    "snooze a promise": lambda c, b: snooze_promise(c, b.promise.id, LATER),
    "drop a promise": lambda c, b: drop_promise(c, b.promise.id, "She found them"),
    "move on": lambda c, b: move_stage(c, b.maya.id, Stage.ALLIANCE, "Asked for a target"),
    "hold a feedback talk": lambda c, b: hold_feedback(
        c, b.maya.id, saw="One claim stands alone", next_action="Find its evidence", whose=Whose.BOTH, again_on=LATER
    ),
    "draft a pact": lambda c, b: draft_pact(c, b.maya.id, "I can begin without being asked"),
    "import a roster": lambda c, b: import_roster(c, new=[JUN], changed=[(b.maya, {"grade": "9"})]),
    "add a term": lambda c, _: add_term(c, "Spring", *SPRING),
    "edit a term": lambda c, _: edit_term(c, autumn(c), "Fall", autumn(c).starts_on, EARLIER),
    "remove a term": lambda c, _: remove_from_calendar(c, autumn(c)),
    "add days without school": lambda c, _: add_no_school_days(c, [(LATER, LATER, "Snow"), (*SPRING, "")]),
    "edit days without school": lambda c, _: edit_no_school_days(c, closed(c), TODAY, LATER, "Snow"),
    "remove days without school": lambda c, _: remove_from_calendar(c, closed(c)),
    "add a period": lambda c, _: add_meeting_pattern(c, (1, 3), time(9, 40), time(10, 10)),
    "edit a period": lambda c, _: edit_meeting_pattern(c, period(c), (4,), time(9, 40), time(10)),
    "remove a period": lambda c, _: remove_from_calendar(c, period(c)),
    "set the intervals": lambda c, _: set_intervals(c, 8, 4),
    "edit a group entry": lambda c, b: edit_group(c, b.check_in, line="x"),
}
CALLED = {
    "add a student": "New student",
    "edit a student": "Student edited",
    "archive a student": "Student archived",
    "record a check-in": "Check-in: one-to-one",
    "capture a line": "Check-in: small group",
    "record a group": "Group entry: whole group",
    "plan a talk": "Talk planned",
    "choose a focal student": "Focal student",
    "edit a check-in": "Check-in edited",
    "edit all of a check-in": "Check-in edited",
    "delete a student": "Student deleted",
    "bring back who left": "Student brought back",
    "put a student on leave": "Student on leave",
    "move a check-in": "Check-in moved to another student",
    "move a promise": "Promise moved to another student",
    "delete a check-in": "Check-in deleted",
    "make a promise": "Promise made",
    "keep a promise": "Promise done",
    "correct a promise": "Student's promise edited",
    "add a person of the family": "Person added to the family",
    "snooze a promise": "Promise snoozed",
    "drop a promise": "Promise dropped",
    "move on": "Partnership: on to Alliance",
    "hold a feedback talk": "Feedback conversation",
    "draft a pact": "Pact drafted",
    "import a roster": "Roster imported",
    "add a term": "Term added",
    "edit a term": "Term edited",
    "remove a term": "Term removed",
    "add days without school": "Days without school added",
    "edit days without school": "Days without school edited",
    "remove days without school": "Days without school removed",
    "add a period": "Advisory period added",
    "edit a period": "Advisory period edited",
    "remove a period": "Advisory period removed",
    "set the intervals": "Intervals set",
    "edit a group entry": "Group entry edited",
}
"""What undo says of each."""
REFUSALS = {
    "a number that is taken": (lambda c, _: add_student(c, **JUN, student_number="0042"), Refusal, "0042"),
    "a number taken by an edit": (lambda c, b: edit_student(c, b.left, student_number="0042"), Refusal, "Maya Okafor"),
    "a name of nothing": (lambda c, b: edit_student(c, b.maya, given_name=" "), RecordError, "given name"),
    "a value of a wrong type": (lambda c, b: edit_student(c, b.maya, focal="very"), RecordError, "focal"),
    "leaving twice": (lambda c, b: archive_student(c, b.left.id), Refusal, "Kai Tran has already left"),
    "nothing to say": (lambda c, b: record_check_in(c, b.maya.id, " "), Refusal, "nothing to save"),
    "a check-in tomorrow": (lambda c, b: record_check_in(c, b.maya.id, "x", happened_on=LATER), Refusal, "to come"),
    "a check-in with nobody": (lambda c, _: record_check_in(c, "s0000099", "x"), Missing, "s0000099"),
    "a referral that tells": (
        lambda c, b: record_check_in(c, b.maya.id, "x", kind=Kind.REFERRAL, body="All of it"),
        Refusal,
        "referral",
    ),
    "bringing back what is not in the trash": (lambda c, b: bring_back(c, b.check_in), Refusal, "not in the trash"),
    "bringing back a draft": (lambda c, b: bring_back(c, b.pact), Refusal, "That pact is not in the trash"),
    "bringing back what never was": (
        lambda c, b: bring_back(c, replace(b.check_in, id="c0000099")),
        Missing,
        "c0000099",
    ),
    "deleting a student who is not there": (lambda c, _: delete_student(c, "s0000099"), Missing, "s0000099"),
    "leaving tomorrow": (lambda c, b: archive_student(c, b.maya.id, since=LATER), Refusal, "still to come"),
    "an edit to nothing": (lambda c, b: edit_check_in(c, b.check_in, line="", tags=()), Refusal, "nothing to save"),
    "an edit to tomorrow": (lambda c, b: edit_check_in(c, b.check_in, happened_on=LATER), Refusal, "to come"),
    "a feeling of six": (lambda c, b: edit_check_in(c, b.check_in, feeling=6), RecordError, "feeling is 6"),
    "an edit of what was changed since": (
        lambda c, b: edit_check_in(c, replace(b.check_in, body="older"), line="x"),
        Conflict,
        "changed somewhere else",
    ),
    "a promise of nothing": (lambda c, b: make_promise(c, b.maya.id, " "), Refusal, "What did you promise"),
    "a promise for yesterday": (lambda c, b: make_promise(c, b.maya.id, "x", due_on=EARLIER), Refusal, "in the past"),
    "a snooze until today": (lambda c, b: snooze_promise(c, b.promise.id, TODAY), Refusal, "a day after today"),
    "dropping without a line": (lambda c, b: drop_promise(c, b.promise.id, "\n"), Refusal, "what changed"),
    "skipping a stage": (lambda c, b: move_stage(c, b.maya.id, Stage.COGNITIVE_INSIGHT, "x"), Refusal, "skipped"),
    "moving nowhere": (lambda c, b: move_stage(c, b.maya.id, Stage.RAPPORT, "x"), Refusal, "is already in"),
    "moving without a reason": (
        lambda c, b: move_stage(c, b.maya.id, Stage.ALLIANCE, " "),
        Refusal,
        "Why does it move",
    ),
    "feedback on nothing": (lambda c, b: hold_feedback(c, b.maya.id, saw=" "), Refusal, "What did you see"),
    "feedback for yesterday": (
        lambda c, b: hold_feedback(c, b.maya.id, saw="x", again_on=EARLIER),
        Refusal,
        "in the past",
    ),
    "feedback to nobody": (lambda c, _: hold_feedback(c, "s0000099", saw="x"), Missing, "s0000099"),
    "a pact without a target": (lambda c, b: draft_pact(c, b.maya.id, " "), Refusal, "A pact begins with its"),
    "a pact aimed before its review": (
        lambda c, b: draft_pact(c, b.maya.id, "I can", target_on=TODAY),
        Refusal,
        "review earlier, or end later",
    ),
    "a roster with one bad row": (
        lambda c, _: import_roster(c, new=[JUN, {**JUN, "student_number": "0042"}]),
        Refusal,
        "0042",
    ),
    "a term without a name": (lambda c, _: add_term(c, " ", *SPRING), Refusal, "called"),
    "a term on another": (lambda c, _: add_term(c, "Winter", LATER, SPRING[1]), Refusal, "overlaps Autumn"),
    "a term turned round": (lambda c, _: edit_term(c, autumn(c), "Autumn", LATER, TODAY), Refusal, "before the first"),
    "a term of ten years": (lambda c, _: add_term(c, "Long", TODAY, date(2036, 6, 1)), Refusal, "Check the years"),
    "an edit of a term changed since": (
        lambda c, _: edit_term(c, replace(autumn(c), title="Older"), "Fall", TODAY, LATER),
        Conflict,
        "changed somewhere else",
    ),
    "days off with an odd one": (
        lambda c, _: add_no_school_days(c, [(TODAY, TODAY, ""), (LATER, TODAY, "")]),
        Refusal,
        "before the first",
    ),
    "days off turned round": (lambda c, _: edit_no_school_days(c, closed(c), LATER, TODAY, ""), Refusal, "before"),
    "a period at the time of another": (
        lambda c, _: add_meeting_pattern(c, (0, 1), time(10), time(11)),
        Refusal,
        "On Mon you already have a period",
    ),
    "a period on no day": (lambda c, _: edit_meeting_pattern(c, period(c), (), time(9), time(10)), Refusal, "weekdays"),
    "an interval of nothing": (lambda c, _: set_intervals(c, 0, 5), RecordError, "contact every is 0"),
}


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_is_one_change_named_without_anybodys_words_on_the_disk_and_undone_and_redone_whole(caseload, verb):
    book = at_hand(caseload)
    store, before, seq = caseload.store, everything(caseload), caseload.store.seq
    VERBS[verb](caseload, book)
    after = everything(caseload)
    assert store.seq == seq + 1
    assert after != before
    what = next(store.changes()).what
    assert what == CALLED[verb]
    assert not any(word in what for word in ("Maya", "Okafor", "Jun", "Kai", "the draft", "lab notes", "fractions"))
    other = Store.open(store.folder)
    assert everything(Caseload(other)) == after
    other.close()
    for _ in range(2):
        undone = store.undo(NOW)
        assert everything(caseload) == before
        redone = store.redo(NOW)
        assert everything(caseload) == after
        assert undone == redone


@pytest.fixture
def book(caseload) -> Book:
    return at_hand(caseload)


@each_row("refusal", REFUSALS)
def test_a_refusal_is_a_sentence_and_changes_nothing(caseload, book, refusal):
    before, seq = everything(caseload), caseload.store.seq
    act, error, words = REFUSALS[refusal]
    with pytest.raises(error, match=words):
        act(caseload, book)
    assert (everything(caseload), caseload.store.seq) == (before, seq)


@each_row(
    "act",
    [
        lambda c, b: edit_student(c, b.maya, grade=b.maya.grade),
        lambda c, b: edit_check_in(c, b.check_in, line=b.check_in.line, kind=b.check_in.kind),
        lambda c, _: edit_term(c, autumn(c), autumn(c).title, autumn(c).starts_on, autumn(c).ends_on),
        lambda c, _: add_no_school_days(c, [(closed(c).starts_on, closed(c).ends_on, "another name")]),
        lambda c, _: edit_meeting_pattern(c, period(c), period(c).weekdays, period(c).starts, period(c).ends),
    ],
)
def test_an_edit_that_changes_nothing_is_no_change(caseload, book, act):
    seq = caseload.store.seq
    act(caseload, book)
    assert caseload.store.seq == seq


def test_what_is_taken_back_or_done_to_a_list_is_named_too(caseload, book):
    maya, kai = book.maya.id, book.left.id
    for act, what in (
        (lambda: set_focal(caseload, maya, focal=True), "Focal student"),
        (lambda: set_focal(caseload, maya, focal=False), "No longer focal"),
        (lambda: mark_away(caseload, maya, TODAY, TODAY), "Not here"),
        (lambda: mark_here(caseload, maya, TODAY), "Here after all"),
        (lambda: plan_talk(caseload, maya, LATER), "Talk planned"),
        (lambda: unplan_talk(caseload, maya), "Taken off the plan"),
        (lambda: set_next_step(caseload, maya, "a walk"), "Next step"),
        (lambda: record_check_in(caseload, maya, "x", tags=("lab",)), "Check-in: one-to-one"),
        (lambda: rename_tag(caseload, "lab", "bench"), "Tag renamed"),
        (lambda: merge_tags(caseload, "bench", "essay"), "Tags merged"),
        (lambda: hide_tag(caseload, "essay"), "Tag hidden"),
        (lambda: hide_tag(caseload, "essay", hidden=False), "Tag offered again"),
        (lambda: hide_listed(caseload, "story"), "Milestone of your list hidden"),
        (lambda: hide_listed(caseload, "story", hidden=False), "Milestone of your list shown again"),
        (lambda: edit_listed(caseload, "story", label="the tale"), "Milestone of your list edited"),
        (lambda: add_to_list(caseload, "a rehearsal", 3), "Milestone added to your list"),
        (lambda: add_sign(caseload, maya, "listened"), "Sign noted"),
        (lambda: leave_words(caseload, maya, "I see"), "Left by the student"),
        (lambda: carry_on(caseload, [book.promise.id], LATER), "Promise carried on"),
        (lambda: go_on(caseload, 2027), "Partnerships go on"),
        (lambda: bring_back_student(caseload, kai), "Student brought back"),
        (lambda: merge_students(caseload, maya, kai), "Students merged"),
    ):
        act()
        assert next(caseload.store.changes()).what == what
    with pytest.raises(Refusal, match="Kai Tran is in the trash"):
        merge_students(caseload, maya, kai)
    with pytest.raises(Refusal, match="is one record already"):
        merge_students(caseload, maya, maya)
