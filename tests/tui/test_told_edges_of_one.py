"""What is drawn about one student at the edge of each rule, and how one moves there: one record fewer or more, a day earlier or later, compared with `told/`."""

from collections.abc import Collection
from datetime import date, time
from types import SimpleNamespace
from typing import Any

import pytest
from app_case import key_event
from edge_case import Add, Edges, named, writing
from msgspec.structs import replace
from record_case import NOW
from still_case import Still, _about
from told_case import compare
from told_class import of, on

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.shareable import shareable_of
from advisory.casework.trash import move_to_trash
from advisory.model import (
    Agreement,
    Artifact,
    CheckIn,
    CognitiveInsight,
    Commitment,
    DefensePlan,
    Evidence,
    FamilyContact,
    FollowUp,
    Indicator,
    KnownWell,
    Leave,
    Milestone,
    OtherHelp,
    Pact,
    PactRevision,
    PactWording,
    PanelMember,
    Partnership,
    Practice,
    StageMove,
    Student,
    SuccessLine,
    Term,
)
from advisory.model.defense_words import DefenseOutcome, MilestoneStatus, Reflection
from advisory.model.words import (
    Agreed,
    Direction,
    Facet,
    Independence,
    InsightStatus,
    Kind,
    Level,
    MoveReason,
    Observer,
    PactOutcome,
    PactStatus,
    Party,
    PronounsScope,
    Stage,
    Status,
    Tone,
    Visibility,
)
from advisory.rules.days.term_words import SUMMER
from advisory.tui.drafts.unsaved import OWN_FORM
from advisory.tui.prose import Shade
from advisory.tui.screens.base.frame import WIDE
from advisory.tui.screens.base.uncovered_row import uncovered_row
from advisory.tui.screens.beside.rows import beside_rows
from advisory.tui.screens.beside.text import Reader
from advisory.tui.screens.card.rows import card_rows
from advisory.tui.screens.defense.page import first_key as first_step
from advisory.tui.screens.defense.page import part_of, plan_page
from advisory.tui.screens.pact.page import first_key, marked_line, pact_page

pytestmark = pytest.mark.usefixtures("bare")
LONG = f"So long that it has to be wrapped: {'0123456789' * 9} and then some."
"""Its digits show each cell that a line has or hasn't."""


def _signs(add: Add, student: str) -> str:
    """Signs old and new, in this year and the last, with words of their own and those of a note; a note to throw away."""
    since = {"entered_on": on(-3)}
    add(Partnership, student, stage=Stage.RAPPORT, next_step=LONG, **since)
    for at, key in enumerate(("listened", "says_name", "student_started", "listened", "knows_interests")):
        add(Indicator, student, key=key, observed_on=on(-89 - at), line="" if at else LONG)
    add(Indicator, student, stage=Stage.COGNITIVE_INSIGHT, key="self_corrected", observed_on=date(2026, 5, 4))
    add(Indicator, student, observed_on=date(2026, 5, 5), by=Observer.STUDENT)
    seen_in = [add(CheckIn, student, line=line, happened_on=on(-1), **more) for line, more in (("kept back", {}), ("for all", {"visibility": Visibility.STAFF}), ("thrown away", {}))]  # fmt: skip
    for one in seen_in:
        add(Indicator, student, check_in=one.id, observed_on=on(-1))
    rapport, alliance, insight = Stage
    forward, back = Direction.FORWARD, Direction.BACK
    for moved, of_stage, to, way in ((-3, rapport, alliance, forward), (-3, alliance, insight, forward), (-300, alliance, rapport, back)):  # fmt: skip
        add(StageMove, student, moved_on=on(moved), from_stage=of_stage, to_stage=to, override=to is insight, reason=LONG, reason_key=MoveReason.OTHER, direction=way)  # fmt: skip
    return str(seen_in[2].id)


