"""pact: every step of a pact's life in one line each."""

import stat
from datetime import date
from pathlib import Path

import pytest
from cli_case import NEW_PACT
from record_case import TODAY

from advisory.exchange.tables import pact as table
from advisory.model import Indicator, Pact
from advisory.model.words import PactOutcome, PactStatus, ReviewEvery
from advisory.store import Store


@pytest.fixture
def kept(home):
    """The pacts as they are after the last command."""

    def look(kind=Pact):
        store = Store.open(home)
        found = store.all(kind)
        store.close()
        return found

    return look


def test_a_pact_from_its_first_words_to_its_begin(line, kept):
    drafted = line(*NEW_PACT)
    assert drafted.err == (
        "Drafted [g0000001]: José Ñandú, fractions; until Jan 4, 2027\n"
        "Before it can begin: your own yes; the student's yes.\n"
    )
    assert line("pact", "jose", "--json").json["missing"] == ["your own yes", "the student's yes"]
    refused = line("pact", "begin", "jose")
    assert (refused.code, refused.err) == (1, "The pact can begin once it has: your own yes; the student's yes.\n")
    assert line("pact", "propose", "jose").err == "Proposed [g0000001]: José Ñandú, fractions\n"
    said = line("pact", "agree", "jose", "--student", "typed", "--student-name", "José")
    assert said.err == "Agreed [g0000001]: José (typed)\nBefore it can begin: your own yes.\n"
    assert line("pact", "agree", "jose", "--advisor", "signed", "--advisor-name", "Ms Rivera").code == 0
    assert line("pact", "begin", "jose").err.startswith(
        "Begun [g0000001]: José Ñandú, fractions; next review Dec 7, 2026"
    )
    (pact,) = kept()
    assert (pact.status, pact.start_on, pact.confidence) == (PactStatus.ACTIVE, TODAY, 4)
    assert [(one.text, one.how_often) for one in pact.student_commitments] == [("One drawing", "every week")]
    assert sorted((yes.name, yes.how.value) for yes in pact.agreements) == [("José", "typed"), ("Ms Rivera", "signed")]


def test_it_is_shown_with_the_numbers_of_its_lines(line, begun):
    shown = line("pact", "jose").out
    for part in (
        "José Ñandú · fractions [g0000001]\n  active, revision 1\n  learning target: I can compare fractions",
        "    2 ▢ Says which is more",
        "    1 One drawing, every week  kept 0 times",
        "  agreed: José Ñandú (student), spoken, Nov 23, 2026",
    ):
        assert part in shown
    parts = line("pact", "jose", "--json").json
    assert list(parts)[: len(table.HEADER)] == list(table.HEADER)
    assert (parts["success_evidence"][1]["text"], parts["kept"]) == (
        "Says which is more",
        {"student": [[]], "advisor": [[]]},
    )


def test_marks_are_made_by_number_or_by_how_a_line_begins(line, kept, begun):
    assert line("pact", "met", "jose", "says").err == "José Ñandú: Says which is more, met Nov 23, 2026; 1 of 2\n"
    assert line("pact", "met", "jose", "2", "--not-yet").err == "José Ñandú: Says which is more, not met yet; 0 of 2\n"
    unclear = line("pact", "met", "jose")
    assert (unclear.code, unclear.err.count("Says which")) == (1, 1)
    mine = line("pact", "keep", "jose", "mine")
    assert (mine.out, mine.err) == (
        "✓ 1 of 1 week, kept 1 time\n",
        "José Ñandú: Look at it on Fridays, kept Nov 23, 2026\n",
    )
    assert [(sign.key, sign.observed_on) for sign in kept(Indicator)] == [("a_mine", TODAY)]
    assert line("pact", "keep", "jose", "mine", "--not").out == "kept 0 times\n"
    assert kept(Indicator) == []
    early = line("pact", "keep", "jose", "theirs", "--on", "yesterday")
    assert (early.code, early.err) == (1, "The pact began Nov 23, 2026; choose a later day.\n")


def test_a_review_is_noted_and_the_rhythm_says_when_next(line, kept, begun):
    assert line("pact", "review", "jose", "Drew", "both", "--says", "I see it").err == (
        "Reviewed with José Ñandú: noted [c0000001]; next review Dec 7, 2026\n"
    )
    assert line("pact", "review", "jose", "--next", "fri").err.endswith(
        "noted today already; next review Nov 27, 2026\n"
    )
    assert line("pact", "review", "jose", "--next", "fri").err.endswith(
        "noted today already; next review Nov 27, 2026\n"
    )
    assert kept()[0].next_review_on == date(2026, 11, 27)


