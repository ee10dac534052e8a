"""Where pacts stand, in which order, and what each waits for."""

from datetime import date

from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st
from record_case import TODAY, make

from advisory.model import Agreement, Pact
from advisory.model.words import Agreed, Observer, PactOutcome, PactStatus
from advisory.rules.days.school_days import Calendar
from advisory.rules.pact.party import UNNAMED, advisor_name
from advisory.rules.pact.shelf import Shelf, by_shelf, waiting_words

FRIDAY = date(2026, 11, 20)


def pact(number=1, status=PactStatus.ACTIVE, look=None, **fields):
    return make(Pact, number, status=status, next_review_on=look, **fields)


def yes(party, name="A", on=TODAY, revision=1):
    return Agreement(party=party, name=name, on=on, how=Agreed.SPOKEN, revision=revision)


def test_the_next_look_comes_first_and_proposals_before_drafts():
    late, none, soon = pact(1, look=date(2026, 12, 1)), pact(2), pact(3, look=FRIDAY)
    draft, proposal = pact(4, PactStatus.DRAFT, FRIDAY), pact(5, PactStatus.PROPOSED)
    old, new = pact(6, PactStatus.CLOSED, closed_on=FRIDAY), pact(7, PactStatus.CLOSED, closed_on=TODAY)
    gone = pact(8, PactStatus.DISCARDED)
    shelves = by_shelf([late, none, soon, draft, proposal, old, new, gone])
    assert shelves == {
        Shelf.KEPT: [soon, late, none],
        Shelf.BEGUN: [proposal, draft],
        Shelf.PAUSED: [],
        Shelf.CLOSED: [new, old],
    }


@given(st.lists(st.sampled_from(list(PactStatus))))
def test_every_pact_but_a_discarded_one_stands_on_one_shelf(states):
    pacts = [pact(number, status) for number, status in enumerate(states, 1)]
    shown = [one.id for there in by_shelf(pacts).values() for one in there]
    assert sorted(shown) == sorted(one.id for one in pacts if one.status is not PactStatus.DISCARDED)


@each_row(
    ("one", "words"),
    [
        (pact(look=FRIDAY), "waiting 1 d"),
        (pact(look=TODAY), "today"),
        (pact(look=date(2026, 11, 24)), ""),
        (pact(), "not set"),
        (pact(look=FRIDAY, target_on=FRIDAY), "day passed"),
        (pact(look=FRIDAY, target_on=TODAY), "waiting 1 d"),
        (pact(status=PactStatus.PAUSED, target_on=FRIDAY), "paused"),
        (pact(status=PactStatus.DRAFT), "draft"),
        (pact(status=PactStatus.PAUSED, look=FRIDAY), "paused"),
        (pact(status=PactStatus.PROPOSED), "needs both"),
        (pact(status=PactStatus.PROPOSED, agreements=(yes(Observer.STUDENT),)), "needs yours"),
        (pact(status=PactStatus.PROPOSED, agreements=(yes(Observer.ADVISOR),)), "needs theirs"),
        (pact(status=PactStatus.PROPOSED, revision=2, agreements=(yes(Observer.ADVISOR),)), "needs both"),
        (pact(status=PactStatus.PROPOSED, agreements=tuple(map(yes, Observer))), "both agreed"),
        (pact(status=PactStatus.CLOSED, outcome=PactOutcome.NOT_YET), "not yet"),
        (pact(status=PactStatus.CLOSED), "closed"),
    ],
)
def test_what_a_pact_waits_for_in_school_days_and_words(one, words):
    assert waiting_words(one, TODAY, Calendar()) == words


def test_the_advisor_signs_as_last_time():
    assert advisor_name([pact()]) == UNNAMED
    earlier, later = yes(Observer.ADVISOR, "Ms R", FRIDAY), yes(Observer.ADVISOR, "Ms Rivera")
    assert (
        advisor_name([pact(agreements=(later, yes(Observer.STUDENT, "Maya"))), pact(agreements=(earlier,))])
        == "Ms Rivera"
    )
