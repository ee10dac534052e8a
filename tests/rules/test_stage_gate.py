"""The soft gates between the stages, exactly as DESIGN §5 has them."""

from datetime import date

import pytest
from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st
from record_case import make

from advisory.model import CatalogueSign, Commitment, Evidence, Indicator, Pact, StageMove
from advisory.model.words import Direction, MoveReason, Observer, PactStatus, Stage
from advisory.rules.partnership.signs import CATALOGUE, catalogue_of
from advisory.rules.partnership.stage_gate import (
    derive_gate,
    describe_move,
    describe_reason,
    direction,
    earlier_stage,
    next_stage,
)
from advisory.rules.refusal import Refusal

RAPPORT, ALLIANCE, INSIGHT = Stage
KEPT = (Commitment(text="bring a second example", kept=(date(2026, 11, 2),)),)
NOT_KEPT = (Commitment(text="bring a second example"),)
PACT, EVIDENCE, MINE_KEPT = (
    "an active or closed pact this year",
    "one piece of evidence",
    "one of your commitments kept",
)
THEIRS = "one must still come from the student"


def signs(*keys: str, stage: Stage = RAPPORT) -> list[Indicator]:
    return [make(Indicator, number, key=key, stage=stage) for number, key in enumerate(keys, 1)]


@each_row(
    ("keys", "missing"),
    [
        ((), ("0 of 3 Rapport signs seen", THEIRS)),
        (("listened",), ("1 of 3 Rapport signs seen", THEIRS)),
        (("listened", "helped"), ("2 of 3 Rapport signs seen", THEIRS)),
        (("listened", "helped", "says_name"), (THEIRS,)),
        (("listened", "student_started"), ("2 of 3 Rapport signs seen",)),
        (("listened", "helped", "student_started"), ()),
        (("listened", "helped", "says_name", "showed_unfinished"), ()),
        (("student_started",) * 3, ("1 of 3 Rapport signs seen",)),
    ],
)
def test_to_alliance_three_rapport_signs_are_wanted_one_of_them_the_students_doing(keys, missing):
    gate = derive_gate(RAPPORT, signs(*keys), [], [])
    assert (gate.to_stage, gate.wanted, gate.seen) == (ALLIANCE, 3, min(len(set(keys)), 3))
    assert (gate.missing, gate.is_met) == (missing, not missing)


@each_row(
    ("keys", "words", "briefly"),
    [
        ((), f"0 of 3 Rapport signs seen; {THEIRS}", "three signs, one from the student"),
        (("student_started",), "1 of 3 Rapport signs seen", "two more signs"),
        (("listened",), f"1 of 3 Rapport signs seen; {THEIRS}", "two more signs, one from the student"),
        (("listened", "helped"), f"2 of 3 Rapport signs seen; {THEIRS}", "one more sign, from the student"),
        (("listened", "student_started"), "2 of 3 Rapport signs seen", "one more sign"),
        (
            ("listened", "helped", "says_name"),
            f"3 of 3 Rapport signs seen; {THEIRS}",
            "one must come from the student",
        ),
        (("listened", "helped", "student_started"), "the signs are there", "all there"),
    ],
)
def test_what_is_missing_for_alliance_in_words(keys, words, briefly):
    gate = derive_gate(RAPPORT, signs(*keys), [], [])
    assert (gate.words, gate.briefly) == (words, briefly)


def test_what_is_missing_for_insight_in_words():
    gate = derive_gate(ALLIANCE, [], [make(Pact, status=PactStatus.ACTIVE)], [])
    assert gate.words == f"1 of 3; still needed: {EVIDENCE}, {MINE_KEPT}"
    assert gate.briefly == "evidence, your part kept"
    assert derive_gate(ALLIANCE, [], [], []).words.startswith("0 of 3; still")
    kept = make(Pact, status=PactStatus.ACTIVE, advisor_commitments=KEPT)
    there = derive_gate(ALLIANCE, [], [kept], [make(Evidence)])
    assert (there.words, there.briefly) == ("the signs are there", "all there")


def test_a_sign_of_the_advisors_own_can_be_the_students_doing():
    catalogue = catalogue_of([make(CatalogueSign, students_doing=True)])
    seen = signs("listened", "helped", "saved_a_seat")
    assert derive_gate(RAPPORT, seen, [], [], catalogue).is_met
    assert derive_gate(RAPPORT, seen, [], []).missing == (THEIRS,)


