"""The life of a pact, step by step: what each step needs, what it changes, and the sentence it is refused with."""

from datetime import timedelta

import pytest
from each_row import each_row
from msgspec.structs import replace
from record_case import NOW, TODAY, make

from advisory.model import Agreement, Commitment, Pact, SuccessLine
from advisory.model.words import Agreed, Observer, PactOutcome, PactStatus
from advisory.rules.pact.life import (
    STEPS,
    NeedsAgreement,
    Yes,
    activated,
    agreed,
    agreed_by,
    closed,
    discarded,
    missing,
    missing_fields,
    paused,
    proposed,
    refuse_dates,
    resumed,
    reworded,
)
from advisory.rules.refusal import Refusal

LATER, EARLIER = TODAY + timedelta(days=14), TODAY - timedelta(days=1)
DRAFT, PROPOSED, ACTIVE, PAUSED, CLOSED, DISCARDED = PactStatus
STUDENT, ADVISOR = Observer.STUDENT, Observer.ADVISOR
BOTH = (Yes(STUDENT, "Maya"), Yes(ADVISOR, "Ms. Reed"))


def yes(party: Observer, revision: int = 1) -> Agreement:
    return Agreement(party=party, name="Sam", on=EARLIER, how=Agreed.SIGNED, revision=revision)


def pact(status: PactStatus = DRAFT, **fields: object) -> Pact:
    """A pact whose words lack nothing; both have said yes to it unless it is a draft."""
    words = {
        "success_evidence": (SuccessLine(text="Says why"),),
        "student_commitments": (Commitment(text="Draws one a day"),),
        "advisor_commitments": (Commitment(text="Brings the strips"),),
        "next_review_on": LATER,
        "agreements": () if status is DRAFT else (yes(STUDENT), yes(ADVISOR)),
    }
    return make(Pact, status=status, **{**words, **fields})


def taken(one: Pact, to: PactStatus) -> Pact:
    """The pact after the step to a state, by the verb that leads there."""
    if to is CLOSED:
        return closed(one, TODAY, PactOutcome.MET, "I can", "the next target")
    if to is ACTIVE:
        return resumed(one, NOW, TODAY) if one.status is PAUSED else activated(one, TODAY)
    return {PROPOSED: proposed, PAUSED: paused, DISCARDED: discarded}[to](one)


def test_it_goes_only_where_it_may() -> None:
    allowed = {
        (DRAFT, PROPOSED), (DRAFT, DISCARDED), (PROPOSED, ACTIVE), (PROPOSED, DISCARDED),
        (ACTIVE, PAUSED), (ACTIVE, CLOSED), (PAUSED, ACTIVE), (PAUSED, CLOSED),
    }  # fmt: skip
    went = set()
    for start in PactStatus:
        for to in (PROPOSED, ACTIVE, PAUSED, CLOSED, DISCARDED):
            if (start, to) in allowed:
                assert taken(pact(start), to).status is to
                went.add((start, to))
            else:
                with pytest.raises(Refusal, match=f"^This pact is {start.said}"):
                    taken(pact(start), to)
    assert went == allowed == {(start, to) for start, steps in STEPS.items() for to in steps}


@each_row(
    ("status", "step", "sentence"),
    [
        (DRAFT, paused, "so it can't become paused; from here it can become proposed or discarded."),
        (CLOSED, paused, "so it can't become paused; draft a new one instead."),
    ],
)
def test_a_step_that_is_none_says_what_can_come(status, step, sentence) -> None:
    with pytest.raises(Refusal) as refused:
        step(pact(status))
    assert str(refused.value).endswith(sentence)


@each_row(
    ("fields", "field"),
    [
        ({"success_evidence": ()}, "success_evidence"),
        ({"student_commitments": ()}, "student_commitments"),
        ({"advisor_commitments": ()}, "advisor_commitments"),
        ({"next_review_on": None}, "next_review_on"),
        ({"next_review_on": EARLIER}, "next_review_on"),
    ],
)
def test_what_its_words_lack_keeps_it_from_beginning(fields, field) -> None:
    one = pact(PROPOSED, **fields)
    assert list(missing_fields(one, TODAY)) == [field]
    with pytest.raises(Refusal, match=f"^The pact can begin once it has: {missing_fields(one, TODAY)[field]}\\.$"):
        activated(one, TODAY)


