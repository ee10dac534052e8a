"""sheet: who it is about, where it goes, what is asked first, and what is logged."""

import sys

import click
import pytest


@pytest.fixture
def told(line):
    """José showed a draft to Maya, and said so; the family was told."""
    line("know", "jose", "strengths", "Draws maps", "--visibility", "shareable")
    line(
        "checkin",
        "jose",
        "Drew it for Mayumi",
        "--tone",
        "celebrate",
        "--visibility",
        "shareable",
        "--says",
        "I like it",
    )
    line("checkin", "jose", "only mine")
    return line


def test_a_page_goes_to_a_file_or_to_stdout_and_is_logged(told, tmp_path):
    path = tmp_path / "jose.html"
    said = told(
        "sheet", "jose", "--for", "conference", "--names", "another", "-o", str(path), "--shared-with", "his aunt"
    )
    assert said.err.startswith(f"1 page written to {path}\nFor the family: 1 private check-in left out.")
    html = path.read_text(encoding="utf-8")
    assert "Drew it for another student" in html
    assert "Mayumi" not in html
    assert "only mine" not in html
    assert told("sheet", "jose", "--for", "family", "--names", "initials").out.startswith("# José Ñandú\n\nFor home · ")
    last, first = told("shared", "--json").json
    assert (first["what"], first["for"], first["to"], first["file"]) == (
        "conference page",
        "family",
        "his aunt",
        str(path),
    )
    assert (last["what"], len(last["rows"]), last["left_out"]) == ("family page", 2, 1)


def test_nobody_can_be_asked_about_a_name_so_it_has_to_be_said(told, tmp_path):
    path = tmp_path / "jose.html"
    said = told("sheet", "jose", "--for", "conference", "-o", str(path))
    assert said.code == 1
    assert "Other students are named in it: Mayumi. Say what stands for them: --names" in said.err
    assert not path.exists()


def test_a_preview_lists_what_goes_and_what_stays_with_ids_and_writes_nothing(told):
    said = told("sheet", "jose", "--for", "conference", "--preview")
    assert "── Strengths\n  Draws maps\n" in said.out
    assert "  [c0000002] private: José · one-to-one, Nov 23, 2026: only mine\n" in said.out
    assert told("shared").err == "Nothing was shared yet.\n"


def test_one_private_record_is_included_by_its_id(told):
    words = ("sheet", "jose", "--for", "transition", "--names", "another")
    assert "only mine" not in told(*words).out
    assert "only mine" in told(*words, "--include", "c0000002").out
    assert told("shared", "--json").json[0]["taken_in"] == ["c0000002"]
    told("checkin", "jose", "Saw the nurse", "--kind", "referral")
    assert told(*words, "--include", "c0000003").err.startswith("c0000003 is not among what can be included.")
    assert told(*words, "--include", "c0000009").err.startswith("c0000009 is not among what can be included.")


def test_at_a_terminal_it_is_seen_before_it_is_written(told, tmp_path, monkeypatch):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    answers = []
    monkeypatch.setattr(
        "advisory.cli.base.give.is_agreed", lambda question: answers.append(question) or len(answers) > 1
    )
    path = tmp_path / "jose.md"
    words = ("sheet", "jose", "--for", "conference", "--names", "leave-out", "-o", str(path))
    said = told(*words)
    assert "── Strengths\n  Draws maps\n" in said.err
    assert said.err.endswith("Nothing was written.\n")
    assert not path.exists()
    told(*words)
    assert path.exists()
    assert answers == ["Write it?"] * 2


def test_each_has_a_file_or_all_have_one_or_a_table_is_about_everybody(told, tmp_path):
    base = str(tmp_path / "home.html")
    words = ("--for", "family", "--names", "another", "-o", base)
    assert told("sheet", "--all", "--each", *words).code == 0
    assert sorted(path.name for path in tmp_path.glob("*.html")) == [
        "home-MO.html",
        "home-MS.html",
        "home-s0000001.html",
    ]
    assert told("sheet", "--all", *words).err.startswith(f"3 pages written to {base}")
    assert "| Maya Okafor | " in told("sheet", "--for", "staff").out
    assert "| Maya Okafor |\n" in told("sheet", "--for", "substitute", "--from", "fri").out
    assert told("sheet", "--for", "family").err == "About whom? Name a student, or --all for everybody.\n"
    for wrong in (("jose", "--all"), ("jose", "--each"), ("jose", "--edit")):
        assert told("sheet", *wrong, "--for", "family").code == 2


def test_only_the_days_asked_for_are_on_it(told):
    told("checkin", "jose", "Long ago", "--on", "2026-09-14", "--tone", "celebrate", "--visibility", "shareable")
    out = told("sheet", "jose", "--for", "conference", "--from", "9/1", "--to", "9/30").out
    assert "Long ago" in out
    assert "Drew it" not in out
    assert "Sep 1 to Sep 30, 2026" in out


def test_a_comment_is_gone_over_before_it_leaves(told, monkeypatch):
    shown = []

    def edit(text, **_options):
        shown.append(text)
        return "He draws maps. Mayumi likes them.\nSo do I.\n# 1. a known strength\n"

    monkeypatch.setattr(click, "edit", edit)
    said = told("sheet", "jose", "--for", "comment", "--edit", "--names", "another")
    assert shown[0].startswith("José’s strength: Draws maps. ")
    assert "\n\n# José Ñandú. Lines that begin with # stay here.\n# 1. a known strength\n" in shown[0]
    assert "He draws maps. Another student likes them.\n\nSo do I.\n" in said.out
    monkeypatch.setattr(click, "edit", lambda _text, **_options: "# nothing\n")
    assert told("sheet", "jose", "--for", "comment", "--edit").err.startswith("The comment on José Ñandú is empty")


def test_a_word_that_is_no_name_this_time_goes_as_it_is(told):
    line = ("sheet", "jose", "--for", "conference")
    refused = told(*line)
    assert "--not-a-name WORD for one that is only a word" in refused.err
    assert "Drew it for Mayumi" in told(*line, "--not-a-name", "Mayumi").out
    assert told(*line, "--not-a-name", "mayumi").code == 1  # the word in lower case is none; the name with a capital is
    assert told(*line).code == 1
