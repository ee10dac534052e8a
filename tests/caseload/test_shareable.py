"""What a student may see of what is kept about them is what was marked so, and nothing else."""

from itertools import product

import pytest
from added import add
from caseload_case import begun, everything
from msgspec.structs import replace
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.shareable import Shareable, shareable_of, texts_of, texts_of_plan
from advisory.casework.check_in.own_hand import leave_feeling, leave_question
from advisory.casework.check_in.record import record_check_in
from advisory.casework.learning.learn_fact import learn_fact
from advisory.casework.pact.discard import discard_pact
from advisory.casework.partnership.set_next_step import set_next_step
from advisory.model import Commitment, DefensePlan, OtherHelp, Pact, SuccessLine
from advisory.model.defense import Artifact, Milestone, PanelMember, Practice
from advisory.model.defense_words import DefenseOutcome
from advisory.model.words import Facet, LearnedHow, PactStatus, Visibility


def shareable(caseload: Caseload, student_id: str) -> Shareable:
    shared = shareable_of(caseload, student_id, {})
    assert shared is not None
    return shared


def test_of_the_facts_only_shareable_strengths_and_hopes(caseload: Caseload) -> None:
    maya = begun(caseload).maya
    for facet, sensitive, visibility in product(Facet, (False, True), Visibility):
        text = f"{facet.value}, {sensitive}, {visibility.value}"
        learn_fact(caseload, maya.id, facet, text, how=LearnedHow.TOLD_ME, sensitive=sensitive, visibility=visibility)
    shared = shareable(caseload, maya.id)
    assert shared.strengths == ["strengths, False, shareable"]
    assert shared.hopes == ["hopes, False, shareable"]


@pytest.mark.parametrize("visibility", list(Visibility))
def test_of_a_check_in_only_the_student_s_own_words_and_only_when_shareable(
    caseload: Caseload, visibility: Visibility
) -> None:
    maya = begun(caseload).maya
    for number in range(4):
        record_check_in(caseload, maya.id, "line", body="body", student_says=f"mine {number}", visibility=visibility)
    record_check_in(caseload, maya.id, "line", body="body", student_says=" ", visibility=visibility)
    said = shareable(caseload, maya.id).own_words
    assert said == (["mine 3", "mine 2", "mine 1"] if visibility is Visibility.SHAREABLE else [])


def test_what_the_student_left_by_their_own_hand(caseload: Caseload) -> None:
    maya = begun(caseload).maya
    record_check_in(caseload, maya.id, "line", feeling=2, student_says="so-so", visibility=Visibility.SHAREABLE)
    leave_feeling(caseload, maya.id, 5)
    leave_question(caseload, maya.id, "Why a moose?")
    shared = shareable(caseload, maya.id)
    assert (shared.own_words, shared.questions) == (["5 of 5, very good", "so-so"], ["Why a moose?"])
    assert set(shared.texts) > {*shared.own_words, *shared.questions}


def test_the_pacts_but_for_discarded_ones_and_the_next_step(caseload: Caseload) -> None:
    book = begun(caseload)
    set_next_step(caseload, book.maya.id, "teach the table")
    shared = shareable(caseload, book.maya.id)
    assert (shared.pacts, shared.next_step) == ([book.pact], "teach the table")
    discard_pact(caseload, book.pact)
    assert shareable(caseload, book.maya.id).pacts == []


def test_nothing_of_anybody_else_and_their_names_are_known(caseload: Caseload) -> None:
    book = begun(caseload)
    shared = shareable(caseload, book.left.id)
    assert (shared.pacts, shared.strengths, shared.hopes, shared.own_words, shared.next_step) == ([], [], [], [], "")
    assert shared.others.covered("Maya helps Kai") == "Another student helps Kai"
    assert shareable(caseload, book.maya.id).others.covered("with Kai, who left") == "with another student, who left"


def test_of_a_student_who_is_not_there_nothing_is_told(caseload: Caseload) -> None:
    begun(caseload)
    before = everything(caseload)
    assert shareable_of(caseload, "s0000999", {}) is None
    assert everything(caseload) == before


def test_the_texts_of_a_pact_and_of_a_plan_are_those_the_student_may_read_in_their_order(caseload: Caseload) -> None:
    maya = begun(caseload).maya
    pact = add(
        caseload,
        Pact,
        learning_target="target",
        status=PactStatus.ACTIVE,
        title="title",
        why="why",
        starting_point="start",
        success_evidence=(SuccessLine(text="sign"),),
        student_commitments=(Commitment(text="mine", how_often="daily"),),
        advisor_commitments=(Commitment(text="yours", how_often="weekly"),),
        others=(OtherHelp(who="a coach", text="listens"),),
        reflections="grew",
        comes_next="rest",
    )
    assert list(texts_of(pact)) == [
        *("target", "why", "grew", "rest", "sign"),
        *("mine", "daily", "yours", "weekly", "a coach: listens"),
    ]
    milestones = (
        Milestone(key="a", label="invite", days_before=5, due_on=TODAY),
        Milestone(key="b", label="book the room", days_before=4, due_on=TODAY, mine=True),
    )
    plan = add(
        caseload,
        DefensePlan,
        place="gym",
        claim="claim",
        panel=(PanelMember(name="Dr. Ray"),),
        artifacts=(Artifact(title="draft", shows="shows growth"),),
        milestones=milestones,
        practices=(Practice(on=TODAY, glows=("clear",), grows=("slow",), next_step="louder"),),
        feeling_before=3,
        feeling_says="shaky",
        to_change="breathe",
    )
    assert list(texts_of_plan(plan)) == [
        *("claim", "gym", "shaky", "breathe", "invite", "draft", "shows growth", "clear", "louder"),
    ]
    shared = shareable(caseload, maya.id)
    assert shared.plan == plan
    assert list(shared.texts)[-9:] == list(texts_of_plan(plan))
    assert list(shared.texts)[-19:-9] == list(texts_of(pact))
    over = {"wows": ("calm",), "feedback_on": TODAY, "outcome": DefenseOutcome.PASSED}
    with caseload.store.change("Held", caseload.now()) as change:
        held = replace(plan, **over)
        change.put(held)
    assert list(texts_of_plan(held))[-1] == "calm"
    assert shareable(caseload, maya.id).plan is None