def test_a_day_to_look_again_may_be_today_and_without_a_today_any_day() -> None:
    assert missing_fields(pact(next_review_on=TODAY), TODAY) == {}
    assert missing_fields(pact(next_review_on=EARLIER)) == {}
    assert missing_fields(pact(next_review_on=None))["next_review_on"] == "a next review date"
    assert (
        missing_fields(pact(next_review_on=EARLIER), TODAY)["next_review_on"]
        == "a next review date that is not in the past"
    )


def test_a_yes_to_another_revision_is_none_to_this_one() -> None:
    one = pact(PROPOSED, revision=2, agreements=(yes(STUDENT, 1), yes(ADVISOR, 2)))
    assert agreed_by(one) == {ADVISOR: yes(ADVISOR, 2)}
    assert agreed_by(one, 1) == {STUDENT: yes(STUDENT, 1)}
    assert missing(one) == ["the student's yes"]
    assert missing(pact(PROPOSED, agreements=(yes(STUDENT),), success_evidence=()))[0].startswith("a line on how")
    assert missing(pact(PROPOSED, agreements=(yes(STUDENT),))) == ["your own yes"]


def test_who_said_yes_already_stays_as_written() -> None:
    once = agreed(pact(PROPOSED, agreements=()), [Yes(STUDENT, " Maya ", Agreed.TYPED)], EARLIER)
    both = agreed(once, [Yes(STUDENT, "Somebody"), Yes(ADVISOR, "Ms. Reed")], TODAY)
    assert [(one.party, one.name, one.on, one.how) for one in both.agreements] == [
        (STUDENT, "Maya", EARLIER, Agreed.TYPED),
        (ADVISOR, "Ms. Reed", TODAY, Agreed.SPOKEN),
    ]
    twice = agreed(pact(PROPOSED, agreements=()), [Yes(STUDENT, "Maya"), Yes(STUDENT, "Jun")], TODAY)
    assert [one.name for one in twice.agreements] == ["Maya"]
    with pytest.raises(Refusal, match="Who said yes"):
        agreed(once, [Yes(ADVISOR, " ")], TODAY)
    with pytest.raises(Refusal, match="you can only agree to a proposal"):
        agreed(pact(ACTIVE), BOTH, TODAY)


def test_it_begins_today_unless_it_says_otherwise() -> None:
    assert activated(pact(PROPOSED), TODAY).start_on == TODAY
    assert activated(pact(PROPOSED, start_on=EARLIER), TODAY).start_on == EARLIER


def test_it_is_taken_up_with_a_day_to_look_again() -> None:
    one = pact(PAUSED, next_review_on=EARLIER, start_on=EARLIER)
    with pytest.raises(Refusal, match="goes on once it has: a next review date that is not in the past"):
        resumed(one, NOW, TODAY)
    looked = resumed(one, NOW, TODAY, LATER)
    assert (looked.status, looked.next_review_on, looked.revision) == (ACTIVE, LATER, 1)
    (was,) = looked.revisions
    assert (was.was.next_review_on, was.looked, was.at) == (EARLIER, True, NOW)
    assert resumed(pact(PAUSED), NOW, TODAY).revisions == resumed(pact(PAUSED), NOW, TODAY, LATER).revisions == ()
    with pytest.raises(Refusal, match="review earlier, or end later"):
        resumed(pact(PAUSED, target_on=LATER), NOW, TODAY, LATER + timedelta(days=1))


def test_it_is_closed_with_a_line_and_what_comes_next() -> None:
    ended = closed(pact(ACTIVE), TODAY, PactOutcome.NOT_YET, " I see it ", " again in May ")
    assert (ended.outcome, ended.closed_on, ended.next_review_on) == (PactOutcome.NOT_YET, TODAY, None)
    assert (ended.reflections, ended.comes_next) == ("I see it", "again in May")
    for said, comes_next, sentence in ((" ", "x", "does the student say"), ("x", " ", "comes next")):
        with pytest.raises(Refusal, match=sentence):
            closed(pact(ACTIVE), TODAY, PactOutcome.MET, said, comes_next)


