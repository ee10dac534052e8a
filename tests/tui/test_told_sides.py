"""Each side of what commands decide: with one thing there and the other not, compared with `told/`."""

from collections.abc import Callable, Coroutine
from datetime import time, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from defense_case import near_plan, without_season
from msgspec.structs import replace
from pact_case import agreed, drafted
from record_case import NOW, TODAY, make
from told_beside import BesideStudent, typed
from told_case import StandIn, compare, left_with

from advisory.caseload.caseload import Caseload
from advisory.casework.defense.plan import plan_defense
from advisory.model import (
    CheckIn,
    CognitiveInsight,
    Commitment,
    DefensePlan,
    Evidence,
    FamilyContact,
    FollowUp,
    KnownWell,
    Milestone,
    Pact,
    Student,
    SuccessLine,
)
from advisory.model.defense_words import DefenseOutcome
from advisory.model.words import EvidenceSource, Facet, InsightStatus, Kind, LearnedHow, Party
from advisory.rules.pact.line import PactLine
from advisory.rules.refusal import Refusal
from advisory.rules.season.milestones import THE_DAY
from advisory.rules.season.schedule import Slot
from advisory.store import Conflict, WriteError
from advisory.tui import kept_drafts
from advisory.tui.commands import base, drafts
from advisory.tui.commands.base import fill
from advisory.tui.commands.beside import beside
from advisory.tui.commands.defense import drafts as defense_drafts
from advisory.tui.commands.defense.feeling import wants_feeling
from advisory.tui.commands.defense.planning import _typed
from advisory.tui.dialogs.form.field import Field
from advisory.tui.dialogs.pact.both_agree import BothAgreeDialog, Given
from advisory.tui.dialogs.schedule import Proposal
from advisory.tui.drafts.unsaved import BESIDE_FORM, OWN_FORM
from advisory.tui.highlighted import PlanPart
from advisory.tui.running.key_app import KeyApp


@pytest.fixture
def screen(demo: Caseload) -> StandIn:
    return StandIn(demo)


def partial_of(function: Callable[..., Any], *given: Any, **named: Any) -> Callable[[StandIn], Any]:
    """A function of the screen alone."""

    def asks(screen: StandIn) -> Any:
        return function(screen, *given, **named)

    return asks


async def test_what_becomes_of_a_form(screen: StandIn) -> None:  # noqa: C901 - a table of ways
    """Whether it edits a record or not, whatever its saving does."""
    caseload = screen.desk.caseload
    maya = caseload.one("Maya")
    gone = Conflict(maya, None)
    changed = Conflict(maya, replace(maya, grade="12"))
    fields = [Field("why", "Why?", "so", hint="by 11/30")]
    outcomes: dict[str, list[Exception | None]] = {
        "at once": [None], "gone": [gone, None], "changed": [changed, None], "refused": [Refusal("Not so."), None],
        "no room": [WriteError("There is no room."), None],
    }  # fmt: skip
    ways: dict[str, dict[str, Any]] = {
        "new": {}, "an edit": {"record_id": maya.id, "is_edit": True}, "shown": {"shown": maya},
    }  # fmt: skip

    async def tells(what: str, happens: list[Exception | None], *, later: bool = False, **named: Any) -> None:
        rest = [*happens]

        def save(values: dict[str, str], *shown: Student) -> Coroutine[Any, Any, None] | None:
            seen = [one.grade for one in shown]
            screen.told.append(f"    saves {values} {seen} while {screen.desk.unsaved.waiting()} waits")
            if later:
                return saved(rest.pop(0))
            if raised := rest.pop(0):
                raise raised
            return None

        async def saved(raised: Exception | None) -> None:
            if raised is not None:
                raise raised

        screen.told.append(what)
        screen._asked.clear()
        form = named.pop("form", "focal")
        answers: list[Any] = [{"why": "as so"}] * len(happens) if happens else [left_with(why="half")]
        await screen.runs(partial_of(fill, form, "Why", fields, save, **named), answers=answers)
        screen.told.append(f"    {screen.desk.unsaved.waiting()} waits then")

    for way, named in ways.items():
        for outcome, happens in outcomes.items():
            await tells(f"{way}, {outcome}", happens, **named)
    for outcome, happens in outcomes.items():
        await tells(f"later {outcome}", happens, later=True, is_edit=True, record_id=maya.id)
    await tells("a form whose draft is not kept, no room", outcomes["no room"], form="timer")
    for record_id, shown in (("", None), ("", maya), ("s0000099", maya), ("s0000099", None)):
        await tells(f"left, of {record_id or 'nobody'}, {shown and 'shown'}", [], record_id=record_id, shown=shown)
    compare(screen.told, "sides_forms")


