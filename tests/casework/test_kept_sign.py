"""A commitment of the advisor's that was kept is a sign of the alliance, for as long as one of that day is marked."""

from datetime import timedelta

import pytest
from caseload_case import begun
from msgspec.structs import replace
from record_case import NOW, TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.pact.activate import Beside, activate_pact
from advisory.casework.pact.close import close_pact
from advisory.casework.pact.draft import draft_pact
from advisory.casework.pact.mark_kept import SIGN, mark_kept, unmark_kept
from advisory.casework.pact.review import review_pact
from advisory.casework.partnership.add_sign import add_sign
from advisory.model import Commitment, Indicator, Pact, SuccessLine
from advisory.model.words import Observer, PactOutcome
from advisory.rules.pact.keeping import Marked
from advisory.rules.pact.life import Yes
from advisory.rules.refusal import Refusal

BOTH = (Yes(Observer.STUDENT, "Maya"), Yes(Observer.ADVISOR, "Mr Reed"))
MINE = Observer.ADVISOR


def agreed_with(caseload: Caseload, student_id: str) -> Pact:
    """An active pact in which the advisor does two things."""
    draft = draft_pact(
        caseload,
        student_id,
        "I can read a graph",
        success_evidence=(SuccessLine(text="two read aloud"),),
        student_commitments=(Commitment(text="bring one a week"),),
        advisor_commitments=(Commitment(text="find them"), Commitment(text="look at them on Fridays")),
    )
    return activate_pact(caseload, draft, BOTH, beside=Beside.KEEP)


def lines(caseload: Caseload) -> list[str]:
    return [sign.line for sign in caseload.store.all(Indicator) if sign.key == SIGN]


@pytest.mark.parametrize("first", [0, 1])
def test_it_goes_with_the_last_mark_of_the_day_whichever_was_taken_back_first(caseload, first):
    pact = agreed_with(caseload, begun(caseload).maya.id)
    for number in (0, 1):
        pact = mark_kept(caseload, pact, MINE, number)
    assert lines(caseload) == ["find them"]
    pact = unmark_kept(caseload, pact, MINE, first, TODAY)
    assert lines(caseload) == ["find them"]
    unmark_kept(caseload, pact, MINE, 1 - first, TODAY)
    assert lines(caseload) == []


def test_it_stays_while_another_pact_was_kept_that_day(caseload):
    maya = begun(caseload).maya
    one, other = agreed_with(caseload, maya.id), agreed_with(caseload, maya.id)
    one, other = mark_kept(caseload, one, MINE, 0), mark_kept(caseload, other, MINE, 0)
    unmark_kept(caseload, one, MINE, 0, TODAY)
    assert lines(caseload) == ["find them"]
    unmark_kept(caseload, other, MINE, 0, TODAY)
    assert lines(caseload) == []


def test_another_sign_of_that_day_or_the_same_of_another_day_is_no_such_sign(caseload):
    pact = agreed_with(caseload, begun(caseload).maya.id)
    add_sign(caseload, pact.student, "listened")
    with caseload.store.change("By hand", NOW) as change:
        (other,) = change.all(Indicator)
        change.add(
            Indicator, student=pact.student, key=SIGN, stage=other.stage, observed_on=TODAY - timedelta(days=1),
            by=MINE, line="yesterday",
        )  # fmt: skip
    mark_kept(caseload, pact, MINE, 1)
    assert lines(caseload) == ["yesterday", "look at them on Fridays"]


def test_the_students_mark_taken_back_takes_no_sign_along(caseload):
    pact = agreed_with(caseload, begun(caseload).maya.id)
    mark_kept(caseload, pact, MINE, 0)
    pact = mark_kept(caseload, caseload.store.need(Pact, pact.id), Observer.STUDENT, 0)
    with caseload.store.change("By hand", NOW) as change:
        mine = tuple(replace(one, kept=()) for one in pact.advisor_commitments)
        pact = change.put(replace(pact, advisor_commitments=mine))
    unmark_kept(caseload, pact, Observer.STUDENT, 0, TODAY)
    assert lines(caseload) == ["find them"]


def test_no_mark_of_a_pact_that_is_over_is_taken_back(caseload):
    kept = mark_kept(caseload, agreed_with(caseload, begun(caseload).maya.id), MINE, 0)
    ended = close_pact(caseload, kept, PactOutcome.MET, "I can", comes_next="rest").pact
    with pytest.raises(Refusal, match="only mark lines while it runs"):
        unmark_kept(caseload, ended, MINE, 0, TODAY)
    assert lines(caseload) == ["find them"]


def test_the_day_that_was_given_is_marked_and_its_sign_is_of_that_day(caseload):
    day = TODAY - timedelta(days=3)
    pact = agreed_with(caseload, begun(caseload).maya.id)
    with caseload.store.change("By hand", NOW) as change:
        pact = change.put(replace(pact, start_on=day))
    pact = mark_kept(caseload, pact, MINE, 1, day)
    assert pact.advisor_commitments[1].kept == (day,)
    assert [(one.line, one.observed_on) for one in caseload.store.all(Indicator)] == [("look at them on Fridays", day)]


def test_what_is_marked_in_a_review_is_kept_today_and_only_yours_is_a_sign(caseload):
    pact = agreed_with(caseload, begun(caseload).maya.id)
    marks = (Marked(0, Observer.STUDENT), Marked(0))
    reviewed = review_pact(caseload, pact, TODAY + timedelta(weeks=1), marks=marks).pact
    assert lines(caseload) == []
    assert (reviewed.student_commitments[0].kept, reviewed.success_evidence[0].met_on) == ((TODAY,), TODAY)
    again = review_pact(caseload, reviewed, TODAY + timedelta(weeks=1), marks=(Marked(1, MINE),)).pact
    assert (again.advisor_commitments[1].kept, lines(caseload)) == ((TODAY,), ["look at them on Fridays"])
