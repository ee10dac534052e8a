"""A student's way to the day, verb by verb: each is one change that one undo takes back, and each no is a sentence."""

from datetime import date, time, timedelta

import pytest
from caseload_case import everything
from each_row import each_row
from msgspec.structs import replace
from record_case import NOW, TODAY
from season_case import THE_DAY, due, in_school, planned

from advisory.casework.calendar.no_school_days import add_no_school_days, edit_no_school_days
from advisory.casework.calendar.term import add_term, edit_term
from advisory.casework.defense.artifact import add_artifact, edit_artifact, remove_artifact, take_over
from advisory.casework.defense.edit import edit_defense
from advisory.casework.defense.feeling import note_feeling
from advisory.casework.defense.milestone import date_milestone, step_milestone, waive_milestone
from advisory.casework.defense.move import NewDay, date_milestones_anew, move_day, move_days
from advisory.casework.defense.outcome import celebrate, choose_outcome, defend_again, give_feedback
from advisory.casework.defense.panel import ask_panel, confirm_panel, remove_from_panel
from advisory.casework.defense.plan import plan_defense, schedule_defenses
from advisory.casework.defense.practice import note_practice, remove_practice
from advisory.casework.learning.note_insight import note_insight
from advisory.casework.learning.record_evidence import record_evidence
from advisory.casework.pact.draft import draft_pact
from advisory.casework.student.add import add_student
from advisory.casework.trash import move_to_trash
from advisory.casework.undo import undo
from advisory.model import CognitiveInsight, DefensePlan, FollowUp, NoSchoolDay, Pact, Term
from advisory.model.defense_words import DefenseOutcome, DefenseType, MilestoneStatus, Reflection
from advisory.model.words import EvidenceSource, PactStatus, Party
from advisory.rules.refusal import Refusal
from advisory.rules.season.schedule import Slot
from advisory.store import Conflict

NEXT_DAY = THE_DAY + timedelta(days=1)
PAST = date(2026, 11, 19)


def over(caseload):
    """A plan whose day was last Thursday, with the panel's words."""
    plan = planned(caseload)
    with caseload.store.change("By hand", NOW) as change:
        plan = change.put(replace(plan, held_on=PAST, claim="Drawing is how I think"))
    plan = ask_panel(caseload, plan, "Ms Lind", "art")
    plan = confirm_panel(caseload, plan, 0)
    plan = add_artifact(caseload, plan, "The bridge")
    return give_feedback(caseload, plan, wows=["She asked back", " "], wonders=["What next?"])


