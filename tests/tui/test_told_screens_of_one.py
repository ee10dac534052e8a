"""The screens about one student, drawn without an app: the card, a pact, a plan, and what is turned to them, compared with `told/`."""

import pytest
from app_case import key_event
from msgspec.structs import replace
from record_case import NOW
from still_case import Still
from told_case import compare
from told_class import a_class, on

from advisory.caseload.caseload import Caseload
from advisory.casework.trash import move_to_trash
from advisory.model import DefensePlan, Pact
from advisory.model.words import PactOutcome, PactStatus
from advisory.tui.drafts.unsaved import BESIDE_FORM, OWN_FORM, OWN_WORDS
from advisory.tui.prose import Shade

pytestmark = pytest.mark.usefixtures("bare")


async def test_the_card(caseload: Caseload) -> None:
    ids = a_class(caseload)
    still = Still(caseload, "card", ids["Cai"], cells=90, height=100)
    still.each_row()
    await still.does("last-line", "unfold", "fold", "unfold", "line-down", "fold")
    still.resized(90, 12)
    await still.does("first-line", "sensitive-facts", "line-down", "sensitive-facts", "sensitive-facts")
    still.resized(62, 50)
    still.resized(50, 30)
    still.screen.desk.configuration.choose(collapse_private=True)
    still.redraws()
    await still.does("private-notes")
    still.resized(90, 56)
    for name in ("Dee", "Ada", "Benno"):
        await still.runs("turn_to", ids[name])
    still.resized(90, 5)
    await still.does("next-student", "previous-student", "previous-student")
    still.resized(90, 40)
    still.hides(Shade.INITIALS)
    still.begins_again(ids["Cai"])
    still.screen.go_to_record("e0000006")
    still.redraws()
    compare(still.told, "screens_card")


async def test_the_pact(caseload: Caseload) -> None:
    ids = a_class(caseload)
    still = Still(caseload, "pact", caseload.pacts[0].id, cells=100, height=26)
    still.each_row()
    await still.does("page-down", "page-up")
    still.told += still.screen.body.__dict__.pop("told_asks")[-2:]
    await still.does("next-section", "next-section", "mark-line", "next-pact", "next-pact")
    still.resized(70, 40)
    for _ in range(8):
        await still.does("next-student")
    await still.does("previous-student")
    still.hides(Shade.INITIALS)
    for pact in caseload.store.of_student(Pact, ids["Cai"]):
        await still.runs("turn_to", pact.id)
    compare(still.told, "screens_pact")


async def test_the_plan(caseload: Caseload) -> None:
    ids = a_class(caseload)
    still = Still(caseload, "defense", caseload.defenses[0].id, cells=100, height=30)
    for _ in range(5):
        still.each_row()
        await still.does("next-student")
    still.resized(70, 40)
    await still.runs("turn_to", caseload.store.of_student(DefensePlan, ids["Cai"])[0].id)
    still.hides(Shade.INITIALS)
    for plan in caseload.store.of_student(DefensePlan, ids["Cai"]):
        move_to_trash(caseload, DefensePlan, plan.id)
    still.redraws()
    compare(still.told, "screens_plan")


async def test_what_is_turned_to_the_student(caseload: Caseload) -> None:
    ids = a_class(caseload)
    pact = caseload.store.of_student(Pact, ids["Cai"])[0]
    still = Still(caseload, "beside", ids["Cai"], cells=70, height=70)
    still.desk.unsaved.keep(BESIDE_FORM, pact.id, {f"{OWN_WORDS}why": "b", f"{OWN_WORDS}success_evidence:2": "c"}, NOW)
    still.desk.unsaved.keep(OWN_FORM, ids["Cai"], {"text": "a"}, NOW)
    still.redraws()
    await still.does("line-down", "own-mark", "other-pact", "other-pact", "turn-back", "line-down")
    for key in ("b", "\u0444", "x", "x"):
        event = key_event(key)
        still.screen.on_key(event)
        still.told.append(f"key {key}: leaving {still.screen.is_leaving}, stopped {event._stop_propagation}")
        still.tell("status-line")
    still.screen.begin_to_leave()
    still.screen.on_screen_suspend()
    allowed = [("do", ("own-hand",)), ("do", ("undo",)), ("focus", ())]
    still.told += [f"{still.screen.is_leaving} {[still.screen.check_action(*one) for one in allowed]}"]
    still.resized(44, 60)
    still.resized(70, 44)
    for name in ("Dee", "Ada", "Ben", "Benno", "Eli", "Gus"):
        still.begins_again(ids[name])
    closed = {"status": PactStatus.CLOSED, "closed_on": on(-1)}
    for other in (
        replace(pact, next_review_on=on(3), target_on=on(3)),
        replace(pact, next_review_on=on(0), target_on=None),
        replace(pact, status=PactStatus.PROPOSED),
        replace(pact, status=PactStatus.PROPOSED, agreements=pact.agreements[1:]),
        *(replace(pact, **closed, outcome=outcome) for outcome in (*PactOutcome, None)),
        replace(pact, **closed | {"closed_on": None}, why="", others=(), student_commitments=()),
    ):
        with caseload.store.change("Another", NOW) as change:
            change.put(other)
        still.begins_again(ids["Cai"], pact.id)
    still.hides(Shade.INITIALS)
    compare(still.told, "screens_beside")
