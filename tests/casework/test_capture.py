"""Saving a capture line: a check-in for each student, its promises, and what a promise alone is."""

from datetime import date, timedelta

import pytest
from capture_case import reading_of
from caseload_case import begun, everything
from each_row import each_row
from record_case import NOW, TODAY

from advisory.casework.check_in.capture import Captured, capture
from advisory.casework.student.add import add_student
from advisory.casework.student.keep_person import keep_person
from advisory.model import CheckIn, FamilyContact, FollowUp, RecordError, Student
from advisory.model.words import CheckInState, Kind, Medium, NotMadeReason, Party, Tone, Visibility
from advisory.rules.capture.line import read_capture
from advisory.rules.capture.reading import Reading
from advisory.rules.refusal import Refusal
from advisory.store import Missing

FRIDAY = TODAY + timedelta(days=4)


def read(line: str) -> Reading:
    return read_capture(line, TODAY, named=False, next_period_on=FRIDAY)


@pytest.fixture
def people(caseload) -> list[str]:
    return [add_student(caseload, given_name=name, family_name="Mensah").id for name in ("Ama", "Ben", "Cy")]


@pytest.fixture
def save(caseload, people):
    """`save("Laughed #lab", 2)` captures a line about the first two students."""

    def one(line: str, students: int = 1, **options) -> Captured:
        return capture(caseload, read(line), people[:students], **options)

    return one


def test_everything_a_line_says_is_in_the_record(caseload, save):
    ((saved,), (promise,)) = save("yest: Laughed #lab ~5 * < %pho !share >fri bring notes..")
    assert caseload.store.need(CheckIn, saved.id) == saved
    assert (saved.line, saved.happened_on, saved.kind, saved.group) == (
        "Laughed",
        date(2026, 11, 22),
        Kind.ONE_TO_ONE,
        "",
    )
    assert (saved.tags, saved.minutes, saved.medium, saved.visibility) == (
        ("lab",),
        5,
        Medium.PHONE,
        Visibility.SHAREABLE,
    )
    assert (saved.tone, saved.initiator, saved.state) == (Tone.CELEBRATE, Party.STUDENT, CheckInState.JOT)
    assert (saved.counts_contact, saved.counts_one_to_one) == (True, True)
    assert (promise.text, promise.due_on, promise.owner, promise.source) == (
        "bring notes",
        FRIDAY,
        Party.ADVISOR,
        saved.id,
    )


def test_the_record_reads_as_the_line_it_was(save):
    reading = read("yest: Laughed\n #lab ~5 * < %pho !share >fri bring notes >someday a robot..")
    made = save("yest: Laughed\n #lab ~5 * < %pho !share >fri bring notes >someday a robot..")
    assert reading_of(made.check_ins[0], made.promises) == reading


def test_several_students_get_one_record_and_one_promise_each_as_one_group(caseload, save, people):
    check_ins, promises = save("Built the bridge >fri bring glue >mon call", 3)
    assert [check_in.student for check_in in check_ins] == people
    assert {check_in.group for check_in in check_ins} == {check_ins[0].id}
    assert {(check_in.kind, check_in.counts_one_to_one) for check_in in check_ins} == {(Kind.SMALL_GROUP, False)}
    assert [(promise.student, promise.text, promise.source) for promise in promises] == [
        (check_in.student, text, check_in.id) for check_in in check_ins for text in ("bring glue", "call")
    ]
    caseload.store.undo(NOW)
    assert (caseload.check_ins, caseload.follow_ups) == ([], [])


def test_a_student_named_twice_is_one(caseload, people):
    (saved,), _ = capture(caseload, read("Laughed"), [people[0], people[0]])
    assert (saved.kind, saved.group) == (Kind.ONE_TO_ONE, "")


def test_the_kind_and_an_attempt_are_chosen_beside_the_line(save):
    ((touch,), _) = save("", kind=Kind.QUICK_TOUCH)
    assert (touch.kind, touch.counts_one_to_one) == (Kind.QUICK_TOUCH, False)
    ((attempt,), _) = save("Knocked", contact_made=False, not_made_reason=NotMadeReason.ABSENT)
    assert (attempt.contact_made, attempt.not_made_reason) == (False, NotMadeReason.ABSENT)
    assert (attempt.counts_contact, attempt.counts_one_to_one) == (False, False)


def test_a_call_home_is_said_in_one_line(caseload, people):
    ama = caseload.store.need(Student, people[0])
    keep_person(caseload, ama, FamilyContact(name="Efua Mensah", relation="mother", may_contact=False))
    ((call,), ()) = capture(caseload, read("@mot Reads at home * %pho <"), people[:1])
    assert (call.kind, call.person, call.tone, call.medium) == (
        Kind.FAMILY_CONTACT,
        "Efua Mensah",
        Tone.CELEBRATE,
        Medium.PHONE,
    )
    assert (call.initiator, call.counts_contact) == (Party.FAMILY, False)  # the family began it, not the student
    ((rang,), ()) = capture(caseload, read("&fam @efua -no_answer ? Rang twice"), people[:1])
    assert (rang.contact_made, rang.not_made_reason, rang.tone) == (False, NotMadeReason.NO_ANSWER, Tone.CONCERN)
    ((seen,), ()) = capture(caseload, read("&obs Read to Ben"), people[:1], kind=Kind.QUICK_TOUCH)
    assert seen.kind is Kind.OBSERVATION  # what is typed counts before what was chosen beside it