def test_how_a_change_elsewhere_is_told(screen: StandIn) -> None:
    maya = screen.desk.caseload.one("Maya")
    pact = agreed(screen.desk.caseload, maya)
    plan = make(DefensePlan, student=maya.id, held_on=TODAY)
    told = [
        f"{value!r}: {base._shown(value)}"
        for value in (
            None, "", "text", 7, True, TODAY, time(9, 5), Kind.QUICK_TOUCH, (), ("a", "b"), SuccessLine(text="names both"),
            Milestone(key="outline", label="The outline", days_before=3, due_on=TODAY), Commitment(text="draw", how_often="daily"), FamilyContact(name="Obi", relation="uncle"),
        )
    ]  # fmt: skip
    pairs = (
        (maya, replace(maya, grade="12", birthday="03-14", updated_at=NOW)), (maya, maya), (maya, None), (pact, None), (None, maya),
        (pact, replace(pact, title="maps", revisions=())), (pact, replace(pact, next_review_on=TODAY)),
        (plan, replace(plan, held_on=TODAY + timedelta(1), place="gym")), (None, None),
    )  # fmt: skip
    for shown, stored in pairs:
        if shown is not None:
            told.append(base._conflict(screen, Conflict(shown, stored)))
        told.append(f"    of {base._student_of(shown) or 'nobody'}")
    compare(told, "sides_changed")


async def test_what_the_student_sees_each_side_of(demo: Caseload) -> None:
    screen = BesideStudent(demo)
    diego = demo.one("Diego")
    screen.student_id = diego.id
    pact = drafted(demo, diego, next_review_on=TODAY - timedelta(1))
    line = PactLine("success_evidence", 0)
    for screen.pact_id, screen.line in (("", line), (pact.id, None), (pact.id, PactLine("student_commitments", 1)), (pact.id, line)):  # fmt: skip
        for command in ("change-words", "add-words", "own-mark"):
            await screen.does(command)
    for days in (-1, 0, 1):
        with demo.store.change("Another day", NOW) as change:
            change.put(replace(demo.store.need(Pact, pact.id), next_review_on=TODAY + timedelta(days)))
        await screen.does("say-yes")

    compare(screen.told, "sides_beside")


async def test_what_a_student_begins_and_leaves(demo: Caseload) -> None:
    screen = BesideStudent(demo)
    diego = demo.one("Diego")
    screen.student_id = diego.id
    pact, line = drafted(demo, diego), PactLine("success_evidence", 0)
    screen.pact_id, screen.line = pact.id, line

    def drafts(form: str, about: str) -> None:
        screen.told.append(f"    drafts {dict(screen.desk.unsaved.fields(form, about))}")

    await screen.does("add-words", typed("a third", keeps=True))
    screen.line = PactLine("success_evidence", 1)
    await screen.does("change-words", typed("a second", keeps=True))
    drafts(BESIDE_FORM, pact.id)
    screen.line = line
    await screen.does("change-words", typed("the first"))
    drafts(BESIDE_FORM, pact.id)
    await screen.does("change-words", typed(""))
    drafts(BESIDE_FORM, pact.id)
    await screen.does("change-words", typed(" ", keeps=True))
    screen.line = PactLine("why", 0)
    await screen.does("change-words", typed("one", keeps=True))
    await screen.does("change-words", typed(""))
    drafts(BESIDE_FORM, pact.id)
    for feeling in ("very good", None):
        await screen.does("own-hand", "How are you", feeling, *([typed("sun", keeps=True)] if feeling else []))
        drafts(OWN_FORM, diego.id)
    for text in ("rain", " "):
        await screen.does("own-hand", "What do you want to say", typed(text, keeps=True))
        drafts(OWN_FORM, diego.id)
    compare(screen.told, "sides_begun")


async def test_who_says_yes_to_a_change(demo: Caseload) -> None:
    screen = BesideStudent(demo)
    shared = agreed(demo, demo.one("Elif"), student_commitments=(Commitment(text="draw"),))
    screen.student_id, screen.pact_id = demo.one("Elif").id, shared.id
    names = ("Elif", "elif", "Kai", "Elif and Kai", "Kaya", "", "somebody")

    def only(**given: Any):
        def answer(dialog: BothAgreeDialog) -> Given:
            screen.told.append(f"    own names: {[name for name in names if dialog._is_own(name)]}")
            return Given(**given)

        return answer

    for screen.line in (PactLine("success_evidence", 0), PactLine("advisor_commitments", 1)):
        for mine in (False, True):
            await screen.does("change-words", typed(""), only(name="Elif", mine=mine))
    await screen.does("change-words", typed("look twice"), only(name="", mine=True))
    compare(screen.told, "sides_agreed")


