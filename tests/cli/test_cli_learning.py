"""`advisory evidence`, `insight` and `insights`: written in one line, told in few."""

from datetime import date

import pytest
from msgspec.structs import replace
from record_case import NOW, TODAY, ticking

from advisory.caseload.caseload import Caseload
from advisory.casework.pact.draft import draft_pact
from advisory.model import CognitiveInsight, Evidence, Pact
from advisory.model.words import AttemptResult, EvidenceSource, Independence, Level, PactStatus
from advisory.store import Store

TARGET = "I can compare fractions"
WORDS = ("insight", "jose", "Adds", "tops", "and", "bottoms", "--misconception", "A fraction is two numbers")


@pytest.fixture
def kept(line, home):
    """The caseload as it is after the last command."""
    stores = []

    def look() -> Store:
        stores.append(Store.open(home))
        return stores[-1]

    yield look
    for store in stores:
        store.close()


@pytest.fixture
def with_pact(home):
    store = Store.open(home)
    caseload = Caseload(store, today=lambda: TODAY, now=ticking())
    pact = draft_pact(caseload, caseload.one("jose").id, TARGET, title="fractions", area="math")
    with store.change("Agreed", caseload.now()) as change:
        change.put(replace(pact, status=PactStatus.ACTIVE))
    store.close()


def test_evidence_belongs_to_the_running_pact_and_the_trend_is_told(line, kept, with_pact):
    first = line("evidence", "jose", "Two of five", "--on", "fri", "--level", "beginning", "--source", "quiz")
    assert (first.code, first.out) == (0, "▃ 2 of 4 · beginning\n")
    assert first.err == "Noted [e0000001]: José Ñandú, beginning\n"
    second = line("evidence", "jose", "-4", "of five", "--independence", "on_own", "--next", "word problems")
    assert second.out == "▃ 2 of 4 · beginning\non their own\n"
    one, two = kept().all(Evidence)
    assert (one.target, one.source, one.level) == (TARGET, EvidenceSource.QUIZ, Level.BEGINNING)
    assert (two.seen, two.independence, two.seen_on) == ("-4 of five", Independence.ON_OWN, TODAY)
    assert (two.next_step, one.independence, two.level) == ("word problems", None, None)


def test_nothing_is_claimed_that_nobody_said_and_a_pact_that_does_not_run_is_not_meant(line, kept, with_pact):
    store = kept()
    with store.change("Closed", NOW) as change:
        change.put(replace(change.need(Pact, "g0000001"), status=PactStatus.CLOSED))
    store.close()
    said = line("evidence", "jose", "Drew it")
    assert (said.code, said.out, said.err) == (0, "", "Noted [e0000001]: José Ñandú\n")
    line(*WORDS)
    (piece,), (thought,) = (kept().all(kind) for kind in (Evidence, CognitiveInsight))
    assert (piece.pact, piece.level, piece.independence) == ("", None, None)
    assert (thought.pact, thought.area) == ("", "")


SHOWN = """\
  evidence of I can compare fractions:
    ▃ 2 of 4 · beginning
    2026-11-20  quiz, beginning  Two of five [e0000001]
  evidence of no target:
    2026-11-23  conversation, on their own  Asked first [e0000002]
  how they are thinking:
    2026-11-23  open: A fraction is two numbers · nothing tried yet [k0000001]
  known:
    hopes: Build bridges (told me, 2026-11-23)
"""


def test_show_tells_evidence_insights_and_the_facts_that_are_not_sensitive(line, with_pact):
    line("evidence", "jose", "Two of five", "--on", "fri", "--level", "beginning", "--source", "quiz")
    line("evidence", "jose", "Asked first", "--independence", "on_own", "--pact", "none")
    line(*WORDS)
    line("know", "jose", "hopes", "Build bridges")
    line("know", "jose", "stress", "Moves house", "--sensitive")
    assert SHOWN in line("show", "jose").out
    assert "Moves house" not in line("show", "jose").out
    shown = line("show", "jose", "--json").json
    assert [row["seen"] for row in shown["evidence"]] == ["Two of five", "Asked first"]
    assert [row["misconception"] for row in shown["insights"]] == ["A fraction is two numbers"]
    for what in ("evidence", "insights"):
        columns = line("export", what, "--no-bom").out.splitlines()[0].split(",")
        assert list(shown[what][0]) == columns
    assert [(fact["facet"], fact["text"]) for fact in shown["known_well"]] == [("hopes", "Build bridges")]