VERBS = {
    "edit": lambda c, p: edit_defense(c, p, kind=DefenseType.EXHIBITION, starts=None, minutes=60, claim="I ask better"),
    "move": lambda c, p: move_day(c, p, NEXT_DAY),
    "move many": lambda c, p: move_days(c, [NewDay(p, NEXT_DAY, time(13))]),
    "step": lambda c, p: step_milestone(c, p, "artifacts"),
    "waive": lambda c, p: waive_milestone(c, p, "outline"),
    "another day": lambda c, p: date_milestone(c, p, "story", date(2027, 1, 11)),
    "artifact": lambda c, p: add_artifact(c, p, "The bridge", shows="patience"),
    "ask": lambda c, p: ask_panel(c, p, "Ms Lind", "art"),
    "practice": lambda c, p: note_practice(c, p, glows=["The beginning"], next_step="Slower", before="you"),
    "feeling": lambda c, p: note_feeling(c, p, 2, "Like before a race"),
    "postpone": lambda c, p: choose_outcome(c, p, DefenseOutcome.POSTPONED),
    "celebrate": lambda c, p: celebrate(c, p, "Tea for three"),
    "delete": lambda c, p: move_to_trash(c, DefensePlan, p.id),
}
CALLED = {
    "edit": "Plan edited: defense",
    "move": "Moved: defense",
    "move many": "Days moved: 1",
    "step": "Milestone: doing",
    "waive": "Milestone: waived",
    "another day": "Milestone has another day",
    "artifact": "Artifact added",
    "ask": "Panel member asked",
    "practice": "Practice noted",
    "feeling": "Feeling before the day noted",
    "postpone": "Outcome chosen: postponed",
    "celebrate": "Celebration noted",
    "delete": "Plan deleted",
}
"""What undo says of each."""
REFUSALS = {
    "a past day": (lambda c, p: move_day(c, p, PAST), "in the past"),
    "a weekend": (
        lambda c, p: move_day(c, p, date(2027, 2, 13)),
        "has no school. Choose Fri Feb 12, 2027 or Mon Feb 15, 2027",
    ),
    "a second one": (
        lambda c, p: plan_defense(c, p.student, NEXT_DAY),
        "Maya Okafor has a defense on Thu Feb 11, 2027 already",
    ),
    "five minutes": (lambda c, p: edit_defense(c, p, minutes=5), "choose 10 to 240"),
    "a plan of five minutes": (
        lambda c, p: plan_defense(c, p.student, NEXT_DAY, kind=DefenseType.EXHIBITION, minutes=5),
        "choose 10 to 240",
    ),
    "nobody": (lambda c, _: schedule_defenses(c, []), "Nobody is scheduled"),
    "nothing to move": (lambda c, _: move_days(c, []), "Nothing is on that day"),
    "no such milestone": (lambda c, p: step_milestone(c, p, "cake"), "no milestone “cake”"),
    "a milestone after the day": (lambda c, p: date_milestone(c, p, "story", NEXT_DAY), "is after the day"),
    "a debrief before the day": (lambda c, p: date_milestone(c, p, "debrief", THE_DAY), "comes after the day"),
    "the day as a milestone": (lambda c, p: date_milestone(c, p, "the_day", THE_DAY), "Move the day instead"),
    "an artifact without a title": (lambda c, p: add_artifact(c, p, " "), "Give it a title"),
    "taking over nothing": (lambda c, p: take_over(c, p, "g0000099"), "can't be taken over"),
    "no name": (lambda c, p: ask_panel(c, p, " "), "Type a name"),
    "asked tomorrow": (lambda c, p: ask_panel(c, p, "Ms Lind", asked_on=NEXT_DAY), "to come"),
    "a practice of nothing": (lambda c, p: note_practice(c, p, glows=[" "]), "What glowed"),
    "a step due yesterday": (lambda c, p: note_practice(c, p, next_step="x", due_on=PAST), "in the past"),
    "a feeling of six": (lambda c, p: note_feeling(c, p, 6), "1 to 5"),
    "no feeling": (lambda c, p: note_feeling(c, p, None), "Type a number"),
    "feedback before the day": (lambda c, p: give_feedback(c, p, wows=["x"]), "come then, not before"),
    "the outcome before the feedback": (
        lambda c, p: choose_outcome(c, p, DefenseOutcome.PASSED),
        "First write down the panel's wows and wonders",
    ),
    "another turn before the feedback": (
        lambda c, p: defend_again(c, p, NEXT_DAY, to_change="x", steps=["a", "b"]),
        "First write down",
    ),
    "a celebration of nothing": (lambda c, p: celebrate(c, p, ""), "How was it celebrated"),
}


@each_row("name", VERBS)
def test_each_is_one_change_which_one_undo_takes_back(caseload, name):
    plan = planned(caseload)
    before = everything(caseload)
    VERBS[name](caseload, plan)
    after = everything(caseload)
    assert after != before
    what = undo(caseload).what
    assert what == CALLED[name]
    assert {id_: everything(caseload)[id_] for id_ in before} == before
    caseload.store.redo(NOW)
    assert everything(caseload) == after
    undo(caseload)


@each_row("name", VERBS)
def test_what_was_changed_meanwhile_is_not_overwritten(caseload, name):
    if name == "delete":
        return
    plan = replace(planned(caseload), feeling_says="older")
    with pytest.raises(Conflict):
        VERBS[name](caseload, plan)


@each_row("name", REFUSALS)
def test_a_no_is_a_sentence_and_changes_nothing(caseload, name):
    plan = planned(caseload)
    before = everything(caseload)
    verb, words = REFUSALS[name]
    with pytest.raises(Refusal, match=words.replace("(", r"\(")):
        verb(caseload, plan)
    assert everything(caseload) == before