def _notes(add: Add, student: str, many: int) -> None:
    """Notes, some of them in the student's own hand."""
    for at in range(many):
        own = at in {3, 4}
        add(CheckIn, student, kind=Kind.OBSERVATION, happened_on=on(-at), line="" if at == 2 else f"note {at} {LONG}", by=Observer.STUDENT if own else Observer.ADVISOR, student_says=f"said {at} {LONG}" if at in {1, 3, 5, 6} else "", counts_contact=at % 2 == 0, initiator=Party.STUDENT, visibility=Visibility.STAFF if at == 5 else Visibility.PRIVATE)  # fmt: skip


def _learning(add: Add, student: str) -> None:
    """Evidence of a target that was called otherwise, of another, and of none; insights in every state."""
    pact = add(Pact, student, status=PactStatus.ACTIVE, target_on=on(0), next_review_on=on(0), success_evidence=(of(SuccessLine, "Draws"), of(SuccessLine, "Cuts")))  # fmt: skip
    for at, target in enumerate(("It was called so", "I can plan", "I can plan", LONG)):
        add(Evidence, student, seen_on=on(-9 + at), seen=f"{at} {LONG}", pact=pact.id, target=target, success_line=LONG, next_step=LONG, level=Level.THERE if at else None, independence=Independence.WITH_ME)  # fmt: skip
    add(Evidence, student, seen_on=on(-1), seen="of no target")
    for days in (-40, -3, -300, -301):
        add(Evidence, student, seen_on=on(days), target="Another, of its own", seen=f"{-days} days ago")
    for at, status in enumerate((InsightStatus.OPEN, InsightStatus.PARKED, InsightStatus.OPEN)):
        add(CognitiveInsight, student, noticed_on=on(-400 - at % 2), status=status, misconception=LONG, thinking=LONG, builds_on=LONG, self_corrects_on=on(-1) if at else None)  # fmt: skip
    add(CognitiveInsight, student, noticed_on=on(-400), status=InsightStatus.RESOLVED)


def _asked(add: Add, student: str) -> None:
    """Questions, a good word home today, and promises due on each side of today."""
    for at in range(2):
        add(CheckIn, student, question=f"{at} {LONG}", line="", student_says="x", by=Observer.STUDENT, happened_on=on(-at), kind=Kind.OBSERVATION)  # fmt: skip
    add(CheckIn, student, kind=Kind.FAMILY_CONTACT, happened_on=on(0), tone=Tone.CELEBRATE, line="well done")
    for due in (-1, 0, 1, None):
        for owner in (Party.ADVISOR, Party.STUDENT):
            add(FollowUp, student, owner=owner, due_on=due if due is None else on(due), text=f"{owner.label} {due}")


def test_the_card(caseload: Caseload) -> None:
    with writing(caseload) as add:
        names = ("Bare", "Signs", "Notes", "Few", "Learning", "Asks", "Works")
        bare, signs, notes, few, learning, asks, works = named(add, *names)
        add(Term, starts_on=date(2026, 9, 1), ends_on=date(2027, 1, 15))
        add(KnownWell, bare, facet=Facet.STRESS, sensitive=True)
        thrown_away = _signs(add, signs)
        _notes(add, notes, 13)
        _notes(add, few, 12)
        _learning(add, learning)
        _asked(add, asks)
        add(Partnership, works, stage=Stage.ALLIANCE)
        add(Indicator, works, stage=Stage.ALLIANCE, key="said_why", observed_on=date(2026, 5, 5))
        for seen in (date(2026, 5, 5), on(-2)):
            add(Indicator, works, observed_on=seen)
        add(Pact, works, status=PactStatus.CLOSED, outcome=PactOutcome.MET, learning_target=LONG)
        add(Leave, works, starts_on=on(-5), ends_on=on(5))
        who = {"pronounce": "AH-dah", "pronouns": "she/her", "grade": "9", "home_language": "Igbo"}
        whole = [add(Student, given_name="Ada", family_name="Reed", pronouns_scope=scope, status=status, focal=True, focal_why=LONG, focal_since=on(-2), family_contacts=(of(FamilyContact, "Ida", may_contact=may), of(FamilyContact, LONG)), **who).id for scope, status, may in zip(PronounsScope, (Status.ACTIVE, Status.ON_LEAVE, Status.ARCHIVED), (True, False, True), strict=False)]  # fmt: skip
    move_to_trash(caseload, CheckIn, thrown_away)
    edges = Edges(caseload)
    desk = edges.desk

    def card(title: str, student: str, cells: int = 74, **shown: object) -> None:
        edges.rows(title, card_rows(desk, student, cells, **shown), cells)

    card("without a record", bare)
    for cells in (60, 59, 20):
        card(f"signs in {cells} cells", signs, cells, opened={2025})
    card("notes", notes)
    edges.rows("as many notes as it shows", [*card_rows(desk, few, 74)][-6:])
    card("evidence and insights", learning, opened={2025})
    card("questions and promises", asks)
    card("what ended", works)
    for at, student in enumerate(whole):
        card(f"who they are {at}", student, 60)
    desk.prose.keeps_private = True
    card("notes kept back", notes)
    card("signs seen in notes kept back", signs)
    desk.prose.keeps_private = False
    desk.prose.shade = Shade.INITIALS
    for student in (signs, notes, learning, asks, whole[0]):
        card("shaded", student)
    desk.prose.shade = Shade.OFF
    compare(edges.told, "edges_card")


