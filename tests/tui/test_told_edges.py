"""Edges of what is written about a student: no day, a far day, somebody else meanwhile, nothing there; compared with `told/`."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from msgspec.structs import replace
from record_case import NOW, TODAY, make
from told_case import StandIn, answered, compare

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.edit import edit_check_in
from advisory.casework.check_in.record import record_check_in
from advisory.casework.learning.learn_fact import learn_fact
from advisory.casework.promise.make import make_promise
from advisory.casework.student.archive import archive_student
from advisory.casework.trash import move_to_trash
from advisory.casework.undo import undo
from advisory.model import CheckIn, CognitiveInsight, Evidence, FamilyContact, FollowUp, Pact, Student
from advisory.model.words import (
    CheckInState,
    EvidenceSource,
    Facet,
    Kind,
    LearnedHow,
    OwnLine,
    PactStatus,
    Party,
    Status,
    Visibility,
)
from advisory.rules.capture.reading import PromiseRead
from advisory.rules.refusal import Refusal
from advisory.tui.commands.learning.feedback import _aids, _written
from advisory.tui.commands.note import group
from advisory.tui.commands.note.promised import ask_whom, promised_words
from advisory.tui.commands.student.family import form_of
from advisory.tui.commands.student.leaving import left_words
from advisory.tui.commands.student.presence import _days
from advisory.tui.dialogs.group_entry import GroupEntry
from advisory.tui.prose import Shade


@pytest.fixture
def screen(demo: Caseload) -> StandIn:
    return StandIn(demo)


async def test_promises_without_a_day_and_far_away(screen: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    caseload = screen.desk.caseload
    kai = caseload.one("Kai")
    next_period, soon, far = caseload.next_period_on, (0, 1, 2), (None, -9, 0, 1, 3, 6, 20)
    for owner, period, each in (
        (Party.ADVISOR, next_period, far), (Party.STUDENT, next_period, far), (Party.ADVISOR, TODAY + timedelta(2), soon),
    ):  # fmt: skip
        monkeypatch.setattr(Caseload, "next_period_on", period)
        for days in each:
            made = make_promise(caseload, kai.id, f"{owner} {days}", owner=owner, due_on=None)
            if days is not None:
                with caseload.store.change("Dated", NOW) as change:
                    made = change.put(replace(made, due_on=TODAY + timedelta(days)))
            screen.highlights(kai, promise=made, row="promise")
            is_asked = False
            while not is_asked:
                due_on = caseload.store.need(FollowUp, made.id).due_on
                is_asked = not [one for one in _next_days(caseload) if due_on and one > due_on]
                await screen.does("snooze", *([{}] if is_asked else []))
            await screen.does("promise-done")
    compare(screen.told, "edges_promises")


def _next_days(caseload: Caseload) -> list[Any]:
    tomorrow = caseload.calendar.school_day_from(caseload.today + timedelta(days=1))
    return sorted({tomorrow, caseload.next_period_on})


async def test_whom_a_promise_in_a_note_is_made_to(screen: StandIn) -> None:
    caseload, desk = screen.desk.caseload, screen.desk
    ids = [one.id for one in caseload.students[:3]]
    reads = {owner: PromiseRead(f"bring {owner.value}", None, owner) for owner in Party}
    for promises in ([], [Party.STUDENT], [Party.ADVISOR], [Party.FAMILY, Party.STUDENT], [Party.ADVISOR, Party.STAFF]):
        for there in (ids[:1], ids[:2], ids):
            for here, answer in ((ids[1], "one promise"), ("", "one to each"), (ids[2], None)):
                screen.told.append(f"{[one.value for one in promises]} {len(there)} students, on {desk.short(here) if here else 'nobody'}")  # fmt: skip
                screen.answers = [answer] if len(there) > 1 and promises not in ([], [Party.STUDENT]) else []
                screen._asked.clear()
                try:
                    found = await ask_whom(screen, [reads[one] for one in promises], there, here)
                    screen.told.append(f"    → {[desk.short(one) for one in found]}")
                except Refusal as refusal:
                    screen.told.append(f"    {refusal}")
    for texts in ([], [""], ["bring the map"], ["bring the map", "bring the map", "ask about rowing"]):
        for promised_to in (ids[:1], ids):
            for cells in (0, 40, 58, 59, 60, 61, 62, 70, 90):
                screen.told.append(f"{cells}: {promised_words(desk, cells, texts, promised_to, 'Saved: a note')}")
    compare(screen.told, "edges_promised")


async def test_a_group_is_written_about(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    maya, kai, jun = (caseload.one(name) for name in ("Maya", "Kai", "Jun"))
    every = frozenset(one.id for one in (maya, kai))

    def entry(text: str, lines: dict[str, str] | None = None, ticked: frozenset[str] = every, **more: Any) -> Any:
        kind = more.pop("kind", Kind.WHOLE_GROUP)
        return lambda _dialog: GroupEntry(text, kind, ticked, lines or {}, more.pop("topic", ""))

    screen.highlights(kai)
    for text in ("a", "aa ", "ab", "é", "."):
        await screen.does("group", entry(text), *([None] if text in ("a", "aa ", ".") else []))
    await screen.does("group", entry("drew maps", {kai.id: " "}))
    await screen.does("group", entry("drew maps", {kai.id: "alone"}))
    screen.desk.configuration.choose(own_line=OwnLine.ONE_TO_ONE)
    await screen.does("group", entry("drew maps", {kai.id: "alone"}))
    await screen.does("group", entry("drew maps", topic=" spring ", kind=Kind.OBSERVATION))
    await screen.does("group", entry("drew maps >fri bring one", kind=Kind.OBSERVATION), None, entry("drew maps", kind=Kind.OBSERVATION))  # fmt: skip
    await screen.does("group", entry("watched !conference", {}, frozenset({jun.id})))
    archive_student(caseload, jun.id, Status.TRANSFERRED, since=TODAY)
    archive_student(caseload, maya.id, Status.ON_LEAVE, since=TODAY)
    drafted = {f"line-{jun.id}": "was here", "line-s0000099": "gone"}
    for fields in ({}, drafted):
        ticks = group._ticks(screen.desk, fields)
        screen.told.append(f"{len(ticks)}: {[(one.name, one.is_here) for one in ticks if one.key in {maya.id, kai.id, jun.id, 's0000099'}]}")  # fmt: skip
    compare(screen.told, "edges_group")


async def test_jots_that_somebody_else_finishes_meanwhile(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    for jot in caseload.jots:
        move_to_trash(caseload, CheckIn, jot.id)
    names = ("Maya", "Kai", "Elif", "Diego", "Jun")
    made = [record_check_in(caseload, caseload.one(name).id, f"with {name}", state=CheckInState.JOT) for name in names]

    def meanwhile(dialog: Any) -> Any:
        undo(caseload)  # the last one was never written
        edit_check_in(caseload, made[1], state=CheckInState.DONE)
        move_to_trash(caseload, CheckIn, made[2].id)
        return answered(dialog, {"line": "in full"})

    await screen.does("finish-jots", meanwhile, {"jot": "yes", "line": "still open"})
    await screen.does("finish-jots", {"jot": "yes", "line": "still open"})
    await screen.does("finish-jots", {"line": "now in full"})
    compare(screen.told, "edges_jots")


async def test_what_is_kept_back_until_it_is_asked_for(screen: StandIn) -> None:
    maya = screen.desk.caseload.one("Maya")
    screen.sensitive = SimpleNamespace(is_shown=False)
    screen.sensitive.show = lambda: setattr(screen.sensitive, "is_shown", True)
    screen.sensitive.hide = lambda: setattr(screen.sensitive, "is_shown", False)
    screen.highlights(maya, facet=Facet.NAME)
    for at in range(16):
        before = [bool(at & bit) for bit in (1, 2, 4, 8)]
        screen.is_of_one_student, screen.desk.prose.keeps_private, screen.sensitive.is_shown, screen.shows_private = (
            before
        )
        await screen.does("sensitive-facts")
        screen.told.append(f"    {before} → {screen.sensitive.is_shown} {screen.shows_private}")
    screen.is_asked = False

    def ask_for_sensitive(*, asked: bool) -> None:
        screen.is_asked = asked

    screen.ask_for_sensitive = ask_for_sensitive
    screen.stem = "search"
    for _ in range(2):
        await screen.does("found-sensitive")
        screen.told.append(f"    asked {screen.is_asked}")
    for screen.desk.prose.keeps_private in (False, True):
        screen.stem = "card"
        await screen.does("private-notes")
    compare(screen.told, "edges_kept_back")


async def test_what_helps_in_a_conversation(screen: StandIn) -> None:
    caseload, desk = screen.desk.caseload, screen.desk
    one = caseload.one("Teddy")
    store, told = caseload.store, list[str]()

    def aids(what: str) -> None:
        told.append(what)
        told.extend(f"    {move}: {text}" for move, text in _aids(desk, one.id))

    with store.change("Emptied", NOW) as change:
        for kind in (CheckIn, Evidence, Pact, FollowUp, CognitiveInsight):
            for record in store.of_student(kind, one.id):
                change.remove(record)
    aids("nothing")
    said = record_check_in(caseload, one.id, "x", student_says="I tried", visibility=Visibility.PRIVATE)
    record_check_in(caseload, one.id, "nothing was said")
    aids("what they said")
    desk.prose.keeps_private = True
    aids("kept back")
    desk.prose.keeps_private = False
    with store.change("More", NOW) as change:
        for day, text in ((-3, "two halves"), (-2, "a third"), (-2, "a fourth"), (-5, "the first")):
            change.add(Evidence, student=one.id, seen_on=TODAY + timedelta(day), seen=text, source=EvidenceSource.QUIZ)
        change.add(Pact, student=one.id, learning_target="I can draft", status=PactStatus.DRAFT)
    aids("what was seen")
    for fields in (
        {},
        {"next_review_on": TODAY + timedelta(3)},
        {"next_review_on": TODAY, "target_on": TODAY + timedelta(30)},
    ):
        with store.change("A pact", NOW) as change:
            for pact in store.of_student(Pact, one.id):
                change.remove(pact)
            change.add(Pact, student=one.id, learning_target="I can read", status=PactStatus.ACTIVE, **fields)
        aids(f"a pact {[*fields]}")
    desk.prose.shade = Shade.INITIALS
    aids("hidden")
    told.append(f"{said.visibility}")
    compare(told, "edges_aids")


def test_what_was_written_down_of_a_conversation(screen: StandIn) -> None:
    soon, late = (
        make(FollowUp, text=text, owner=Party.ADVISOR, due_on=TODAY + timedelta(days))
        for text, days in (("a", 1), ("b", 9))
    )
    note = make(CheckIn)
    told = []
    for step in ("", "mark it"):
        for review_on in (None, TODAY + timedelta(1)):
            for promise in (None, soon, replace(soon, due_on=None)):
                for look_again in (None, late):
                    held = SimpleNamespace(check_in=note, next_step=step, review_on=review_on, promise=promise, look_again=look_again)  # fmt: skip
                    told.append(", ".join(_written(screen.desk, held)))
    compare(told, "edges_held")


async def test_one_fact_after_the_other_is_deleted(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    maya = caseload.one("Maya")
    for text in ("one", "two", "three"):
        learn_fact(caseload, maya.id, Facet.STRESS, text=text, learned_on=TODAY, how=LearnedHow.TOLD_ME)
    screen.highlights(maya, facet=Facet.STRESS)
    for answers in (["one"], ["two"], [], [], []):
        await screen.does("forget-fact", *answers)
    compare(screen.told, "edges_forgotten")


def test_how_it_is_said_when_somebody_is_not_here(screen: StandIn) -> None:
    told = []
    for first, last in ((0, 0), (1, 1), (2, 2), (0, 1), (0, 9), (1, 3), (8, 12)):
        leave = SimpleNamespace(starts_on=TODAY + timedelta(first), ends_on=TODAY + timedelta(last))
        told.append(f"{first} to {last}: {_days(leave, TODAY)}")
    told += [
        f"{status} {left_on}: {left_words(screen.desk, SimpleNamespace(status=status, left_on=left_on))}"
        for status in Status
        for left_on in (None, TODAY, TODAY - timedelta(30))
    ]
    people = tuple(FamilyContact(name=name) for name in ("Obi", "Ngozi", "Ada"))
    one = replace(make(Student), family_contacts=people)
    told += [f"{name}: {form_of(one, name)}" for name in ("Obi", "Ngozi", "Ada", "", "Eze")]
    compare(told, "edges_away")
