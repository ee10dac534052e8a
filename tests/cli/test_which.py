"""Which line, milestone or pact is meant: its number, its id, or how it begins; and what is said where that is unclear."""

from types import SimpleNamespace

import pytest
from record_case import TODAY, make

from advisory.cli.base.student_pact import find_pact, pact_id
from advisory.cli.defense.choice import line_number, milestone_key
from advisory.cli.pact.choice import line_of
from advisory.cli.survey import _facet, _question
from advisory.model import DefensePlan, Milestone, Pact, SuccessLine
from advisory.model.words import Facet, PactStatus
from advisory.rules.refusal import Refusal

TEXTS = ("Draws both", "Says which is more", "Says why", "2 of 3")


def said(call, *arguments):
    """The answer, or the sentence that refuses."""
    try:
        return call(*arguments)
    except Refusal as refusal:
        return str(refusal)


def test_a_line_is_meant_by_its_number_or_how_it_begins():
    parts = [SuccessLine(text=text) for text in TEXTS]
    listed = "1 Draws both; 2 Says which is more; 3 Says why; 4 2 of 3."
    for word, at in (("1", 0), ("2", 1), (" 4 ", 3), ("2 of", 3), ("DRAWS", 0), (" says w h", None), ("says why", 2)):
        expected = f"Which artifact? Say its number, or how it begins: {listed}" if at is None else at
        assert said(line_number, TEXTS, word, "artifact") == expected
        assert said(line_of, parts, word, "artifact") == expected
    for word in ("0", "5", "says", "x", "01"):
        assert said(line_number, TEXTS, word, "line") == f"Which line? Say its number, or how it begins: {listed}"
        assert said(line_of, parts, word, "line") == f"Which line? Say its number, or how it begins: {listed}"
    none = "Which line? Say its number, or how it begins: there is none."
    assert said(line_number, [], "x", "line") == said(line_of, [], "", "line") == none
    assert said(line_of, parts[:1], "", "line") == 0
    assert said(line_number, TEXTS[:1], "", "line") == "Which line? Say its number, or how it begins: 1 Draws both."


def test_a_milestone_is_meant_by_its_number_its_key_or_how_it_begins():
    steps = [("story", "The story"), ("outline", "an outline"), ("an", "The day"), ("2", "practice")]
    plan = make(
        DefensePlan,
        milestones=tuple(Milestone(key=key, label=label, days_before=1, due_on=TODAY) for key, label in steps),
    )
    for word, key in (
        ("1", "story"),
        ("2", "outline"),
        ("an", "an"),
        ("an o", "outline"),
        ("PRAC", "2"),
        (" outline ", "outline"),
    ):
        assert said(milestone_key, plan, word) == key
    listed = "Which milestone? Say its number, or how it begins: 1 The story; 2 an outline; 3 The day; 4 practice."
    for word in ("", "the", "5", "0", "x"):
        assert said(milestone_key, plan, word) == listed
    alone = make(DefensePlan)
    assert said(milestone_key, alone, "1") == "Which milestone? Say its number, or how it begins: there is none."


def test_a_question_of_a_survey_is_meant_by_how_it_begins_or_by_all_of_it():
    questions = [SimpleNamespace(text=text) for text in ("What helps?", "What helps? And when?", "Who helps?")]
    read = SimpleNamespace(questions=questions)
    for begins, at in ((" WHAT helps? ", 0), ("what helps? a", 1), ("who", 2)):
        assert said(_question, read, begins) is questions[at]
    both = "What helps?; What helps? And when?"
    assert said(_question, read, "what") == f"Several questions begin with what: {both}"
    assert said(_question, read, "why") == f"No question begins with why: {both}; Who helps?"
    assert [said(_facet, word) for word in (" hopes ", "Learns best when", "learns_best")] == [
        Facet.HOPES, Facet.LEARNS_BEST, Facet.LEARNS_BEST,
    ]  # fmt: skip
    assert said(_facet, "x").startswith("x is not an area. The areas are: interests, strengths, ")


@pytest.mark.parametrize("status", [PactStatus.ACTIVE, PactStatus.PAUSED])
def test_a_pact_is_meant_by_its_id_or_a_word_or_is_the_active_one(status):
    pacts = [
        make(Pact, 1, title="fractions", learning_target="I can divide", status=status),
        make(Pact, 2, title="reading", learning_target="I can read fractions aloud"),
    ]
    caseload = SimpleNamespace(
        store=SimpleNamespace(of_student=lambda _kind, student_id: pacts if student_id == "s0000001" else []),
        summary=lambda student_id: SimpleNamespace(pact=pacts[0] if student_id == "s0000001" else None),
    )
    both = "Name one by its id: fractions [g0000001], reading [g0000002]."
    for word, found in (
        ("g0000001", pacts[0]), ("divide", pacts[0]), ("READ", pacts[1]), ("reading I", pacts[1]),
        ("fractions", f"“fractions” fits 2 pacts with this student. {both}"),
        ("zzz", f"“zzz” fits no pact with this student. {both}"),
        ("g000000", f"“g000000” fits no pact with this student. {both}"),
    ):  # fmt: skip
        assert said(find_pact, caseload, "s0000001", word) == found
    assert said(find_pact, caseload, "s0000002", "x") == "There is no pact with this student yet. Leave out --pact."
    active = "g0000001" if status is PactStatus.ACTIVE else ""
    assert [pact_id(caseload, "s0000001", word) for word in (None, "none", "read")] == [active, "", "g0000002"]
    assert pact_id(caseload, "s0000002", None) == ""