def test_what_is_said_of_a_day_outside_of_terms(caseload: Caseload) -> None:
    edges = Edges(caseload)
    with writing(caseload) as add:
        (bare,) = named(add, "Bare")
        add(Term, title="Spring", starts_on=date(2026, 2, 1), ends_on=date(2026, 6, 12))
    edges.rows("a card after the last term", card_rows(edges.desk, bare, 74)[:6])
    summer: Any = SimpleNamespace(caseload=SimpleNamespace(calendar=caseload.calendar, today=date(2026, 7, 10)))
    for cells in (len(SUMMER), len(SUMMER) - 1, 10):
        edges.rows(f"in the summer, in {cells} cells", uncovered_row(summer), cells)
    summer.caseload.today = date(2026, 6, 12)
    edges.rows("on the last day", uncovered_row(summer))
    for cells in (53, 52, 51, 10):
        edges.rows(f"without a term, in {cells} cells", uncovered_row(edges.desk), cells)
    compare(edges.told, "edges_term")


def test_the_pact(caseload: Caseload) -> None:
    edges = Edges(caseload)
    desk = edges.desk
    both = [of(Agreement, one, "Cai", on(-30), Agreed.SIGNED, 1) for one in Observer if one.value != "other"]
    with writing(caseload) as add:
        one, other = named(add, "Cai", "Dee")
        lines = (of(SuccessLine, "Draws", on(-1), "twice"), of(SuccessLine, LONG), of(SuccessLine, "Cuts"))
        kept = (of(Commitment, "Sketch", "every day", (on(-3), on(0)), (on(0),)), of(Commitment, LONG, LONG))
        pact = add(Pact, one, status=PactStatus.ACTIVE, title="bridges", why=LONG, start_on=on(-30), next_review_on=on(1), target_on=on(9), success_evidence=lines, student_commitments=kept, advisor_commitments=kept[1:], others=(of(OtherHelp, "Ms. Lee", LONG),), agreements=tuple(both[:2]), starting_point=LONG, confidence=3)  # fmt: skip

        def looks(*said: tuple[str, str]) -> None:
            for line, says in said:
                days = len(caseload.store.check_ins_of(one)) + len(written)
                written.append(add(CheckIn, one, kind=Kind.PACT_REVIEW, pact=pact.id, line=line, student_says=says, happened_on=on(-40 + days)))  # fmt: skip

        written: list[CheckIn] = []
        looks((LONG, "so far"), ("", "only said"))
        add(CheckIn, one, kind=Kind.PACT_REVIEW, pact="g0000099", line="of another pact", happened_on=on(0))
        add(CheckIn, one, kind=Kind.ONE_TO_ONE, pact=pact.id, line="a talk", happened_on=on(0))

    def page(title: str, cells: int = 70, **changed: Any) -> None:
        edges.page(title, pact_page(desk, replace(pact, **changed), "pact 1 of 2", cells))

    for cells in (WIDE - 2, WIDE - 1, 30):
        page(f"in {cells} cells", cells)
    desk.prose.keeps_private = True
    page("with its reviews kept back")
    desk.prose.keeps_private = False
    with writing(caseload) as add:
        looks(("third", ""))
    page("three reviews")
    with writing(caseload) as add:
        looks(("fourth", ""))
    page("four reviews")
    plain: dict[str, Any] = {"title": "", "why": "", "success_evidence": (), "student_commitments": (), "advisor_commitments": (), "others": (), "starting_point": "", "confidence": None}  # fmt: skip
    bare = replace(pact, student=other, id="g0000007", **plain)
    revised = [PactRevision(at=NOW, revision=at, was=PactWording(why=f"{at}"), looked=at == 3) for at in (1, 2, 3)]
    for title, changed in {
        "nothing in it yet": {},
        "to be reviewed today": {"next_review_on": on(0)},
        "its last day": {"target_on": on(0), "next_review_on": None},
        "its day has passed": {"target_on": on(-1), "next_review_on": None},
        "nobody has agreed": {"status": PactStatus.DRAFT, "agreements": ()},
        "one has agreed": {"status": PactStatus.PROPOSED, "agreements": tuple(both[:1])},
        "reworded once": {"revision": 2, "revisions": tuple(revised[:1])},
        "reworded twice, and once looked at": {"revision": 3, "revisions": tuple(revised)},
        "over": {"status": PactStatus.CLOSED, "outcome": PactOutcome.PARTLY_MET, "closed_on": on(-1), "reflections": LONG, "comes_next": LONG},
    }.items():  # fmt: skip
        edges.page(title, pact_page(desk, replace(bare, **changed), "", 70))
    desk.prose.shade = Shade.INITIALS
    page("shaded")
    edges.told += [f"first {first_key(replace(pact, success_evidence=some))!r}" for some in (lines, lines[:1], ())]
    edges.told += [
        f"{key!r}: {marked_line(key)}" for key in ("met:0", "theirs:11", "mine:2", "looks:1", "c0000001", "")
    ]
    compare(edges.told, "edges_pact")