def test_a_plan_begins_with_its_milestones_and_says_what_is_closer(caseload):
    maya = in_school(caseload)
    made = plan_defense(caseload, maya.id, date(2026, 12, 18), place=" Hall ", claim=" I ask ")
    assert (made.plan.place, made.plan.claim, made.plan.starts) == ("Hall", "I ask", None)
    assert [one.key for one in made.closer][:2] == ["artifacts", "evidence"]
    assert due(made.plan)["the_day"] == date(2026, 12, 18)
    assert due(made.plan)["debrief"] == date(2027, 1, 4)


def test_a_caseload_is_scheduled_in_one_change_or_not_at_all(caseload):
    maya = in_school(caseload)
    jun = add_student(caseload, given_name="Jun", family_name="Sato")
    schedule_defenses(caseload, [Slot(maya.id, THE_DAY, time(9)), Slot(jun.id, THE_DAY, time(10, 30))], place="Hall")
    assert [(plan.student, plan.starts) for plan in caseload.defenses] == [(maya.id, time(9)), (jun.id, time(10, 30))]
    assert undo(caseload).what == "Scheduled: 2 × defense"
    assert caseload.defenses == []
    with pytest.raises(Refusal, match="no school"):
        schedule_defenses(caseload, [Slot(maya.id, THE_DAY, None), Slot(jun.id, date(2027, 2, 13), None)])
    assert caseload.defenses == []


def test_moving_tells_what_moved_and_a_milestone_done_keeps_its_day(caseload):
    plan = step_milestone(caseload, planned(caseload), "artifacts", MilestoneStatus.READY)
    moved = move_day(caseload, plan, THE_DAY + timedelta(days=7), None)
    assert (moved.plan.held_on, moved.plan.starts) == (THE_DAY + timedelta(days=7), None)
    assert due(moved.plan)["artifacts"] == due(plan)["artifacts"]
    assert {one.key for one in moved.milestones} == due(plan).keys() - {"artifacts"}


def test_a_day_of_snow_moves_all_that_was_on_it_and_dates_the_others_again(caseload):
    plan = planned(caseload)
    jun = add_student(caseload, given_name="Jun", family_name="Sato")
    later = plan_defense(caseload, jun.id, THE_DAY + timedelta(days=7)).plan
    before = due(later)
    done = add_no_school_days(caseload, [(THE_DAY, THE_DAY, "Snow")])
    assert done.sentence == "Days without school: 1 added. The milestones of 1 plan moved off them."
    plan, later = (caseload.store.need(DefensePlan, one.id) for one in (plan, later))
    assert [key for key, on in due(later).items() if on != before[key]] == ["panel_and_family"]
    assert date_milestones_anew(caseload) == ()
    (moved,) = move_days(caseload, [NewDay(plan, NEXT_DAY)])
    assert (moved.plan.held_on, moved.plan.starts) == (NEXT_DAY, time(9))
    undo(caseload)
    undo(caseload)
    assert due(caseload.store.need(DefensePlan, later.id)) == before


def test_milestones_move_off_the_days_that_a_break_or_a_term_takes_and_come_back_by_undo_alone(caseload):
    plan = planned(caseload)
    before, (free,), (_, spring) = due(plan), caseload.store.all(NoSchoolDay), caseload.store.all(Term)
    day, story = timedelta(days=1), before["story"]

    def now() -> dict[str, date]:
        return due(caseload.store.need(DefensePlan, plan.id))

    edit_term(caseload, spring, "Spring", story + day, spring.ends_on)
    assert (now()["story"], now()["the_day"]) == (date(2026, 12, 18), THE_DAY)
    undo(caseload)
    assert now() == before
    move_to_trash(caseload, Term, spring.id)
    add_term(caseload, "Late", story + day, date(2027, 6, 18))
    assert now()["story"] == date(2026, 12, 18)
    for _ in range(2):
        undo(caseload)
    assert now() == before
    storm = edit_no_school_days(caseload, free, story, story, "Storm")
    moved = now()
    assert moved["story"] < story
    move_to_trash(caseload, NoSchoolDay, storm.id)
    add_no_school_days(caseload, [(date(2027, 6, 1), date(2027, 6, 1), "Far away")])
    assert now() == moved


