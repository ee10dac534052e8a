"""A pact begins with its target, and with the usual days."""

from datetime import date

import pytest
from caseload_case import begun

from advisory.casework.pact.draft import draft_pact
from advisory.model import Commitment
from advisory.model.words import PactStatus, ReviewEvery
from advisory.rules.refusal import Refusal


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({}, (None, date(2026, 12, 7), date(2027, 1, 4))),
        ({"review_every": ReviewEvery.WEEKLY}, (None, date(2026, 11, 30), date(2027, 1, 4))),
        ({"review_every": ReviewEvery.MONTHLY}, (None, date(2026, 12, 23), date(2027, 1, 4))),
        ({"start_on": date(2027, 1, 11)}, (date(2027, 1, 11), date(2027, 1, 25), date(2027, 2, 22))),
        ({"target_on": date(2027, 3, 1)}, (None, date(2026, 12, 7), date(2027, 3, 1))),
    ],
)
def test_the_review_and_the_target_follow_from_the_start(caseload, fields, days):
    pact = draft_pact(caseload, begun(caseload).maya.id, " I can begin alone ", **fields)
    assert (pact.start_on, pact.next_review_on, pact.target_on) == days
    assert (pact.learning_target, pact.status, pact.revision) == ("I can begin alone", PactStatus.DRAFT, 1)


def test_without_a_target_it_is_refused(caseload):
    with pytest.raises(Refusal, match="A pact begins with its learning target"):
        draft_pact(caseload, begun(caseload).maya.id, " ")


def test_whatever_else_is_known_is_kept(caseload):
    mine = (Commitment(text="bring a second example"),)
    pact = draft_pact(caseload, begun(caseload).maya.id, "I can", why="So it stops", advisor_commitments=mine)
    assert (pact.why, pact.advisor_commitments) == ("So it stops", mine)