def test_the_plan(caseload: Caseload) -> None:
    edges = Edges(caseload)
    desk = edges.desk
    to_do, ready, waived = MilestoneStatus.TO_DO, MilestoneStatus.READY, MilestoneStatus.WAIVED
    with writing(caseload) as add:
        one, other = named(add, "Cai", "Dee")
        steps = tuple(of(Milestone, f"m{at}", f"step {at}", 20 - at, on(at - 2), at == 1, status, on(-1) if status is ready else None) for at, status in enumerate((ready, to_do, to_do, to_do, waived)))  # fmt: skip
        shown = [of(Artifact, "The model", "physics", LONG, "blue folder", Reflection.DONE), of(Artifact, "The film", "", "The film"), of(Artifact, LONG, "", "", "", Reflection.DRAFT)]  # fmt: skip
        practices = (of(Practice, on(-1), LONG, ("Clear", "Loud"), (LONG,), LONG), of(Practice, on(0)))
        panel = (of(PanelMember, "Ms. Ortiz", "biology", on(-9), on(-1)), of(PanelMember, LONG, "", on(-1)), of(PanelMember, "Coach"))  # fmt: skip
        plan = add(DefensePlan, one, held_on=on(11), claim=LONG, to_change=LONG, milestones=steps, artifacts=tuple(shown), practices=practices, panel=panel)  # fmt: skip
        for at, (feeling, says, sight) in enumerate(((2, LONG, Visibility.PRIVATE), (4, "", Visibility.STAFF), (5, "Good", Visibility.STAFF))):  # fmt: skip
            add(CheckIn, one, kind=Kind.DEFENSE_PREP, feeling=feeling, student_says=says, visibility=sight, happened_on=on(-9 + at))  # fmt: skip

    def page(title: str, cells: int = 70, **changed: Any) -> None:
        edges.page(title, plan_page(desk, replace(plan, **changed), "plan 1 of 2", cells))

    for cells in (WIDE - 2, WIDE - 1, 30):
        page(f"in {cells} cells", cells)
    desk.prose.keeps_private = True
    page("what they said kept back")
    desk.prose.keeps_private = False
    over = {"feedback_on": on(-1), "wows": ("The model", LONG), "wonders": (LONG,)}
    fed = {"celebration": LONG, "celebrated_on": on(-1)}
    again = {"outcome": DefenseOutcome.DEFEND_AGAIN, "defend_again_on": on(40)}
    for title, changed in {
        "after it": over,
        "passed": {**over, "outcome": DefenseOutcome.PASSED},
        "passed and celebrated": {**over, **fed, "outcome": DefenseOutcome.PASSED, "feeling_before": 3},
        "celebrated before it is over": {**fed, "feeling_before": 1, "feeling_says": "ready"},
        "to defend again": {**over, **again},
        "postponed": {"outcome": DefenseOutcome.POSTPONED},
    }.items():
        page(title, **changed)
    nothing: dict[str, Any] = {"claim": "", "to_change": "", "milestones": (), "artifacts": (), "practices": (), "panel": ()}  # fmt: skip
    edges.page("nothing in it yet", plan_page(desk, replace(plan, student=other, id="d9", **nothing), "", 70))
    desk.prose.shade = Shade.INITIALS
    page("shaded", **over, **again)
    edges.told += [
        f"first {first_step(replace(plan, milestones=some))!r}" for some in (steps, steps[:1], steps[4:], ())
    ]
    edges.told += [f"{key!r}: {part_of(key)}" for key in ("artifacts:0", "panel:12", "after:", "after", "x:y", "")]
    compare(edges.told, "edges_plan")


