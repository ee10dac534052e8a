"""The question to ask a student today."""

from datetime import timedelta

from record_case import TODAY

from advisory.model.words import Facet
from advisory.rules.learning.facet_question import SIDES
from advisory.rules.learning.known_well import Known
from advisory.rules.learning.question_to_ask import question_to_ask

KNOWN = dict.fromkeys(Facet, Known.KNOWN)


def asked(areas: dict[Facet, Known]) -> set[str]:
    return {question_to_ask(areas, TODAY + timedelta(days=away)) for away in range(60)}


def test_it_asks_about_what_is_known_least_and_over_the_days_about_all_of_it():
    areas = KNOWN | {Facet.HOPES: Known.EMPTY, Facet.NAME: Known.EARLIER, Facet.PEERS: Known.EMPTY}
    assert asked(areas) == {SIDES[Facet.HOPES].questions[0], SIDES[Facet.PEERS].questions[0]}
    assert asked(KNOWN | {Facet.NAME: Known.EARLIER}) == {SIDES[Facet.NAME].questions[0]}


def test_it_stays_the_same_for_a_day_and_there_is_always_one():
    assert question_to_ask(KNOWN, TODAY) == question_to_ask(KNOWN, TODAY)
    assert len(asked(KNOWN)) == len(Facet)
