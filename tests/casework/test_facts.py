"""Facts about a student: each verb is one change that undo takes back, and refuses with a sentence."""

from datetime import date, timedelta

import pytest
from caseload_case import begun, everything
from each_row import each_row
from msgspec.structs import replace
from record_case import NOW, TODAY

from advisory.caseload.coverage import coverage, facts_of
from advisory.caseload.history.history import record_history
from advisory.casework.learning.edit_fact import edit_fact
from advisory.casework.learning.learn_fact import learn_fact
from advisory.casework.trash import move_to_trash
from advisory.model import KnownWell
from advisory.model.words import Facet, LearnedHow, Visibility
from advisory.rules.learning.known_well import Known
from advisory.rules.refusal import Refusal
from advisory.store import Conflict, Missing

TOLD = {"how": LearnedHow.TOLD_ME}
TOMORROW = TODAY + timedelta(days=1)


def hope(caseload, text="Wants to build bridges", **fields) -> KnownWell:
    return learn_fact(caseload, "s0000001", Facet.HOPES, text, **TOLD, **fields)


VERBS = {
    "learn": lambda c, _: hope(c, "Wants to see the sea"),
    "edit": lambda c, shown: edit_fact(c, shown, text="Wants to build boats", sensitive=True),
    "forget": lambda c, shown: move_to_trash(c, KnownWell, shown.id),
}
CALLED = {
    "learn": "Fact learned",
    "edit": "Fact edited",
    "forget": "Fact deleted",
}
"""What undo says of each."""
REFUSALS = {
    "nothing learned": (lambda c, _: hope(c, " \n"), Refusal, "What did you learn"),
    "learned tomorrow": (lambda c, _: hope(c, learned_on=TOMORROW), Refusal, "still to come"),
    "learned about nobody": (lambda c, _: learn_fact(c, "s0000099", Facet.NAME, "x", **TOLD), Missing, "s0000099"),
    "edited to nothing": (lambda c, shown: edit_fact(c, shown, text=""), Refusal, "What did you learn"),
    "edited to tomorrow": (lambda c, shown: edit_fact(c, shown, learned_on=TOMORROW), Refusal, "still to come"),
    "edited as it no longer is": (
        lambda c, shown: edit_fact(c, replace(shown, text="older"), text="x"),
        Conflict,
        "changed somewhere else",
    ),
    "forgotten though never there": (lambda c, _: move_to_trash(c, KnownWell, "w0000099"), Missing, "w0000099"),
}


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_is_one_change_that_undo_takes_back_and_redo_brings(caseload, verb):
    begun(caseload)
    shown = hope(caseload)
    store, before, seq = caseload.store, everything(caseload), caseload.store.seq
    VERBS[verb](caseload, shown)
    after = everything(caseload)
    assert store.seq == seq + 1
    assert after != before
    assert next(store.changes()).what == CALLED[verb]
    assert "Wants" not in next(store.changes()).what
    store.undo(NOW)
    assert everything(caseload) == before
    store.redo(NOW)
    assert everything(caseload) == after


@pytest.fixture
def shown(caseload) -> KnownWell:
    begun(caseload)
    return hope(caseload)


@each_row("refusal", REFUSALS)
def test_a_refusal_is_a_sentence_and_changes_nothing(caseload, shown, refusal):
    before, seq = everything(caseload), caseload.store.seq
    act, error, words = REFUSALS[refusal]
    with pytest.raises(error, match=words):
        act(caseload, shown)
    assert (everything(caseload), caseload.store.seq) == (before, seq)


def test_a_fact_is_learned_today_and_private_unless_said_otherwise(caseload):
    begun(caseload)
    fact = hope(caseload, "  Wants to build bridges\n")
    assert (fact.text, fact.learned_on) == ("Wants to build bridges", TODAY)
    assert (fact.sensitive, fact.visibility) == (False, Visibility.PRIVATE)


def test_an_edit_that_changes_nothing_is_no_change(caseload):
    begun(caseload)
    shown = hope(caseload)
    seq = caseload.store.seq
    assert edit_fact(caseload, shown, text=f"{shown.text} ") == shown
    assert caseload.store.seq == seq


def test_a_fact_fills_its_cell_and_a_forgotten_one_empties_it(caseload):
    begun(caseload)
    (row,) = coverage(caseload)
    assert (row.known, row.sides[Facet.HOPES]) == (0, Known.EMPTY)
    fact = hope(caseload)
    (row,) = coverage(caseload)
    assert (row.known, row.sides[Facet.HOPES]) == (1, Known.KNOWN)
    assert row.known == caseload.summary("s0000001").facets_known
    move_to_trash(caseload, KnownWell, fact.id)
    assert coverage(caseload)[0].sides[Facet.HOPES] is Known.EMPTY
    caseload.store.undo(NOW)
    assert coverage(caseload)[0].sides[Facet.HOPES] is Known.KNOWN


def test_the_history_tells_a_fact_but_never_the_words_of_a_sensitive_one(caseload):
    begun(caseload)
    fact = hope(caseload)
    assert "Wants to build bridges" in {row.now for row in record_history(caseload.store, "s0000001")}
    fact = edit_fact(caseload, fact, text="Wants to leave home", sensitive=True)
    move_to_trash(caseload, KnownWell, fact.id)
    caseload.store.undo(NOW)
    rows = list(record_history(caseload.store, "s0000001"))
    assert not any("Wants" in row.was + row.now for row in rows)
    assert [(row.was, row.now) for row in rows if row.field == "text"] == [
        ("(sensitive)", "(sensitive)"),
        ("", "(sensitive)"),
        ("", "bring lab notes"),
    ]


def test_the_facts_of_a_side_are_told_the_newest_first(caseload):
    begun(caseload)
    old, new = hope(caseload, "sea", learned_on=date(2025, 9, 1)), hope(caseload, "bridges")
    name = learn_fact(caseload, "s0000001", Facet.NAME, "MAY-a", **TOLD, learned_on=date(2026, 9, 1))
    assert facts_of(caseload, "s0000001", Facet.HOPES) == [new, old]
    assert facts_of(caseload, "s0000001") == [new, name, old]
