"""The answers of a survey become facts: once each, in one change, and never of a day to come."""

from datetime import timedelta

import pytest
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.learning.learn_survey import learn_survey
from advisory.casework.student.add import add_student
from advisory.model import KnownWell
from advisory.model.words import Facet, LearnedHow, Visibility
from advisory.rules.learning.survey_answer import SurveyAnswer
from advisory.rules.refusal import Refusal


@pytest.fixture
def ids(caseload: Caseload) -> list[str]:
    return [add_student(caseload, given_name=name, family_name="Reed").id for name in ("Amina", "Ben")]


def test_each_answer_is_a_private_fact_of_its_day_and_one_undo_takes_all_back(caseload: Caseload, ids) -> None:
    earlier = TODAY - timedelta(days=9)
    done = learn_survey(
        caseload,
        [
            SurveyAnswer(ids[0], Facet.HOPES, " build  bridges ", earlier, sensitive=False),
            SurveyAnswer(ids[0], Facet.STRESS, "tests", TODAY, sensitive=True),
            SurveyAnswer(ids[1], Facet.HOPES, "build bridges", TODAY, sensitive=False),
        ],
    )
    assert done.sentence == "Learned 3 answers of 2 students."
    hopes, stress, other = caseload.store.all(KnownWell)
    assert (hopes.student, hopes.facet, hopes.text, hopes.learned_on) == (
        ids[0],
        Facet.HOPES,
        "build  bridges",
        earlier,
    )
    assert {fact.how for fact in (hopes, stress, other)} == {LearnedHow.SURVEY}
    assert {fact.visibility for fact in (hopes, stress, other)} == {Visibility.PRIVATE}
    assert [fact.sensitive for fact in (hopes, stress, other)] == [False, True, False]
    undone = caseload.store.undo(caseload.now())
    assert undone is not None
    assert undone.what == "Survey answers"
    assert caseload.store.all(KnownWell) == []


def test_an_answer_known_word_for_word_is_not_learned_again(caseload: Caseload, ids) -> None:
    answer = SurveyAnswer(ids[0], Facet.HOPES, "Build bridges", TODAY, sensitive=False)
    again = answer._replace(text="build   BRIDGES")
    assert learn_survey(caseload, [answer, again]).sentence == "Learned 1 answer of 1 student; 1 answer known already."
    before = caseload.store.seq
    assert learn_survey(caseload, [again]).sentence == "Nothing new in these answers; 1 answer known already."
    assert caseload.store.seq == before
    assert learn_survey(caseload, []).sentence == "Nothing new in these answers."
    elsewhere = again._replace(facet=Facet.SKILLS)
    assert learn_survey(caseload, [elsewhere, again._replace(student_id=ids[1])]).facts == 2


@pytest.mark.parametrize("answer", [{"text": "  "}, {"on": TODAY + timedelta(days=1)}])
def test_one_wrong_answer_refuses_all(caseload: Caseload, ids, answer) -> None:
    right = SurveyAnswer(ids[0], Facet.HOPES, "build bridges", TODAY, sensitive=False)
    with pytest.raises(Refusal):
        learn_survey(caseload, [right, right._replace(**answer)])
    assert caseload.store.all(KnownWell) == []
