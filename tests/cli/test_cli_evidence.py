"""evidence: what was seen of a target, about the pact that is meant."""

from cli_case import INSIGHT
from msgspec.structs import replace
from record_case import NOW, TODAY

from advisory.model import CognitiveInsight, Evidence, Pact
from advisory.model.words import EvidenceSource, Independence, Level, PactStatus

TARGET = "I can compare fractions"


def test_evidence_belongs_to_the_running_pact_and_the_trend_is_shown(line, kept, with_pact):
    first = line("evidence", "jose", "Two of five", "--on", "fri", "--level", "beginning", "--source", "quiz")
    assert (first.code, first.out) == (0, "▃ 2 of 4 · beginning\n")
    assert first.err == "Noted [e0000001]: José Ñandú, beginning\n"
    second = line("evidence", "jose", "-4", "of five", "--independence", "on_own", "--next", "word problems")
    assert second.out == "▃ 2 of 4 · beginning\non their own\n"
    one, two = kept().all(Evidence)
    assert (one.target, one.source, one.level) == (TARGET, EvidenceSource.QUIZ, Level.BEGINNING)
    assert (two.seen, two.independence, two.seen_on) == ("-4 of five", Independence.ON_OWN, TODAY)
    assert (two.next_step, one.independence, two.level) == ("word problems", None, None)


def test_the_last_three_pieces_of_a_target_are_listed_newest_first(line, with_pact):
    for seen in ("first", "second", "third", "fourth"):
        line("evidence", "jose", seen)
    listed = [
        word
        for text in line("show", "jose").out.splitlines()
        for word in ("first", "second", "third", "fourth")
        if word in text
    ]
    assert listed == ["fourth", "third", "second"]


def test_nothing_is_claimed_that_nobody_said_and_a_pact_that_does_not_run_is_not_meant(line, kept, with_pact):
    store = kept()
    with store.change("Closed", NOW) as change:
        change.put(replace(change.need(Pact, "g0000001"), status=PactStatus.CLOSED))
    store.close()
    said = line("evidence", "jose", "Drew it")
    assert (said.code, said.out, said.err) == (0, "", "Noted [e0000001]: José Ñandú\n")
    line(*INSIGHT)
    (piece,), (thought,) = (kept().all(kind) for kind in (Evidence, CognitiveInsight))
    assert (piece.pact, piece.level, piece.independence) == ("", None, None)
    assert (thought.pact, thought.area) == ("", "")


def test_a_pact_is_named_by_a_word_of_it_and_without_any_there_is_no_trend(line, kept, with_pact):
    assert line("evidence", "jose", "x", "--pact", "FRACT").code == 0
    refused = line("evidence", "jose", "x", "--pact", "poems")
    assert (refused.code, refused.err) == (
        1,
        "“poems” fits no pact with this student. Name one by its id: fractions [g0000001].\n",
    )
    refused = line("evidence", "okafor", "x", "--pact", "poems")
    assert (refused.code, refused.err) == (1, "There is no pact with this student yet. Leave out --pact.\n")
    free = line("evidence", "okafor", "Asked first", "--level", "there")
    assert (free.code, free.out) == (0, "")
    assert [piece.pact for piece in kept().all(Evidence)] == ["g0000001", ""]