def test_what_both_agreed_is_changed_by_both_and_a_typo_by_one(line, kept, begun):
    change = ("pact", "edit", "jose", "--theirs", "1", "Two drawings", "--know", "+", "Tells a friend")
    refused = line(*change)
    assert refused.code == 1
    assert "what the student will do: “One drawing, every week” → “Two drawings, every week”\n" in refused.err
    assert "how you will both know: – → “Tells a friend”\n" in refused.err
    assert refused.err.endswith("Then add --both-agree HOW, or --typo if it is only a typo.\n")
    assert kept()[0].revision == 1
    assert line(*change, "--both-agree", "spoken").err == "Edited [g0000001]: José Ñandú, fractions, revision 2\n"
    assert line("pact", "edit", "jose", "--target", "I can compare two fractions", "--typo").code == 0
    assert line("pact", "edit", "jose", "--know", "1", "", "--both-agree", "signed").code == 0
    (pact,) = kept()
    assert [one.text for one in pact.success_evidence] == ["Says which is more", "Tells a friend"]
    assert (pact.revision, [change.typo for change in pact.revisions]) == (3, [False, True, False])
    history = line("pact", "jose", "--history").out
    assert history.index("revision 2") < history.index("a typo fixed") < history.index("revision 3")
    assert history.count("agreed: José Ñandú (student)") == 3
    first, typo, _ = line("pact", "jose", "--history", "--json").json
    assert (first["from_revision"], first["to_revision"], len(first["agreements"])) == (1, 2, 2)
    assert (typo["typo"], typo["changes"][0]["was"]) == (True, ["I can compare fractions"])


def test_closing_drafts_the_one_that_goes_on_and_a_second_asks(line, kept, begun):
    line("pact", "met", "jose", "1")
    assert line("pact", "close", "jose", "met", "--says", "Done").code == 1
    closed = line(
        "pact", "close", "jose", "partly_met", "--says", "I see it now", "--carry", "--target", "I can add them"
    )
    assert closed.err.splitlines()[1] == "Drafted [g0000002]: I can add them"
    old, new = kept()
    assert (old.outcome, old.reflections, old.next_pact) == (PactOutcome.PARTLY_MET, "I see it now", new.id)
    assert [one.text for one in new.success_evidence] == ["Says which is more"]
    assert line("pact", "begin", "jose", "--both-agree", "spoken").code == 0
    line("pact", "new", "jose", "I", "can", "divide", "--know", "a", "--theirs", "b", "--mine", "c")
    second = line("pact", "begin", "jose", "--both-agree", "spoken")
    assert (second.code, second.err.endswith("Say --other keep or --other pause.\n")) == (1, True)
    assert line("pact", "begin", "jose", "--both-agree", "spoken", "--other", "pause").code == 0
    assert [pact.status for pact in kept()] == [PactStatus.CLOSED, PactStatus.PAUSED, PactStatus.ACTIVE]
    assert line("pact", "pause", "jose").code == 0
    several = line("pact", "resume", "jose")
    assert (several.code, "Several pacts are paused" in several.err) == (1, True)
    assert line("pact", "resume", "jose", "--pact", "divide", "--look", "+9").code == 0
    line("pact", "new", "jose", "I can wait")
    assert line("pact", "discard", "jose").err.startswith("Discarded [g0000004]")


def test_the_page_to_sign_is_the_owners_alone_and_never_over_a_file_unasked(line, tmp_path: Path, begun):
    path = tmp_path / "pact.html"
    written = line("pact", "jose", "--page", str(path), "--advisor-name", "Ms Rivera")
    assert (written.code, written.err) == (
        0,
        f"The page to sign written to {path}\nFor the student: Nothing is left out.\n",
    )
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "Ms Rivera" in path.read_text(encoding="utf-8")
    line("pact", "edit", "jose", "--why", "As Maya does")
    assert "pact to sign" in line("shared").out
    unasked = line("pact", "jose", "--page", str(path), "--force")
    assert (unasked.code, "named in it: Maya" in unasked.err) == (1, True)
    refused = line("pact", "jose", "--page", str(path), "--names", "another")
    assert (refused.code, refused.err) == (
        1,
        f"{path} is there already. Choose another name, or move that file away first. --force overwrites it.\n",
    )
    named = line("pact", "jose", "--page", str(path), "--force", "--names", "another")
    assert "Maya; “another student” stands there instead" in named.err
    assert "As another student does" in path.read_text(encoding="utf-8")
    settings = path.parent / "home" / "settings.json"
    settings.write_text('{"uncovered": {"maya": ["s0000001", "s0000002", "s0000003"]}}')
    uncovered = line("pact", "jose", "--page", str(path), "--force")
    assert "instead" not in uncovered.err
    assert "As Maya does" in path.read_text(encoding="utf-8")
    assert line("pact", "jose", "--page", str(tmp_path / "pact.md")).code == 0
    assert line("pact", "jose", "--page", str(tmp_path / "pact.pdf")).code == 1


def test_what_can_not_be_is_refused_in_a_sentence(line, begun):
    assert line("pact", "okafor").err == "There is no pact with Maya Okafor yet. `advisory pact new` drafts one.\n"
    assert line("pact", "agree", "jose").code == 2
    assert line("pact", "edit", "jose").code == 2
    assert line("pact", "close", "jose", "met", "--says", "x", "--target", "y").code == 2
    for sure, code in (("0", 2), ("1", 0), ("5", 0), ("6", 2)):
        assert line("pact", "new", "mayumi", "I", "can", "--sure", sure).code == code
    for refused, sentence in (
        (("pact", "propose", "jose"), "This pact is active, so it can't become proposed"),
        (("pact", "edit", "jose", "--mine", "7", "x"), "“7” is not one of the 1 lines"),
        (("pact", "new", "okafor", "I", "--else", "grandmother"), "needs who and what"),
        (("pact", "jose", "--pact", "poems"), "“poems” fits no pact with this student. Name one by its id: "),
        (("pact", "close", "jose", "met", "--says", "", "--next", "x"), "What does the student say about it"),
    ):
        said = line(*refused)
        assert (said.code, sentence in said.err) == (1, True), said.err