def test_a_pact_is_named_by_a_word_of_it_and_without_any_there_is_no_trend(line, kept, with_pact):
    assert line("evidence", "jose", "x", "--pact", "FRACT").code == 0
    refused = line("evidence", "jose", "x", "--pact", "poems")
    assert (refused.code, refused.err) == (
        1,
        "“poems” fits no pact with this student. Name one by its id: fractions [g0000001].\n",
    )
    refused = line("evidence", "okafor", "x", "--pact", "poems")
    assert (refused.code, refused.err) == (1, "There is no pact with this student yet: leave --pact out.\n")
    free = line("evidence", "okafor", "Asked first", "--level", "there")
    assert (free.code, free.out) == (0, "")
    assert [piece.pact for piece in kept().all(Evidence)] == ["g0000001", ""]


def test_an_insight_takes_the_area_of_the_pact_and_what_was_tried(line, kept, with_pact):
    said = line(*WORDS, "--strategy", "Draw both", "--result", "some", "--builds-on", "halves")
    assert (said.code, said.err) == (0, "Noted [k0000001]: José Ñandú, open\n")
    (made,) = kept().all(CognitiveInsight)
    assert (made.thinking, made.area, made.builds_on, made.pact) == (
        "Adds tops and bottoms",
        "math",
        "halves",
        "g0000001",
    )
    assert (made.attempts[0].result, made.attempts[0].on) == (AttemptResult.SOME, TODAY)


def test_an_insight_without_a_misconception_is_a_wrong_line_and_a_result_needs_its_strategy(line, kept):
    assert line(*WORDS[:-2]).code == 2
    refused = line(*WORDS, "--result", "worked")
    assert (refused.code, kept().all(CognitiveInsight)) == (1, [])
    assert refused.err.startswith("Which strategy?")


def test_the_open_ones_by_area_with_the_same_misconception_together(line):
    assert line("insights").err == "No insight is open.\n"
    line(*WORDS, "--area", "math")
    line("insight", "okafor", "Says 5", "--misconception", "a fraction is two numbers.", "--strategy", "Strips")
    line("insight", "sato", "Skips ahead", "--misconception", "The last line is the point")
    assert (
        line("insights").out
        == f"""\
math
  A fraction is two numbers  (2 students)
    José Ñandú  {TODAY}  nothing tried yet [k0000001]
    Maya Okafor  {TODAY}  not tried: Strips [k0000002]

no area named
  The last line is the point
    Mayumi Sato  {TODAY}  nothing tried yet [k0000003]
"""
    )
    first, *_ = line("insights", "--json").json
    columns = line("export", "insights", "--no-bom").out.splitlines()[0].split(",")
    assert list(first) == columns
    assert (first["thinking"], first["strategy"], first["date"]) == ("Adds tops and bottoms", [], TODAY.isoformat())


def test_an_insight_is_gone_on_with_by_its_id(line, kept):
    line(*WORDS)
    assert line("tried", "k0000001", "--result", "some").err.startswith("Nothing was tried yet")
    refused = line("tried", "k0000001", "Draw", "both", "--now", "resolved")
    assert (refused.code, refused.err.startswith("Resolved needs an attempt that worked")) == (1, True)
    assert line("tried", "k0000001", "Draw", "both").out == "not tried: Draw both\n"
    said = line("tried", "k0000001", "--result", "worked", "--on", "fri", "--used-in", "chemistry", "--now", "resolved")
    assert (said.code, said.err) == (0, "Noted [k0000001]: José Ñandú, resolved\n")
    assert line("undo").err == "Undid: Insight resolved · José Ñandú\n"
    line("redo")
    assert line("tried", "k0000001").err.startswith("Nothing changed")
    assert line("tried", "k0000009", "x").code == 1
    (made,) = kept().all(CognitiveInsight)
    (drawn,) = made.attempts
    assert (drawn.strategy, drawn.result, drawn.on) == ("Draw both", AttemptResult.WORKED, date(2026, 11, 20))
    assert (made.transferred_to, made.self_corrects_on) == ("chemistry", None)


def test_insights_of_those_who_left_are_left_out(line, tmp_path):
    for name in ("jose", "okafor"):
        line("insight", name, "When the top is larger", "--misconception", "A larger denominator is larger")
    assert "(2 students)" in line("insights").out
    (tmp_path / "names.txt").write_text("José Ñandú\nMayumi Sato\n", encoding="utf-8")
    assert line("import", str(tmp_path / "names.txt"), "--mark-left").code == 0
    told = line("insights").out
    assert "José Ñandú" in told
    assert "Maya Okafor" not in told
    assert len(line("insights", "--json").json) == 1
