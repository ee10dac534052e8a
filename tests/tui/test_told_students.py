"""Stories of commands, one subject after another: all that they ask and say is as it is written down in `told/`."""

from datetime import timedelta

import pytest
from record_case import TODAY
from textual.geometry import Size
from told_case import StandIn, at_once, compare, left_with

from advisory.caseload.caseload import Caseload
from advisory.casework.promise.make import make_promise
from advisory.model import CheckIn, FollowUp, Student
from advisory.model.words import PactStatus, Party, Stage
from advisory.tui.commands.student.plan import choose_day
from advisory.tui.kept_drafts import kept_drafts


@pytest.fixture
def screen(demo: Caseload) -> StandIn:
    return StandIn(demo)


async def test_what_is_asked_and_said_of_promises(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    first, second, third = caseload.students[:3]
    await screen.does("promise-done")
    await screen.does("promise", None, student=first)
    await screen.does("promise", left_with(text="bring the old map"))
    await screen.does("promise", {"due": "someday"}, {"text": "", "due": "fri"}, {"text": "bring the old map"})
    for owner in ("student", "family", "staff"):
        await screen.does("promise", {"owner": owner, "text": f"a word by {owner}"})
    for owner in (Party.ADVISOR, Party.STUDENT, Party.STAFF):
        made = make_promise(caseload, second.id, f"held by {owner.value}", owner=owner, due_on=TODAY)
        await screen.does("promise-done", student=second, promise=made)
        made = make_promise(caseload, second.id, f"put off by {owner.value}", owner=owner, due_on=TODAY)
        screen.highlights(second, promise=made, row="promise")
        await screen.does("snooze")
        await screen.does("snooze", {"until": "never"}, {})
        await screen.does("open", None, promise=made, student=second, row="promise")
        made = caseload.store.need(FollowUp, made.id)
        await screen.does("open", {}, promise=made, student=second, row="promise")
        await screen.does("open", {"due": "12/24"})
        made = caseload.store.need(FollowUp, made.id)
        await screen.does("open", {"student": "Kai"}, promise=made, student=second, row="promise")
        await screen.does("promise-drop", {"why": ""}, {"why": "not needed"})
    for text, days in (("sharpen the pencils", 1), ("call the coach", 8), ("ask about the bus", 300)):
        make_promise(caseload, third.id, text, owner=Party.ADVISOR, due_on=TODAY + timedelta(days))
    for _ in range(4):
        await screen.does("promise-done", student=third)
    await screen.does("promise-done", student=third, shows_promise=True)
    compare(screen.told, "promises")


async def test_what_is_asked_and_said_of_who_is_here(screen: StandIn) -> None:
    first, second, third, fourth = screen.desk.caseload.students[:4]
    for _ in range(2):
        await screen.does("touch", student=first)
    await screen.does("not-here")
    await screen.does("touch")
    for _ in range(3):
        await screen.does("not-here", student=second)
    await screen.does("away", None, student=third)
    await screen.does("away", {"until": "yesterday"}, {"from": "", "until": "+2"})
    await screen.does("away", {}, student=fourth)
    await screen.does("away", {"from": "+7", "until": ""}, student=fourth)
    await screen.does("away", {"from": "+8", "until": "+10"}, student=first)
    for _ in range(5):
        await screen.does("plan", student=second)
    await screen.runs(choose_day, answers=[{"on": "soon"}, {"on": "12/18"}])
    await screen.runs(choose_day, answers=[{"on": ""}])
    await screen.does("plan", student=third)
    await screen.does("focal", student=first)
    await screen.does("focal", left_with(why="quiet since October"))
    await screen.does("focal", {})
    compare(screen.told, "who_is_here")


async def test_what_is_asked_and_said_of_the_partnership(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    for stage in Stage:
        one = next(line.student for line in caseload.summaries if line.stage is stage)
        await screen.does("move-on", student=one)
        await screen.does("move-back")
        await screen.does("set-step")
        await screen.does("set-step", {"step": "  ask about rowing  "})
        await screen.does("set-step", {})
        await screen.does("set-step", {"step": ""})
        await screen.does("add-sign")
    await screen.does("add-sign", at_once("began a new task alone"))  # the last stage needs nothing more
    one = next(line.student for line in caseload.summaries if line.stage is Stage.RAPPORT)
    await screen.does("move-on", {"reason": "ready"}, student=one)
    one = next(line.student for line in caseload.summaries if line.pact and line.pact.status is PactStatus.ACTIVE)
    await screen.does("move-back", {}, {"key": "other"}, {"key": "moved_too_fast", "pact": "pause"}, student=one)
    await screen.does("move-on", {"reason": "once more"})
    await screen.does("move-back", {"key": "", "reason": "a line of mine"})
    await screen.does("add-sign", at_once("found common ground"))
    await screen.does("add-sign", "came back to what mattered", {"observed_on": "ago"}, {"observed_on": "mon"})
    note = caseload.store.check_ins_of(one.id)[-1]
    await screen.does("add-sign", "listened", {"line": "all ears", "by": "student"}, student=one, check_in=note)
    screen.body.pointed_at = note.id
    await screen.does("add-sign", "listened", {}, student=one, check_in=note)
    screen.body.pointed_at = None
    with caseload.store.change("Partnership removed", caseload.now()) as change:
        change.remove(caseload.summary(one.id).partnership)
    await screen.does("add-sign", student=one)
    await screen.does("set-step")
    await screen.does("move-back")
    await screen.does("move-on")
    compare(screen.told, "partnership")


async def test_what_is_asked_and_said_of_students(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    maya, kai, diego, ingrid = (caseload.one(name) for name in ("Maya", "Kai", "Diego", "Ingrid"))
    await screen.does("student-card", student=maya)
    await screen.does(
        "edit-student", {"contact_every": "often"}, {"birthday": "3/14", "contact_every": "7"}, student=maya
    )
    await screen.does("edit-student", {})
    await screen.does("edit-student", {"pronouns": "they", "pronouns_scope": "anywhere"})
    await screen.does("add-student", {"given_name": "Ada"}, {"given_name": "Ada", "family_name": "Lund", "grade": "9"})
    await screen.does("add-student", {"given_name": "Kai", "family_name": "Tran"}, "nobody new")
    await screen.does("add-student", {"given_name": "Kai", "family_name": "Tran", "family": "add"}, "another student")
    await screen.does("history", student=caseload.one("Ada"))
    await screen.does("archive-student", {}, {"how": "transferred", "since": "ago"}, {"since": "fri"}, student=diego)
    await screen.does(
        "add-student", {"given_name": "Diego", "family_name": "Ramírez", "grade": "11", "family": "add"}, "bring back"
    )
    await screen.does("archive-student", {"how": "on_leave", "since": ""}, student=ingrid)
    await screen.does("not-here")
    await screen.does("archive-student")
    await screen.does("unarchive-student", student=ingrid)
    await screen.does("unarchive-student", student=ingrid)
    await screen.does("archive-student", {"how": "graduated"}, student=ingrid)
    screen.highlights()
    await screen.does("unarchive-student")
    await screen.does("delete-student", "no, keep", student=kai)
    await screen.does("delete-student", "yes, all of it", student=kai)
    screen.highlights()
    await screen.does("unarchive-student", "Ingrid")
    await screen.does("unarchive-student", lambda _dialog: kai.id)
    await screen.does("merge-students", "Mateus", student=maya)
    await screen.does("merge-students", "Seun", False)
    await screen.does("merge-students", "Seun", True)
    await screen.does("undo")
    await screen.does("redo")
    await screen.does("redo")
    compare(screen.told, "students")


async def test_what_is_asked_and_said_of_families(screen: StandIn) -> None:
    maya = screen.desk.caseload.one("Maya")
    hana = screen.desk.caseload.one("Jun")
    screen.stem = "families"
    person = {"name": "Obi Okafor", "relation": "uncle", "language": "Igbo", "phone": "555 0100", "best_time": "noon"}
    await screen.does("edit-student", {"family": "add"}, {"name": " "}, {**person, "then": "add"}, None, student=maya)
    await screen.does("edit-student", {"family": "Obi Okafor"}, {"may_contact": "no"})
    await screen.does("edit-student", {"family": "Ngozi Okafor"}, {"then": "remove"}, student=maya)
    await screen.does("edit-student", {"family": "Hana Watanabe"}, {}, student=hana)
    await screen.does("edit-student", {"family": "Hana Watanabe"}, left_with(best_time="at night"))
    for draft in kept_drafts(screen.desk):
        await screen.does("open", draft=draft, student=hana, row="draft")
    compare(screen.told, "families")


async def test_what_is_asked_and_said_of_notes(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    notes = [note for student in caseload.students for note in caseload.store.check_ins_of(student.id)]
    jot = caseload.jots[0]
    one = next(note for note in notes if note.group)
    told = next(note for note in notes if note.person)
    other = next(note for note in notes if not note.contact_made)
    await screen.does("delete-check-in")
    for note in (one, told, other):
        await screen.does("open", {}, student=caseload.store.need(Student, note.student), check_in=note, row="check_in")
    student = caseload.store.need(Student, one.student)
    screen.highlights(student, check_in=one, row="check_in")
    await screen.does("open", {"of_all": "of_all", "line": "the whole group", "topic": "maps"})
    for height in (31, 29, 30):  # how many of its changes are told
        screen.size = Size(200, height)
        screen.highlights(student, check_in=caseload.store.need(CheckIn, one.id), row="check_in")
        await screen.does("open", {"line": f"the whole group of {height}"})
    screen.highlights(student, check_in=caseload.store.need(CheckIn, one.id), row="check_in")
    await screen.does("open", {})
    await screen.does(
        "open",
        {"minutes": "ten"},
        {"student": "K"},
        {"student": "Kai"},
        {"student": "Kai"},
        check_in=told,
        row="check_in",
        student=student,
    )
    screen.highlights(student, check_in=told, row="check_in")
    await screen.does("open", {"student": "Kai"}, True)
    wanted = {
        "kind": "observation",
        "counts_contact": "yes",
        "counts_one_to_one": "no",
        "reached": "reached",
        "minutes": "12",
    }
    wanted |= {
        "feeling": "4",
        "tags": "#maps lab",
        "tone": "celebrate",
        "visibility": "shareable",
        "part_of_day": "advisory",
    }
    await screen.does(
        "open", wanted, student=caseload.store.need(Student, other.student), check_in=other, row="check_in"
    )
    for reached in ("no", "absent"):
        note = caseload.store.need(CheckIn, other.id)
        await screen.does("open", {"reached": reached}, student=student, check_in=note, row="check_in")
    for _ in range(2):
        await screen.does("delete-check-in", check_in=jot, student=caseload.store.need(Student, jot.student))
    await screen.does("undo")
    await screen.does("finish-jots", {"line": "in full"}, {"jot": "yes", "line": "not yet in full"}, None)
    await screen.does("finish-jots", {}, {})
    await screen.does("finish-jots")
    await screen.does("private-notes")
    compare(screen.told, "notes")