def test_signs_of_another_stage_open_no_gate_out_of_rapport():
    seen = signs("named_target", "said_why", "reported_unprompted", stage=ALLIANCE)
    assert derive_gate(RAPPORT, seen, [], []).missing == ("0 of 3 Rapport signs seen", THEIRS)


def test_who_saw_it_does_not_make_it_the_students_doing():
    seen = [make(Indicator, number, key=sign.key, by=Observer.STUDENT) for number, sign in enumerate(CATALOGUE[:3])]
    assert derive_gate(RAPPORT, seen, [], []).missing == (THEIRS,)


def test_a_sign_that_the_catalogue_no_longer_has_counts_as_a_sign():
    assert derive_gate(RAPPORT, signs("our_own", "listened", "student_started"), [], []).is_met


@each_row(
    ("status", "kept", "has_evidence", "missing"),
    [
        (PactStatus.ACTIVE, KEPT, True, ()),
        (PactStatus.CLOSED, KEPT, True, ()),
        (PactStatus.ACTIVE, NOT_KEPT, True, (MINE_KEPT,)),
        (PactStatus.ACTIVE, (), False, (EVIDENCE, MINE_KEPT)),
        (PactStatus.PAUSED, KEPT, True, (PACT,)),
        (PactStatus.PROPOSED, NOT_KEPT, True, (PACT, MINE_KEPT)),
        (PactStatus.DRAFT, NOT_KEPT, False, (PACT, EVIDENCE, MINE_KEPT)),
        (PactStatus.DISCARDED, NOT_KEPT, False, (PACT, EVIDENCE, MINE_KEPT)),
    ],
)
def test_to_insight_a_pact_evidence_and_a_commitment_of_mine_kept_are_wanted(status, kept, has_evidence, missing):
    pact = make(Pact, status=status, advisor_commitments=kept)
    gate = derive_gate(ALLIANCE, [], [pact], [make(Evidence)] if has_evidence else [])
    assert (gate.to_stage, gate.missing, gate.is_met) == (INSIGHT, missing, not missing)
    assert (gate.seen, gate.wanted) == (3 - len(missing), 3)


def test_a_commitment_that_the_student_kept_is_not_mine():
    pact = make(Pact, status=PactStatus.ACTIVE, student_commitments=KEPT)
    assert derive_gate(ALLIANCE, [], [pact], [make(Evidence)]).missing == (MINE_KEPT,)


def test_after_the_last_stage_there_is_no_gate():
    assert derive_gate(INSIGHT, [], [], []).to_stage is None
    assert next_stage(INSIGHT) is None
    assert earlier_stage(RAPPORT) is None
    assert [next_stage(RAPPORT), next_stage(ALLIANCE), earlier_stage(INSIGHT)] == [ALLIANCE, INSIGHT, ALLIANCE]


@given(st.sampled_from(Stage), st.sampled_from(Stage))
def test_one_step_on_or_any_number_back_and_nothing_else(from_stage, to_stage):
    steps = list(Stage).index(to_stage) - list(Stage).index(from_stage)
    if steps == 1:
        assert direction(from_stage, to_stage) is Direction.FORWARD
    elif steps < 0:
        assert direction(from_stage, to_stage) is Direction.BACK
    else:
        with pytest.raises(Refusal):
            direction(from_stage, to_stage)


def test_a_refused_move_says_what_is_next():
    with pytest.raises(Refusal, match=r"Stages can't be skipped: after Rapport comes Alliance\."):
        direction(RAPPORT, INSIGHT)
    with pytest.raises(Refusal, match="already in Alliance"):
        direction(ALLIANCE, ALLIANCE)


@each_row(
    ("way", "to_stage", "words"),
    [
        (Direction.BACK, RAPPORT, "back to Rapport: tending trust"),
        (Direction.BACK, ALLIANCE, "back to Alliance"),
        (Direction.FORWARD, INSIGHT, "on to Cognitive insight"),
    ],
)
def test_a_move_in_words(way, to_stage, words):
    assert describe_move(way, to_stage) == words


@each_row(
    ("key", "reason", "words"),
    [
        (MoveReason.TRUST_STRAINED, "trust strained", "trust strained"),
        (MoveReason.MOVED_TOO_FAST, "He was not ready", "moved too fast: He was not ready"),
        (MoveReason.OTHER, "He asked for help", "He asked for help"),
    ],
)
def test_a_reason_in_words(key, reason, words):
    assert describe_reason(make(StageMove, 1, reason_key=key, reason=reason)) == words
