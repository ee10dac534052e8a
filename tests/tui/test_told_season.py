"""Stories of commands about the day a student defends their growth, compared with `told/`."""

import pytest
from defense_case import near_plan, over, without_season
from record_case import TODAY
from told_case import StandIn, compare

from advisory.caseload.caseload import Caseload
from advisory.casework.defense.plan import plan_defense
from advisory.model import DefensePlan, Student
from advisory.rules.season.milestones import THE_DAY
from advisory.tui.dialogs.schedule import Proposal
from advisory.tui.highlighted import PlanPart


@pytest.fixture
def screen(demo: Caseload) -> StandIn:
    return StandIn(demo)


async def test_what_is_asked_and_said_of_planning_a_day(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    without_season(caseload)
    maya, kai = caseload.one("Maya"), caseload.one("Kai")
    screen.stem = "defenses"
    await screen.does("edit-defense")
    await screen.does(
        "open",
        {"day": "12/12", "hour": "9"},
        {"day": "12/11", "minutes": "an hour"},
        {"minutes": ""},
        student=maya,
        row="plan",
    )
    plan = caseload.defenses[0]
    await screen.does("open", plan=plan, student=maya, row="plan")
    await screen.does(
        "edit-defense", {"place": "gym", "kind": "exhibition", "claim": "Bridges bend"}, plan=plan, student=maya
    )
    await screen.does("add-defense", "Kai", {"day": "12/11", "hour": "13:00"}, student=kai)
    days = {"first": "12/14", "last": "12/18", "hours": "9-3 pm"}
    await screen.does(
        "add-defense", "everybody", {}, {"first": "12/14", "last": "12/18", "hours": "late"}, days, lambda _dialog: None
    )
    await screen.does(
        "add-defense",
        "everybody",
        days,
        lambda dialog: Proposal(dialog._slots[:3], typed=dialog._slots[0].student_id),
        {"day": "12/18", "hour": "9:30"},
        lambda dialog: Proposal(dialog._slots),
    )
    for plan in caseload.defenses[:2]:
        by_key = {each.key: each for each in plan.milestones}
        who = caseload.store.need(Student, plan.student)
        screen.highlights(who, plan=plan, milestone=by_key["outline"], row="plan_part")
        await screen.does("milestone-day", {"on": "x"}, {"on": "12/9"})
        dated = caseload.store.need(DefensePlan, plan.id)
        screen.highlights(who, plan=dated, milestone=by_key[THE_DAY], row="plan_part")
        await screen.does("milestone-day", {"day": "x"}, {"day": "12/16"})
        await screen.does("delete-defense", plan=caseload.store.need(DefensePlan, plan.id), student=who)
    compare(screen.told, "planning_a_day")


async def test_what_is_asked_and_said_on_the_way_to_a_day_and_after_it(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    without_season(caseload)
    plan, screen.stem = near_plan(caseload), "defense"
    student = caseload.students[0]

    def at(section: str = "", number: int = 0, **more: object) -> None:
        now = caseload.store.need(DefensePlan, plan.id)
        part = PlanPart(section, number) if section else None
        screen.highlights(student, plan=now, part=part, row="plan_part", **more)

    milestone = plan.milestones[2]
    for command in ("open", "step-milestone", "step-milestone", "waive-milestone", "waive-milestone"):
        at(milestone=milestone)
        await screen.does(command)
    at()
    await screen.does("open", {"place": "hall"})
    at("artifacts")
    await screen.does("add-to-plan", "(")
    at("artifacts")
    await screen.does("add-to-plan", "something else", {"title": ""}, {"title": "a song", "reflection": "draft"})
    at("artifacts")
    await screen.does("edit-defense", {"where": "shelf", "shows": "care"})
    at()
    await screen.does(
        "add-to-plan",
        "a practice",
        {"due": "x"},
        {"glows": "calm\n\nloud", "grows": "end", "next": "slow down", "due": "fri"},
    )
    at("practices")
    await screen.does(
        "add-to-plan", {"glows": "steady", "next": "bring water", "whose": "advisor", "on": "fri", "before": "peers"}
    )
    at("practices")
    await screen.does("practice", {"glows": "again"})
    at("panel")
    await screen.does("add-to-plan", {"name": " "}, {"name": "Dr. Vance", "role": "family", "asked": "mon"})
    for _ in range(2):
        at("panel", 1)
        await screen.does("edit-defense")
    at("feeling")
    await screen.does("edit-defense", {"feeling": "4", "says": "ready"})
    at("practices")
    await screen.does("edit-defense", {})
    at("after")
    await screen.does("close-defense", "leave it")
    for section in ("panel", "practices", "artifacts"):
        at(section)
        await screen.does("delete-defense")
    for _ in range(2):
        at("feeling")
        await screen.does("delete-defense")
    await screen.does("undo")
    at("after")
    await screen.does("open", "postpone")
    compare(screen.told, "way_to_a_day")


async def test_what_is_asked_and_said_after_a_day(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    without_season(caseload)
    plan, screen.stem = over(caseload), "defense"
    first, second = caseload.students[:2]

    def now(one: DefensePlan) -> DefensePlan:
        return caseload.store.need(DefensePlan, one.id)

    other = plan_defense(caseload, second.id, TODAY, None).plan
    await screen.does(
        "close-defense",
        "write down",
        {"wows": "", "wonders": ""},
        {"wows": "a\nb", "wonders": "c"},
        "passed",
        {"how": "cake"},
        plan=other,
        student=second,
    )
    await screen.does("close-defense", plan=now(other), student=second)
    await screen.does(
        "close-defense",
        "defend again",
        {},
        {"to_change": "the end", "first": "cut", "second": "rehearse", "day": "12/18"},
        plan=plan,
        student=first,
    )
    await screen.does("close-defense", {"how": ""}, {"how": "called home"}, plan=now(plan), student=first)
    compare(screen.told, "after_a_day")