def test_every_part_is_told_and_the_others_of_the_student_are_named(line, kept, begun):
    line("pact", "edit", "jose", "--why", "for the\nbridge", "--else", "librarian: keeps a table")
    line(
        "evidence", "jose", "Three of five", "--pact", "fractions", "--level", "beginning", "--independence", "with_me"
    )
    line("pact", "keep", "jose", "mine")
    line("pact", "new", "jose", "I can add", "--every", "weekly", "--until", "+60")
    shown = line("pact", "jose")
    for part in (
        "  why it matters: for the ↵ bridge\n",
        "  who else: librarian: keeps a table\n",
        "  how sure: 4 of 5\n",
        "  how it goes: ",
        "1 Look at it on Fridays  ✓ 1 of 1 week, kept 1 time, last Nov 23, 2026\n",
    ):
        assert part in shown.out, part
    assert "before it can begin" not in shown.out
    assert shown.err == ("Also with José Ñandú: “I can add” (draft) [g0000002]. --pact shows one of them.\n")
    draft = line("pact", "jose", "--pact", "add").out
    assert "  how often you review it: every week\n" in draft
    assert "  ends on: Jan 22, 2027\n" in draft
    assert "  before it can begin: a line on how you will both know" in draft
    line("pact", "met", "jose", "1")
    line("pact", "close", "jose", "partly_met", "--says", "I see it", "--next", "again in May")
    assert (
        "  closed on Nov 23, 2026: partly met; “I see it”; next: again in May\n"
        in line("pact", "jose", "--pact", "fractions").out
    )


def test_an_edit_changes_the_lines_that_are_named_and_nothing_else(line, kept, begun):
    assert line("pact", "edit", "jose", "--title", "fractions").err == (
        "Nothing changed [g0000001]: it already says this.\n"
    )
    both = line("pact", "edit", "jose", "--target", "x", "--typo", "--both-agree", "spoken")
    assert (both.code, "Use --both-agree or --typo, not both" in both.err) == (2, True)
    changes = (
        "--know",
        "2",
        "Says why",
        "--theirs",
        "1",
        "Two | each Friday",
        "--mine",
        "1",
        "Ask",
        "--every",
        "monthly",
    )
    assert line("pact", "edit", "jose", *changes, "--both-agree", "spoken").code == 0
    (pact,) = kept()
    assert [one.text for one in pact.success_evidence] == ["Draws both", "Says why"]
    assert [(one.text, one.how_often) for one in pact.student_commitments] == [("Two", "each Friday")]
    assert [(one.text, one.how_often) for one in pact.advisor_commitments] == [("Ask", "")]
    assert pact.review_every is ReviewEvery.MONTHLY
    for number in ("0", "3", "x"):
        said = line("pact", "edit", "jose", "--know", number, "x", "--typo")
        assert said.err.startswith(f"“{number}” is not one of the 2 lines"), said.err
    assert line("pact", "edit", "jose", "--else", "aunt:", "--typo").code == 1


def test_a_pact_that_has_run_out_is_not_looked_at_again_and_a_second_is_asked_about(line, kept, begun):
    line("pact", "pause", "jose")
    line(
        "pact",
        "new",
        "jose",
        "I can add",
        "--know",
        "a",
        "--theirs",
        "b",
        "--mine",
        "c",
        "--until",
        "+1",
        "--look",
        "+1",
    )
    assert line("pact", "begin", "jose", "--pact", "add", "--both-agree", "spoken").code == 0
    second = line("pact", "resume", "jose", "--pact", "fractions")
    assert (second.code, second.err.endswith("Say --other keep or --other pause.\n")) == (1, True)
    late = line("--today", "2026-11-24", "pact", "review", "jose")
    assert late.code == 1
    assert late.err.startswith("The pact ran until Nov 24, 2026: close it, or agree on a later end")


def test_the_board_today_and_the_shelves_say_where_it_stands(line, begun):
    line("pact", "met", "jose", "2")
    assert "  pact: fractions (active, 1 of 2 met, review Dec 7, 2026)\n" in line("board").out
    due = ("--today", "2026-12-07")
    assert "  pact: fractions (active, 1 of 2 met, review was due Dec 7, 2026)\n" in line(*due, "board").out
    assert "  José Ñandú: fractions, was due Dec 7 [g0000001]\n" in line(*due, "today").out
    line("pact", "pause", "jose")
    assert "  pact: fractions (paused, 1 of 2 met)\n" in line("board").out
    empty = line("pacts")
    assert (empty.out, empty.err.splitlines()[0]) == ("", "No active pacts.")