def test_a_step_goes_from_to_do_over_doing_to_ready_and_back(caseload):
    plan, seen = planned(caseload), []
    for _ in range(3):
        plan = step_milestone(caseload, plan, "outline")
        one = next(one for one in plan.milestones if one.key == "outline")
        seen.append((one.status.value, one.done_on))
    assert seen == [("doing", None), ("ready", TODAY), ("to_do", None)]
    waived = waive_milestone(caseload, plan, "outline")
    assert next(one for one in waived.milestones if one.key == "outline").status is MilestoneStatus.WAIVED
    assert waive_milestone(caseload, waived, "outline").milestones == plan.milestones


def test_a_day_of_ones_own_keeps_its_distance_when_the_day_moves(caseload):
    plan = date_milestone(caseload, planned(caseload), "story", date(2027, 1, 5))
    moved = move_day(caseload, plan, THE_DAY + timedelta(days=7))
    assert due(moved.plan)["story"] == date(2027, 1, 12)
    ready = step_milestone(caseload, moved.plan, "story", MilestoneStatus.READY)
    with pytest.raises(Refusal, match="keeps its day"):
        date_milestone(caseload, ready, "story", date(2027, 1, 11))


def test_one_that_is_open_again_is_not_after_a_day_that_came_nearer(caseload):
    plan = step_milestone(caseload, planned(caseload), "logistics", MilestoneStatus.READY)
    plan = move_day(caseload, plan, date(2027, 1, 14)).plan
    assert due(plan)["logistics"] == date(2027, 2, 5)
    assert due(step_milestone(caseload, plan, "logistics"))["logistics"] == date(2027, 1, 11)


def test_artifacts_are_taken_over_and_nothing_is_typed_twice(caseload):
    plan = planned(caseload)
    pact = draft_pact(caseload, plan.student, "I can say why fractions divide", area="math")
    with pytest.raises(Refusal):
        take_over(caseload, plan, pact.id)
    with caseload.store.change("By hand", NOW) as change:
        change.put(replace(pact, status=PactStatus.ACTIVE))
    seen = record_evidence(caseload, plan.student, "Explained it " * 20, source=EvidenceSource.QUIZ, pact=pact.id)
    insight = note_insight(caseload, plan.student, thinking="Longer is larger", misconception="0.45 > 0.5", area="math")
    with caseload.store.change("By hand", NOW) as change:
        change.put(replace(insight, transferred_to="cooking"))
    for source in (pact, seen, insight):
        plan = take_over(caseload, plan, source.id)
    assert [(one.subject, one.came_from) for one in plan.artifacts] == [
        ("math", pact.id), ("math", seen.id), ("math", insight.id),
    ]  # fmt: skip
    assert [one.title for one in plan.artifacts][::2] == ["I can say why fractions divide", "math: cooking"]
    assert len(plan.artifacts[1].title) < 90
    with pytest.raises(Refusal, match="already"):
        take_over(caseload, plan, pact.id)
    plan = edit_artifact(caseload, plan, 0, reflection=Reflection.DONE, title=" Fractions ")
    assert (plan.artifacts[0].title, plan.artifacts[0].reflection) == ("Fractions", Reflection.DONE)
    assert [one.came_from for one in remove_artifact(caseload, plan, 1).artifacts] == [pact.id, insight.id]
    assert caseload.store.need(Pact, pact.id)
    assert caseload.store.need(CognitiveInsight, insight.id)


def test_the_panel_is_asked_and_says_yes(caseload):
    plan = ask_panel(caseload, planned(caseload), " Ms  Lind ", "art")
    with pytest.raises(Refusal, match="already"):
        ask_panel(caseload, plan, "ms lind")
    yes = confirm_panel(caseload, plan, 0)
    assert (yes.panel[0].name, yes.panel[0].asked_on, yes.panel[0].confirmed_on) == ("Ms Lind", TODAY, TODAY)
    assert next(caseload.store.changes()).what == "Panel member confirmed"
    yes = confirm_panel(caseload, yes, 0, confirmed_on=PAST)
    assert yes.panel[0].confirmed_on == PAST
    assert confirm_panel(caseload, yes, 0).panel == plan.panel
    assert next(caseload.store.changes()).what == "Panel member not confirmed"
    assert remove_from_panel(caseload, caseload.store.need(DefensePlan, plan.id), 0).panel == ()