def test_what_is_turned_to_the_student(caseload: Caseload) -> None:
    with writing(caseload) as add:
        one, other, bare = named(add, "Cai", "Dee", "Eli", pronounce="kye")
        add(Term, starts_on=date(2026, 9, 1), ends_on=date(2027, 1, 15))
        lines = (of(SuccessLine, f"Draws what Dee draws {LONG}", on(-1)), of(SuccessLine, "Cuts"))
        mine = (of(Commitment, "Sketch", "every day", (on(0),), (on(0),)), of(Commitment, LONG, "", (on(0),)), of(Commitment, "Ask", "weekly", (on(-7),)))  # fmt: skip
        pact = add(Pact, one, learning_target=f"{LONG} ", status=PactStatus.ACTIVE, start_on=on(-30), next_review_on=on(1), success_evidence=lines, student_commitments=mine, advisor_commitments=(of(Commitment, "Bring", "", (on(0),)),), others=(of(OtherHelp, "Dee", "maps"),))  # fmt: skip
        new = add(Pact, other, status=PactStatus.PROPOSED, student_commitments=mine[:1], learning_target="Go")
        add(Pact, other, status=PactStatus.DRAFT)
        steps = tuple(of(Milestone, f"m{at}", f"step {at} {LONG * (at == 0)}", before, on(due), mine_, status, on(-1) if status is MilestoneStatus.READY else None) for at, (before, due, mine_, status) in enumerate(((9, 0, False, MilestoneStatus.TO_DO), (9, -1, False, MilestoneStatus.DOING), (1, 5, False, MilestoneStatus.READY), (0, 5, False, MilestoneStatus.TO_DO), (9, 5, True, MilestoneStatus.TO_DO), (9, 5, False, MilestoneStatus.WAIVED))))  # fmt: skip
        plan = add(DefensePlan, one, held_on=on(11), starts=time(9), place="Dee's room", claim="Why?", milestones=steps, to_change="Louder", artifacts=(of(Artifact, "The model", "", "It holds"), of(Artifact, "The film", "", "The film"), of(Artifact, "Notes")), practices=(of(Practice, on(-2), "", ("Clear", "Loud"), (), "Look up"), of(Practice, on(-1), "", ("Slow",), ("Not told",), "Time it")), feeling_says="ready", wows=("The ear",))  # fmt: skip
        add(Partnership, one, next_step="Show Dee the bridge")
        for facet in (Facet.HOPES, Facet.STRENGTHS, Facet.FAMILY):
            add(KnownWell, one, facet=facet, text=f"{facet.label} {LONG}", visibility=Visibility.SHAREABLE)
        add(CheckIn, one, student_says="It holds", question="Who reads it?", by=Observer.STUDENT, kind=Kind.OBSERVATION, visibility=Visibility.SHAREABLE)  # fmt: skip
        for at, alone in enumerate((Independence.WITH_ME, Independence.WITH_PROMPTS, Independence.CHECKS_AFTER, Independence.ON_OWN)):  # fmt: skip
            add(Evidence, one, seen_on=on(-9 + at), pact=pact.id, target=pact.learning_target, independence=alone, level=[*Level][at])  # fmt: skip
    edges = Edges(caseload)
    desk = edges.desk

    def page(title: str, student: str, pact: Pact | None, cells: int = 60, begun: Collection[str] = (), **other: Any) -> None:  # fmt: skip
        shared = shareable_of(caseload, student, desk.uncovered)
        assert shared is not None
        reader = Reader(desk.prose, shared.others.covered, caseload.today, caseload.calendar, "p", "P", "c")
        trend = caseload.trend_of(pact) if pact else None
        edges.rows(title, beside_rows(shared._replace(**other), pact, trend, reader, begun, cells), cells)

    page("everything", one, pact)
    page("in a few cells", one, pact, 24)
    page("in hardly any cells", other, new, 2)
    page("nothing", bare, None)
    page("a pact that is new", other, new, begun={"why", "student_commitments:0", "student_commitments:1", OWN_FORM})
    for title, changed in {
        "to be reviewed today": {"next_review_on": on(0), "target_on": on(4)},
        "begun, with no reason and no day": {"why": "", "next_review_on": None, "others": ()},
        "held today": {"why": "", "status": PactStatus.PAUSED},
        "over": {"status": PactStatus.CLOSED, "outcome": PactOutcome.REPLACED, "closed_on": on(-1), "reflections": " slow ", "comes_next": "Steel"},
        "over, with no reason": {"status": PactStatus.CLOSED, "outcome": None, "success_evidence": ()},
    }.items():  # fmt: skip
        page(title, one, replace(pact, **changed), plan=None, strengths=[], hopes=[], own_words=[], questions=[], next_step=" ")  # fmt: skip
    bare_plan = replace(plan, starts=None, place="", claim="", to_change="", milestones=(), artifacts=(), practices=practices_of(plan), feeling_says="", wows=())  # fmt: skip
    page("a plan with little in it", bare, None, plan=bare_plan)
    desk.prose.shade = Shade.INITIALS
    page("shaded", one, pact)
    compare(edges.told, "edges_beside")