async def test_when_the_screen_is_turned_back(demo: Caseload) -> None:
    screen = BesideStudent(demo)
    app: Any = KeyApp.__new__(type("Told", (KeyApp,), {"show_notices": lambda self: screen._tell("shows", "notices")}, inherit_bindings=False))  # fmt: skip
    for screen.app in (SimpleNamespace(), app):
        for screen.is_leaving in (False, True):
            await screen.runs(beside.turn_back_now)
    compare(screen.told, "sides_turned")


async def test_which_form_a_draft_about_a_day_belongs_to(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    without_season(caseload)
    plan = near_plan(caseload)
    prepared = make(CheckIn, kind=Kind.DEFENSE_PREP)
    for form in (*defense_drafts._FORMS, "artifact_a", "artifact_b", "artifact_z", "prep_feeling", "promise"):
        found = []
        for record in (None, plan, prepared, make(Pact)):
            work = defense_drafts.form_of(screen, form, record, plan.student)
            if work is not None:
                found.append(f"{type(record).__name__} {work.__qualname__}")
                work.close()
        screen.told.append(f"{form}: {', '.join(found) or 'none'}")
    for kind in (Kind.DEFENSE_PREP, Kind.OBSERVATION):
        for contact_made in (True, False):
            for feeling in (None, 3):
                one = make(
                    CheckIn,
                    kind=kind,
                    contact_made=contact_made,
                    counts_contact=contact_made,
                    counts_one_to_one=False,
                    feeling=feeling,
                )
                screen.told.append(f"{kind} {contact_made} {feeling}: {wants_feeling(one)}")
    compare(screen.told, "sides_day_drafts")


async def test_which_form_a_draft_of_a_record_belongs_to(screen: StandIn) -> None:
    maya = screen.desk.caseload.one("Maya")
    screen.highlights(maya)
    records = [None, *(make(kind, student=maya.id, **more) for kind, more in (
        (CheckIn, {}), (FollowUp, {"text": "x", "owner": Party.ADVISOR}), (Pact, {"learning_target": "x"}), (Evidence, {"seen": "x", "source": EvidenceSource.QUIZ}),
        (KnownWell, {"text": "x", "facet": Facet.NAME, "learned_on": TODAY, "how": LearnedHow.TOLD_ME}), (CognitiveInsight, {"noticed_on": TODAY, "misconception": "x", "status": InsightStatus.OPEN}),
    ))]  # fmt: skip
    for form in (*kept_drafts._FORMS, "person_a", "artifact_a", "reword_listened"):
        found = []
        for record in records:
            draft = kept_drafts.KeptDraft(form, maya.id, "a draft", "open", maya.id, record)
            work = drafts._of_record(screen, draft)
            if work is not None:
                found.append(f"{type(record).__name__} {Path(work.cr_code.co_filename).stem}.{work.__qualname__}")
                work.close()
        if found:
            screen.told.append(f"{form}: {', '.join(found)}")
    compare(screen.told, "sides_drafts")


async def test_what_is_on_the_same_day_and_where_a_part_is_added(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    without_season(caseload)
    screen.stem = "defense"
    plan = near_plan(caseload)
    first, *others = caseload.students[:5]
    on = plan.held_on
    made = [plan_defense(caseload, one.id, on, time(10 + at)).plan for at, one in enumerate(others)]
    with caseload.store.change("Over", NOW) as change:
        change.put(replace(made[0], outcome=DefenseOutcome.POSTPONED))
        change.put(replace(made[1], held_on=on + timedelta(3)))
    day = next(one for one in plan.milestones if one.key == THE_DAY)
    await screen.does("milestone-day", None, plan=plan, milestone=day, student=first)
    await screen.does("milestone-day", {"day": "12/16", "others": "along", "hour": ""}, plan=plan, milestone=day, student=first)  # fmt: skip
    now = caseload.store.need(DefensePlan, plan.id)
    await screen.does("milestone-day", {"day": "12/17", "hour": "11"}, plan=now, milestone=day, student=first)
    for section in ("feeling", "after", "milestones"):
        await screen.does("add-to-plan", None, plan=now, part=PlanPart(section, 0), student=first)
    slots = [Slot(one.id, on, starts) for one, starts in zip(caseload.students, (time(11), None, time(9)), strict=False)]  # fmt: skip
    for typed_day in ({"hour": "10"}, {"hour": " "}, {"hour": "late"}):
        answers = [typed_day, None] if typed_day == {"hour": "late"} else [typed_day]
        await screen.runs(_ordered, Proposal(slots, typed=slots[0].student_id), answers=answers)
    compare(screen.told, "sides_day")


async def _ordered(screen: StandIn, proposal: Proposal) -> None:
    found = await _typed(screen, proposal)
    screen.told += [f"    {screen.desk.name(one.student_id)} {one.held_on} {one.starts}" for one in found.slots]