def test_the_days_stand_in_order() -> None:
    after = LATER + timedelta(days=1)
    for start, look, end in ((TODAY, TODAY, TODAY), (None, LATER, after), (LATER, None, None), (None, None, None)):
        refuse_dates(start, look, end)
    for days, sentence in (
        ((None, after, LATER), "The next review is Tue Dec 8, 2026, but the pact ends Mon Dec 7, 2026"),
        ((LATER, TODAY, None), "You review it on Mon Nov 23, 2026, but the pact only begins on Mon Dec 7, 2026"),
        ((LATER, None, TODAY), "You end it on Mon Nov 23, 2026, but the pact only begins"),
    ):
        with pytest.raises(Refusal, match=sentence):
            refuse_dates(*days)


def said(one: Pact, *, yes: tuple[Yes, ...] = (), how: dict[str, bool] | None = None, **fields: object) -> Pact:
    return reworded(one, replace(one, **fields), NOW, TODAY, yes=yes, **(how or {}))


TARGET = {"learning_target": "I can divide fractions"}


def test_what_nobody_has_agreed_to_is_just_changed() -> None:
    for status in (DRAFT, PROPOSED):
        changed = said(pact(status, agreements=()), **TARGET)
        assert (changed.revision, changed.revisions) == (1, ())


def test_what_both_agreed_to_holds_once_both_say_yes_again() -> None:
    for one in (pact(ACTIVE), pact(PAUSED)):
        for given in ((), BOTH[:1], BOTH[1:]):
            with pytest.raises(NeedsAgreement, match="once you have both said yes") as asks:
                said(one, yes=given, **TARGET)
            assert [(change.field, change.now) for change in asks.value.changes] == [
                ("learning_target", ("I can divide fractions",))
            ]
        changed = said(one, yes=BOTH, **TARGET)
        assert (changed.revision, set(agreed_by(changed))) == (2, {STUDENT, ADVISOR})
        assert changed.revisions[0].was.learning_target == one.learning_target
        assert changed.agreements[:2] == one.agreements


def test_words_beside_the_agreement_and_a_typo_ask_nobody() -> None:
    for fields, how in (({"title": "Fractions"}, {}), (TARGET, {"typo": True})):
        changed = said(pact(ACTIVE), how=how, **fields)
        assert (changed.revision, len(changed.revisions), changed.revisions[0].typo) == (1, 1, bool(how))
        assert len(changed.agreements) == 2
    with pytest.raises(Refusal, match="more than a typo"):
        said(pact(ACTIVE), how={"typo": True}, success_evidence=())


def test_a_proposal_that_one_said_yes_to_is_a_new_revision_with_the_yes_that_is_given() -> None:
    one = pact(PROPOSED, agreements=(yes(STUDENT),))
    changed = said(one, **TARGET)
    assert (changed.revision, agreed_by(changed), len(changed.agreements)) == (2, {}, 1)
    assert set(agreed_by(said(one, yes=BOTH[:1], **TARGET))) == {STUDENT}
    earlier = said(replace(one, revision=2), **TARGET)
    assert (earlier.revision, len(earlier.revisions)) == (2, 1)


def test_a_pact_that_two_keep_can_not_lose_what_it_needs_and_one_that_is_over_stays() -> None:
    with pytest.raises(Refusal, match="A pact that you both keep needs: something you will do"):
        said(pact(ACTIVE), yes=BOTH, advisor_commitments=())
    for status in (CLOSED, DISCARDED):
        with pytest.raises(Refusal, match=f"This pact is {status.said}: its words can't change anymore"):
            said(pact(status), title="x")


def test_a_change_of_what_both_agreed_to_says_so() -> None:
    assert str(NeedsAgreement([])) == "This changes what you two agreed to. It counts once you have both said yes."