def practices_of(plan: DefensePlan) -> tuple[Practice, ...]:
    """Its last practice, with no next step."""
    return (replace(plan.practices[-1], next_step="", glows=()),)


async def test_moving_on_the_screens_about_one(caseload: Caseload) -> None:
    with writing(caseload) as add:
        one, other, alone = named(add, "Cai", "Dee", "Eli")
        for student in (one, other, alone):
            for at in range(1 if student == alone else 3):
                add(Pact, student, learning_target=f"target {at}", status=[PactStatus.ACTIVE, PactStatus.DRAFT, PactStatus.CLOSED][at])  # fmt: skip
                add(DefensePlan, student, held_on=on(9 - at), milestones=(of(Milestone, "m", "step", 9, on(1)),))
            add(CheckIn, student, happened_on=date(2026, 5, 4), line="last year")
            add(Evidence, student, seen_on=date(2025, 5, 4))
            add(KnownWell, student, facet=Facet.STRESS, sensitive=True)
    told: list[str] = []
    card = Still(caseload, "card", one, cells=60, height=60)
    await card.does("unfold", "sensitive-facts")
    card.screen.on_screen_suspend()
    card.tell()
    await card.does("last-line", "unfold", "line-up", "unfold", "first-line", "last-line", "fold", "unfold")
    card.begins_again(other)
    await card.does("sensitive-facts", "next-student", "previous-student", "last-line", "unfold")
    await card.runs("turn_to", other)
    await card.runs("walk", -1)
    move_to_trash(caseload, CheckIn, caseload.store.check_ins_of(one)[0].id)
    card.redraws()
    card.screen.go_to_record(caseload.store.of_student(Evidence, one)[0].id)
    card.redraws()
    told += card.told
    for stem, kind in (("pact", Pact), ("defense", DefensePlan)):
        records: Any = caseload.store.of_student(kind, one)
        still = Still(caseload, stem, records[1].id, cells=60, height=24)
        await still.does("next-student", "next-student", "previous-student", "previous-student", "page-down", "page-up")
        if stem == "pact":
            still.screen.say("Said before.")
            still.tell()
            await still.does("next-pact", "next-pact", "next-pact", "mark-line")
        await still.runs("turn_to", records[1].id)
        if stem == "defense":
            parts = ("milestones:0", "milestones:1", "panel:0", "after:0", "milestones", "")
            still.told += [f"{key!r}: {_about(still.screen.row(key), still.desk)}" for key in parts]
        with caseload.store.change("Gone", NOW) as change:
            change.remove(records[1])
        still.redraws()
        await still.runs("turn_to", caseload.store.of_student(kind, alone)[0].id)
        if stem == "pact":
            await still.does("next-pact")
        with caseload.store.change("Gone", NOW) as change:
            change.remove(caseload.store.of_student(kind, alone)[0])
        still.redraws()
        still.screen.say("")
        still.tell()
        told += still.told
    compare(told, "edges_moving")


