"""What may be done with a plan of a defense: what it becomes, and every refusal word for word."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from msgspec.structs import replace
from record_case import TODAY, make

from advisory.model import (
    Artifact,
    CognitiveInsight,
    DefensePlan,
    Evidence,
    Milestone,
    NoSchoolDay,
    Pact,
    PanelMember,
    SuccessLine,
)
from advisory.model.defense_words import DefenseOutcome, DefenseType, MilestoneStatus
from advisory.model.words import EvidenceSource, InsightStatus, PactStatus
from advisory.rules.days.school_days import Calendar
from advisory.rules.refusal import Refusal
from advisory.rules.season.another_turn import another_turn, refuse_another_turn, step_title
from advisory.rules.season.artifacts import LONGEST_TITLE, Offer, offers
from advisory.rules.season.plan_life import (
    called,
    is_upcoming,
    milestone_of,
    next_plan,
    refuse_day,
    refuse_minutes,
    refuse_over,
    shown_plan,
    with_date,
    with_feedback,
    with_outcome,
    with_status,
)
from advisory.rules.season.shown_pacts import shown_pacts

PLAIN = Calendar()
THURSDAY, ONE = date(2027, 2, 11), timedelta(days=1)
READY = {"status": MilestoneStatus.READY, "done_on": TODAY}


def step(key: str, days_before: int, **fields) -> Milestone:
    return Milestone(key=key, label=key, days_before=days_before, due_on=THURSDAY - days_before * ONE, **fields)


def plan(*milestones: Milestone, number: int = 1, **fields) -> DefensePlan:
    return make(DefensePlan, number, **{"held_on": THURSDAY, "milestones": milestones, **fields})


def refusal(act: Callable[..., object], *given: object) -> str:
    with pytest.raises(Refusal) as refused:
        act(*given)
    return str(refused.value)


def test_a_plan_is_upcoming_until_its_day_its_feedback_or_its_outcome():
    one = plan()
    assert [is_upcoming(one, THURSDAY + days * ONE) for days in (-1, 0, 1)] == [True, True, False]
    assert not is_upcoming(replace(one, feedback_on=THURSDAY), THURSDAY)
    assert not is_upcoming(replace(one, outcome=DefenseOutcome.POSTPONED), THURSDAY)
    assert [called(kind) for kind in DefenseType] == [
        "Defense",
        "Benchmark defense",
        "Exhibition",
        "Student-led conference",
    ]


def test_of_one_day_the_plan_without_an_hour_comes_first_then_the_earlier_hour_then_the_first_written():
    late, early, same = plan(number=1, starts=time(11)), plan(number=3, starts=time(9)), plan(number=2, starts=time(9))
    assert next_plan([late, early], TODAY) == early
    assert next_plan([late, early, same], TODAY) == same
    assert next_plan([late, early, plan(number=4)], TODAY) == plan(number=4)
    assert shown_plan([plan(number=1), plan(number=2)], THURSDAY + ONE) == plan(number=2)


def test_a_day_without_school_is_refused_with_the_nearest_that_has_it_and_is_not_past():
    monday = date(2026, 11, 30)
    closed = Calendar(no_school=[make(NoSchoolDay, starts_on=TODAY, ends_on=date(2027, 11, 30))])
    assert refusal(refuse_day, monday - ONE, monday - ONE, PLAIN) == (
        "Sun Nov 29, 2026 has no school. Choose Mon Nov 30, 2026."
    )
    saturday = date(2026, 11, 28)
    assert refusal(refuse_day, saturday, saturday - ONE, PLAIN) == (
        "Sat Nov 28, 2026 has no school. Choose Fri Nov 27, 2026 or Mon Nov 30, 2026."
    )
    assert refusal(refuse_day, TODAY, TODAY, closed) == "Mon Nov 23, 2026 has no school. Choose a school day."
    assert refusal(refuse_minutes, 9) == "9 minutes can't be planned: choose 10 to 240. 60 to 90 is usual."


def test_a_milestone_is_stepped_on_from_to_do_over_doing_to_ready_and_back():
    one, seen = plan(step("slides", 7), step("talk", 1)), []
    for _ in range(4):
        seen.append((one.milestones[0].status, one.milestones[0].done_on))
        one = with_status(one, "slides", None, TODAY, PLAIN)
    to_do, doing, ready = (MilestoneStatus.TO_DO, None), (MilestoneStatus.DOING, None), (MilestoneStatus.READY, TODAY)
    assert seen == [to_do, doing, ready, to_do]
    assert one.milestones[1] == step("talk", 1)
    waived = with_status(one, "slides", MilestoneStatus.WAIVED, TODAY, PLAIN)
    assert with_status(waived, "slides", MilestoneStatus.WAIVED, TODAY, PLAIN) is waived
    assert with_status(waived, "slides", None, TODAY, PLAIN).milestones[0] == step("slides", 7)
    assert refusal(milestone_of, one, "poster") == "This plan has no milestone “poster”. It has slides, talk."


def test_a_milestone_that_is_no_longer_ready_is_dated_anew_only_if_its_day_lies_after_the_plans():
    def reopened(one: Milestone) -> date:
        return with_status(plan(one), one.key, None, TODAY, PLAIN).milestones[0].due_on

    late, on_it = {"due_on": THURSDAY + ONE}, {"due_on": THURSDAY}
    assert reopened(replace(step("slides", 4, **READY), **late)) == date(2027, 2, 5)  # four days before is a Sunday
    assert reopened(replace(step("slides", 4, **READY), **on_it)) == THURSDAY
    assert reopened(replace(step("slides", 1, **READY), **late)) == THURSDAY - ONE
    assert reopened(replace(step("day", 0, **READY), **late)) == THURSDAY + ONE
    doing = replace(step("slides", 4, status=MilestoneStatus.DOING), **late)
    assert with_status(plan(doing), "slides", None, TODAY, PLAIN).milestones[0].due_on == THURSDAY + ONE


def test_a_milestone_gets_another_date_and_keeps_its_distance_from_the_day():
    one = plan(step("slides", 7), step("talk", 2), step("day", 0), step("thanks", -1))
    moved = with_date(one, "talk", date(2027, 2, 1), TODAY, PLAIN)
    assert [(each.key, each.days_before) for each in moved.milestones] == [
        ("talk", 10),
        ("slides", 7),
        ("day", 0),
        ("thanks", -1),
    ]
    assert with_date(one, "talk", THURSDAY, TODAY, PLAIN).milestones[1].days_before == 1
    assert with_date(one, "thanks", THURSDAY + ONE, TODAY, PLAIN) == one

    def said(key: str, day: date, of: DefensePlan = one) -> str:
        return refusal(with_date, of, key, day, TODAY, PLAIN)

    assert said("slides", THURSDAY, plan(step("slides", 7, **READY))) == "“slides” is ready: it keeps its day."
    assert said("day", THURSDAY) == "That milestone is the day itself. Move the day instead."
    assert said("slides", THURSDAY + ONE) == (
        "Fri Feb 12, 2027 is after the day, Thu Feb 11, 2027. Choose an earlier one."
    )
    assert said("nerves", THURSDAY + ONE, plan(step("nerves", 1))).startswith("Fri Feb 12, 2027 is after the day")
    assert said("thanks", THURSDAY) == "“thanks” comes after the day, Thu Feb 11, 2027. Choose a later one."
    assert said("slides", TODAY - ONE).startswith("Sun Nov 22, 2026 is in the past")


def test_the_panels_words_make_the_day_itself_ready():
    waived = step("gone", 0, status=MilestoneStatus.WAIVED)
    one = plan(step("slides", 1), step("day", 0), waived, step("thanks", -1))
    told = with_feedback(one, [" Clear ", "  "], [], THURSDAY)
    day = step("day", 0, status=MilestoneStatus.READY, done_on=THURSDAY)
    heard = {"wows": ("Clear",), "wonders": (), "feedback_on": THURSDAY}
    assert told == replace(one, **heard, milestones=(step("slides", 1), day, waived, step("thanks", -1)))
    assert with_feedback(one, [], ["Why?"], THURSDAY + ONE).wonders == ("Why?",)
    assert refusal(with_feedback, one, [" "], [""], THURSDAY) == (
        "What did the panel say? Type at least one wow or one wonder."
    )
    assert refusal(with_feedback, one, ["Clear"], [], THURSDAY - ONE) == (
        "The day is Thu Feb 11, 2027: the panel's words come then, not before."
    )


def test_an_outcome_is_chosen_when_it_can_be_and_a_plan_that_is_over_stays_as_it_is():
    held = plan(feedback_on=THURSDAY, wows=("Clear",))
    again = replace(held, outcome=DefenseOutcome.DEFEND_AGAIN, defend_again_on=THURSDAY)
    assert with_outcome(again, DefenseOutcome.PASSED) == replace(held, outcome=DefenseOutcome.PASSED)
    assert with_outcome(plan(), DefenseOutcome.POSTPONED) == plan(outcome=DefenseOutcome.POSTPONED)
    assert refusal(with_outcome, held, DefenseOutcome.DEFEND_AGAIN) == (
        "To defend again, say what to change, two steps and the new day: that makes a small plan of its own."
    )
    assert refusal(with_outcome, plan(), DefenseOutcome.PASSED) == (
        "First write down the panel's wows and wonders; then choose the outcome."
    )
    assert refusal(with_outcome, held, DefenseOutcome.POSTPONED) == (
        "It took place: the panel's words are written down. Choose the outcome, or undo those words first."
    )
    assert refusal(refuse_over, again, "the panel") == (
        "This one is over (defend again): the panel can't change any more. Undo, or plan a new one."
    )
    refuse_over(plan(outcome=DefenseOutcome.POSTPONED), "the panel")
    refuse_over(held, "the panel")


def test_one_more_turn_takes_over_what_stays_and_begins_the_rest_anew():
    lind = PanelMember(name="Ms Lind", role="science", asked_on=TODAY, confirmed_on=TODAY)
    kept = {"minutes": 60, "place": "Hall", "claim": "Bread rises", "artifacts": (Artifact(title="Bread"),)}
    one = plan(step("slides", 7), step("day", 0, **READY), step("thanks", -1), panel=(lind,), feedback_on=TODAY, **kept)
    day = TODAY + 30 * ONE
    first, second = (
        Milestone(key=key, label=label, days_before=before, due_on=day)
        for key, label, before in (("step_1", "Draw", 20), ("step_2", "Tell", 10))
    )
    rest = tuple(replace(step(key, before), due_on=day) for key, before in (("day", 0), ("thanks", -1)))
    assert another_turn(one, day, " Slower ", [" Draw", "Tell "], TODAY) == {
        **kept,
        "panel": (PanelMember(name="Ms Lind", role="science"),),
        "milestones": (first, second, *rest),
        "follows": one.id,
        "to_change": "Slower",
    }
    for away, distances in ((4, [2, 1]), (3, [2, 1]), (1, [1, 1]), (0, [1, 1])):
        steps = another_turn(one, TODAY + away * ONE, "x", ["a", "b"], TODAY)["milestones"]
        assert [each.days_before for each in steps[:2]] == distances
    titles = [step_title(step(key, 1)) for key in ("step_1", "step_12", "step_x", "1", "slides")]
    assert titles == ["step 1", "step 12", "", "", ""]


def test_one_more_turn_needs_the_panels_words_a_change_and_two_steps():
    held = plan(feedback_on=THURSDAY, wows=("Clear",))
    refuse_another_turn(held, "Slower", ["Draw", "Tell"])
    two, change = "Two steps lead to the new day. Type both.", "What will be different next time? Type a few words."
    assert refusal(refuse_another_turn, plan(), "Slower", ["a", "b"]).startswith("First write down the panel's wows")
    assert refusal(refuse_another_turn, held, " ", ["a", "b"]) == change
    for steps in (["a"], ["a", "b", "c"], ["a", " "], [" ", "b"]):
        assert refusal(refuse_another_turn, held, "Slower", steps) == two


def test_what_is_there_is_offered_as_an_artifact_once_and_titled_by_its_first_line():
    met = SuccessLine(text="Draws it", met_on=TODAY)
    lines = (met, SuccessLine(text="Tells it"), replace(met, text="Shows it"))
    fractions = {"area": "math", "title": "Fractions", "start_on": TODAY}
    active = make(Pact, 1, status=PactStatus.ACTIVE, **fractions)
    closed = make(Pact, 2, status=PactStatus.CLOSED, closed_on=THURSDAY, success_evidence=lines, **fractions)
    draft, taken = make(Pact, 3), make(Pact, 4, status=PactStatus.ACTIVE)
    quiz = {"seen_on": TODAY, "source": EvidenceSource.QUIZ, "pact": active.id, "target": "the target"}
    long = "word " * 16
    seen = [
        make(Evidence, 1, seen=long + "over", **quiz),
        make(Evidence, 2, seen="two\n lines", success_line="Draws it", **{**quiz, "seen_on": TODAY + ONE, "pact": ""}),
    ]
    insights = [
        make(CognitiveInsight, 1, transferred_to="physics", area="math", noticed_on=TODAY),
        make(CognitiveInsight, 2, transferred_to="art", status=InsightStatus.RESOLVED),
        make(CognitiveInsight, 3, transferred_to="art", status=InsightStatus.PARKED),
        make(CognitiveInsight, 4),
    ]
    one = plan(artifacts=(Artifact(title="Taken over", came_from=taken.id),))

    def offer(noun: str, on: date, came_from: str, title: str, subject: str, shows: str) -> Offer:
        return Offer(Artifact(title=title, subject=subject, shows=shows, came_from=came_from), noun, on)

    assert offers(one, [active, closed, draft, taken], seen, insights) == [
        offer("pact", TODAY, active.id, "Fractions", "math", active.learning_target),
        offer("pact", THURSDAY, closed.id, "Fractions", "math", "Draws it; Shows it"),
        offer("evidence, quiz", TODAY + ONE, seen[1].id, "two lines", "", "Draws it"),
        offer("evidence, quiz", TODAY, seen[0].id, f"{'word ' * 15}word …", "math", "the target"),
        offer("insight", TODAY, insights[0].id, "math: physics", "math", "used as well in physics"),
        offer("insight", TODAY, insights[1].id, "art", "", "used as well in art"),
    ]
    fits = make(Evidence, 3, seen="x" * LONGEST_TITLE)
    assert offers(one, [], [fits], [])[0].artifact.title == fits.seen
    assert offers(one, [], [replace(fits, seen=f"{fits.seen}y")], [])[0].artifact.title == f"{fits.seen} …"


def test_a_panel_looks_for_the_lines_of_what_became_an_artifact_else_of_the_active_pact():
    active, closed = make(Pact, 1, status=PactStatus.ACTIVE), make(Pact, 2, status=PactStatus.CLOSED)
    assert shown_pacts(plan(), [closed, active]) == [active]
    assert shown_pacts(plan(artifacts=(Artifact(title="x", came_from=closed.id),)), [closed, active]) == [closed]