@each_row("whose", [Party.STUDENT, Party.ADVISOR])
def test_the_next_step_of_a_practice_is_a_promise_of_either(caseload, whose):
    plan = planned(caseload)
    made = note_practice(
        caseload, plan, glows=["Eye contact", ""], grows=["Slower"], before="Jun",
        next_step=" Time it ", whose=whose, due_on=TODAY,
    )  # fmt: skip
    assert (made.promise.text, made.promise.owner, made.promise.source) == ("Time it", whose, made.plan.id)
    assert made.plan.practices[0].glows == ("Eye contact",)
    earlier = note_practice(caseload, made.plan, grows=["Louder"], on=PAST)
    assert earlier.promise is None
    assert [one.on for one in earlier.plan.practices] == [PAST, TODAY]
    assert [one.on for one in remove_practice(caseload, earlier.plan, 0).practices] == [TODAY]
    assert len(caseload.store.all(FollowUp)) == 1
    for _ in range(3):
        undo(caseload)


def test_the_panels_words_come_before_the_outcome_and_end_the_day(caseload):
    plan = over(caseload)
    assert (plan.wows, plan.wonders, plan.feedback_on) == (("She asked back",), ("What next?",), TODAY)
    assert next(one for one in plan.milestones if one.key == "the_day").done_on == PAST
    for early in (give_feedback, celebrate):
        words = {"wows": ["x"]} if early is give_feedback else {"how": "Cake"}
        with pytest.raises(Refusal, match="to come"):
            early(caseload, plan, **words, on=THE_DAY)
    assert give_feedback(caseload, plan, wows=["She asked back"], wonders=["What next?"], on=PAST).feedback_on == PAST
    assert undo(caseload).what == "Panel's words written down"
    passed = choose_outcome(caseload, plan, DefenseOutcome.PASSED)
    assert passed.is_over
    with pytest.raises(Refusal, match="This one is over"):
        move_day(caseload, passed, THE_DAY)
    with pytest.raises(Refusal, match="This one is over"):
        choose_outcome(caseload, passed, DefenseOutcome.POSTPONED)
    passed = celebrate(caseload, passed, "Cake")
    assert passed.celebrated_on == TODAY
    assert celebrate(caseload, passed, "Cake", on=PAST).celebrated_on == PAST


def test_to_defend_again_makes_a_small_plan_of_its_own(caseload):
    plan = over(caseload)
    before = everything(caseload)
    for change, steps, words in [
        (" ", ["a", "b"], "different"),
        ("x", ["a"], "Two steps"),
        ("x", ["a", " "], "Two steps"),
    ]:
        with pytest.raises(Refusal, match=words):
            defend_again(caseload, plan, THE_DAY, to_change=change, steps=steps)
    with pytest.raises(Refusal, match="small plan of its own"):
        choose_outcome(caseload, plan, DefenseOutcome.DEFEND_AGAIN)
    day = date(2026, 12, 10)
    turn = defend_again(caseload, plan, day, time(9), to_change="Begin with the drawing", steps=["Draw it", "Show Jun"])
    assert (turn.plan.outcome, turn.plan.defend_again_on) == (DefenseOutcome.DEFEND_AGAIN, day)
    small = turn.next.plan
    assert (small.follows, small.to_change, small.claim) == (plan.id, "Begin with the drawing", plan.claim)
    assert [(one.label, f"{one.due_on:%b %d}") for one in small.milestones] == [
        ("Draw it", "Nov 27"), ("Show Jun", "Dec 04"), ("the day", "Dec 10"), ("debrief", "Dec 14"),
    ]  # fmt: skip
    assert all(one.is_open for one in small.milestones)
    assert [(one.name, one.confirmed_on) for one in small.panel] == [("Ms Lind", None)]
    assert small.artifacts == plan.artifacts
    undo(caseload)
    assert everything(caseload)[plan.id] == before[plan.id]
    assert caseload.defenses == [plan]


def test_a_postponed_one_is_planned_again_by_its_new_day(caseload):
    plan = choose_outcome(caseload, planned(caseload), DefenseOutcome.POSTPONED)
    assert not plan.is_over
    assert move_day(caseload, plan, NEXT_DAY).plan.outcome is None