async def test_moving_beside_the_student(caseload: Caseload) -> None:
    with writing(caseload) as add:
        one, other = named(add, "Cai", "Dee")
        for target in ("first", "second", "third"):
            add(Pact, one, learning_target=target, status=PactStatus.ACTIVE)
        add(Pact, other, learning_target="only", status=PactStatus.CLOSED)
    still = Still(caseload, "beside", one, cells=60, height=30)
    screen = still.screen
    drawn: list[str] = []
    show = screen.body.show
    screen.body.show = lambda rows, *given: (drawn.append("drawn"), show(rows, *given))[1]

    def now(what: str) -> None:
        still.told.append(f"{what}: {' '.join(drawn) or 'not drawn'}, leaving {screen.is_leaving}")
        drawn.clear()

    screen.redraw()
    now("as it was")
    screen.on_screen_resume(SimpleNamespace())
    now("shown again")
    await still.does("other-pact", "other-pact", "other-pact", "other-pact")
    now("other pacts")
    still.desk.prose.shade = Shade.INITIALS
    screen.redraw()
    now("shaded")
    still.desk.prose.shade = Shade.OFF
    await still.does("turn-back")
    still.desk.keys["turn-back-now"] = "f2,f3"
    for key in ("f3", "f2", "f4"):
        event = key_event(key)
        screen.on_key(event)
        now(f"key {key}, stopped {event._stop_propagation} {event._no_default_action}")
    screen.begin_to_leave()
    still.begins_again(other)
    now("begun again")
    await still.does("other-pact")
    ran: list[str] = []
    screen.run_action = lambda action: _noted(ran, action)
    await screen.on_body_opened(SimpleNamespace(stop=lambda: ran.append("stopped")))
    still.told += [" ".join(ran), f"{screen.line}"]
    still.begins_again("s9")
    screen.say("Nobody is here.")
    still.tell()
    now("nobody")
    await still.does("other-pact")
    compare(still.told, "edges_moving_beside")


async def _noted(ran: list[str], action: str) -> None:
    ran.append(action)