@each_row(
    ("line", "students", "says"),
    [
        ("@mother Hello", 0, "nobody of the family is written down yet"),
        ("@aunt Hello", 1, r"“@aunt” is not @mother or @father. Or type .@aunt"),
        ("@e Hello", 1, "“@e” could be @mother or @father; type more of it."),
        ("@mother Hello", 2, "goes with a note about one student"),
    ],
)
def test_only_somebody_who_is_in_the_family_can_be_named(caseload, people, line, students, says):
    if students and not caseload.store.need(Student, people[0]).family_contacts:
        for name, relation in (("Efua Mensah", "mother"), ("Ekow Mensah", "father")):
            keep_person(caseload, caseload.store.need(Student, people[0]), FamilyContact(name=name, relation=relation))
    seq = caseload.store.seq
    with pytest.raises(Refusal, match=says):
        capture(caseload, read(line), people[: students or 1])
    assert caseload.store.seq == seq


def test_each_student_promises_what_the_students_promise_and_the_rest_goes_where_it_is_kept(caseload, people):
    made = capture(
        caseload, read("Circle >fri @student read on >mon bring glue"), people, promised_to=people[:1]
    ).promises
    assert [(one.student, one.owner, one.text) for one in made] == [
        (people[0], Party.STUDENT, "read on"),
        (people[0], Party.ADVISOR, "bring glue"),
        (people[1], Party.STUDENT, "read on"),
        (people[2], Party.STUDENT, "read on"),
    ]


@pytest.mark.parametrize("students", [1, 2])
def test_a_promise_alone_is_no_check_in_and_restarts_no_clock(caseload, save, people, students):
    before = caseload.summary(people[0]).contact
    check_ins, promises = save(">fri bring notes", students)
    assert (check_ins, [promise.source for promise in promises]) == ((), [""] * students)
    assert caseload.summary(people[0]).contact == before
    assert next(caseload.store.changes()).what == "Promise made"


@pytest.mark.parametrize(("line", "kind"), [("#lab >fri bring notes", None), (">fri bring notes", Kind.QUICK_TOUCH)])
def test_with_a_tag_or_a_kind_beside_it_a_promise_is_part_of_a_check_in(save, line, kind):
    check_ins, promises = save(line, kind=kind)
    assert [promise.source for promise in promises] == [check_ins[0].id]


@each_row("marks", ["~5", "*", "?", "-abs", "&one", "<", "%phone", "!staff", "yest:", ".."])
def test_no_mark_beside_a_promise_alone_is_lost_in_silence(caseload, save, marks):
    line = f">fri bring notes {marks}" if marks == ".." else f"{marks} >fri bring notes"
    seq = caseload.store.seq
    with pytest.raises(Refusal, match="A promise alone can't hold minutes or other marks"):
        save(line)
    assert caseload.store.seq == seq


def test_nor_is_an_attempt(save):
    with pytest.raises(Refusal, match="A promise alone"):
        save(">fri bring notes", contact_made=False)


@each_row(
    ("line", "options", "says"),
    [
        ("", {}, "nothing to save yet"),
        ("~5 * <", {}, "nothing to save yet"),
        ("..", {"students": 2}, "nothing to save yet"),
        ("Told the nurse #home", {"kind": Kind.REFERRAL}, "A referral keeps only the date"),
        ("Told the nurse >fri ask", {"kind": Kind.REFERRAL}, "A referral keeps only the date"),
        ("Laughed", {"students": 0}, "Whose note is it"),
    ],
)
def test_what_is_refused_changes_nothing(caseload, save, line, options, says):
    before, seq = everything(caseload), caseload.store.seq
    with pytest.raises(Refusal, match=says):
        save(line, **options)
    assert (everything(caseload), caseload.store.seq) == (before, seq)


def test_a_reading_grown_old_is_held_against_today(caseload, people):
    with pytest.raises(Refusal, match="still to come"):
        capture(caseload, Reading(happened_on=FRIDAY, text="a"), people)
    old = read_capture(">tue a", date(2026, 11, 16), named=False, next_period_on=TODAY)
    with pytest.raises(Refusal, match="is in the past"):
        capture(caseload, Reading(happened_on=TODAY, text="a", promises=old.promises), people)


def test_when_one_student_is_not_there_nothing_is_saved_about_the_others(caseload, people):
    with pytest.raises(Missing, match="s0000099"):
        capture(caseload, read("Laughed >fri a"), [people[0], "s0000099"])
    with pytest.raises(RecordError, match="not made reason"):
        capture(caseload, read("Laughed"), people, not_made_reason=NotMadeReason.ABSENT)
    assert (caseload.check_ins, caseload.follow_ups) == ([], [])
    assert caseload.store.all(FollowUp) == []


def test_a_referral_keeps_its_line(caseload):
    maya = begun(caseload).maya
    ((referral,), _) = capture(caseload, read("Told the counselor"), [maya.id], kind=Kind.REFERRAL)
    assert (referral.line, referral.counts_contact) == ("Told the counselor", False)
