"""What a student may see of what is kept about them is what was marked so, and nothing else."""

from itertools import product

import pytest
from caseload_case import begun, everything

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.shareable import Shareable, shareable_of
from advisory.casework.check_in.own_hand import leave_feeling, leave_question
from advisory.casework.check_in.record import record_check_in
from advisory.casework.learning.learn_fact import learn_fact
from advisory.casework.pact.discard import discard_pact
from advisory.casework.partnership.set_next_step import set_next_step
from advisory.model.words import Facet, LearnedHow, Visibility


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
