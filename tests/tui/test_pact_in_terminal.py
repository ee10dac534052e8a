"""A pact in a real terminal: how few keys it takes, what is left when the terminal is closed, and one's own editor."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from app_case import caseload_in
from terminal_case import Terminal

from advisory.casework.pact.activate import activate_pact
from advisory.casework.pact.draft import draft_pact
from advisory.casework.pact.mark_kept import mark_kept
from advisory.casework.student.add import add_student
from advisory.model import Commitment, Pact, SuccessLine
from advisory.model.words import Observer, PactStatus
from advisory.rules.pact.life import Yes, agreed_by
from advisory.store import Drafts, Store

pytestmark = pytest.mark.skipif(not hasattr(os, "openpty"), reason="no pseudo-terminals here")

TAB, ENTER, ESCAPE, AGREE, SAVE, OWN_EDITOR = "\t", "\r", "\x1b", "\x07", "\x13", "\x0f"
CTRL_UP = "\x1b[1;5A"
AT_MOST = 12
"""Keys beyond the text, from nothing to a pact that two keep."""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    home = tmp_path / "home"
    store = Store.open(home)
    add_student(caseload_in(store), given_name="Maya", family_name="Okafor")
    store.close()
    return home


def pacts_of(home: Path) -> list[Pact]:
    store = Store.open(home)
    pacts = list(store.all(Pact))
    store.close()
    return pacts


def kept_pact(home: Path) -> Pact:
    """A pact that two keep, with three commitments of the student's, the second kept today."""
    store = Store.open(home)
    caseload = caseload_in(store)
    draft = draft_pact(
        caseload,
        caseload.one("maya").id,
        "I can read a graph aloud",
        success_evidence=(SuccessLine(text="one read to a friend"),),
        student_commitments=tuple(Commitment(text=text) for text in ("bring one", "read it", "draw it")),
        advisor_commitments=(Commitment(text="find the graphs"),),
    )
    pact = activate_pact(caseload, draft, [Yes(Observer.STUDENT, "Maya"), Yes(Observer.ADVISOR, "Advisor")])
    pact = mark_kept(caseload, pact, Observer.STUDENT, 1)
    store.close()
    return pact


def test_from_nothing_to_a_pact_that_both_agreed_to(home: Path) -> None:
    texts = ["I can read a graph aloud", "one read to a friend", "bring one - every week", "find the graphs"]
    target, success, theirs, mine = texts
    keys = ["P", target, *[TAB] * 5, success, TAB, theirs, TAB, mine, AGREE, SAVE]
    with Terminal(home) as terminal:
        terminal.wait_for("Who next")
        for key in keys:
            terminal.type(key)
        terminal.wait_for("The pact begins: both agreed")
        terminal.type("q")
        assert terminal.wait_for_the_end() == 0
    assert len([key for key in keys if key not in texts]) <= AT_MOST
    (pact,) = pacts_of(home)
    assert pact.status is PactStatus.ACTIVE
    assert (pact.learning_target, pact.success_evidence[0].text) == (target, success)
    assert pact.student_commitments == (Commitment(text="bring one", how_often="every week"),)
    assert pact.advisor_commitments == (Commitment(text=mine),)
    assert {party: yes.name for party, yes in agreed_by(pact).items()} == {
        Observer.STUDENT: "Maya",
        Observer.ADVISOR: "Advisor",
    }


def test_a_terminal_closed_in_the_middle_brings_back_every_line_in_its_order_with_what_is_written_with_it(
    home: Path,
) -> None:
    before = kept_pact(home)
    kept = before.student_commitments[1].kept
    assert kept
    with Terminal(home) as terminal:
        terminal.wait_for("Who next")
        terminal.type("pR")
        terminal.wait_for("I can read a graph aloud")
        terminal.type(TAB + "graphs" + TAB * 5)
        terminal.wait_for("draw it")
        terminal.type("\x1b[A!" + CTRL_UP + ENTER + "ask first")  # the second line, changed, becomes the first
        terminal.wait_for("ask first")
        terminal.type(TAB + ENTER + "look at them")
        terminal.wait_for("look at them")
        terminal.close()
        terminal.program.wait(5)
    with Terminal(home) as terminal:
        terminal.wait_for("✎ 1 draft")
        terminal.type("pR")
        terminal.wait_for("Your draft is back")
        terminal.type(SAVE)
        terminal.wait_for("What changed since you two agreed")
        terminal.type(ENTER)
        terminal.wait_for("Who agrees to these words")
        terminal.type(SAVE)
        terminal.wait_for("Pact changed: both agreed again")
    (pact,) = pacts_of(home)
    assert pact.title == "graphs"
    assert [line.text for line in pact.student_commitments] == ["read it!", "ask first", "bring one", "draw it"]
    assert [line.kept for line in pact.student_commitments] == [kept, (), (), ()]
    assert [line.text for line in pact.advisor_commitments] == ["find the graphs", "look at them"]
    assert pact.revision == before.revision + 1


def test_a_long_text_is_written_in_one_s_own_editor(home: Path, tmp_path: Path) -> None:
    script = tmp_path / "editor"
    script.write_text(
        '#!/bin/sh\necho "in the editor"; sed -n 1p "$1"; read answer\nprintf \'%s, and more\\nbeyond\\n\' "$answer" > "$1"\n'
    )
    script.chmod(0o700)
    with Terminal(home, EDITOR=str(script)) as terminal:
        terminal.wait_for("Who next")
        terminal.type("P")
        terminal.wait_for("Learning target")
        terminal.type("I can read" + OWN_EDITOR)
        terminal.wait_for("in the editor")
        terminal.wait_for("I can read")
        terminal.type("I can write\n")
        terminal.wait_for("Learning target")
        terminal.wait_for("I can write, and more")
        terminal.wait_for("beyond")
        terminal.type(SAVE)
        terminal.wait_for("Pact drafted")
    (pact,) = pacts_of(home)
    assert pact.learning_target == "I can write, and more\nbeyond"


def test_without_an_editor_that_is_said_and_the_text_stays(home: Path) -> None:
    with Terminal(home, EDITOR="no-such-editor") as terminal:
        terminal.wait_for("Who next")
        terminal.type("P")
        terminal.wait_for("Learning target")
        terminal.type("I can read" + OWN_EDITOR)
        terminal.wait_for("there is no such program here")
        terminal.type(" aloud" + ESCAPE)
        terminal.wait_for("Not saved yet")
        terminal.type("P")
        terminal.wait_for("I can read aloud")


def test_a_terminal_closed_while_one_s_own_editor_is_open_loses_nothing_and_leaves_no_file(
    home: Path, tmp_path: Path
) -> None:
    script, place = tmp_path / "editor", home / "drafts"
    script.write_text('#!/bin/sh\necho "in the editor"; read answer\n')
    script.chmod(0o700)
    with Terminal(home, EDITOR=str(script)) as terminal:
        terminal.wait_for("Who next")
        terminal.type("P")
        terminal.wait_for("Learning target")
        terminal.type("I can read" + OWN_EDITOR)
        terminal.wait_for("in the editor")
        assert list(place.glob("editor-*/words.txt"))
        terminal.close()
        terminal.program.wait(5)
    assert [draft.fields["learning_target"] for draft in Drafts(home).all()] == ["I can read"]
    assert list(place.glob("editor-*")) == []


def test_text_in_one_s_own_editor_is_offered_after_the_program_was_killed(home: Path, tmp_path: Path) -> None:
    script = tmp_path / "editor"
    script.write_text('#!/bin/sh\nprintf "I can read aloud\\n" > "$1"; echo "in the editor"; read answer\n')
    script.chmod(0o700)
    with Terminal(home, EDITOR=str(script)) as terminal:
        terminal.wait_for("Who next")
        terminal.type("P")
        terminal.wait_for("Learning target")
        terminal.type("I can read" + OWN_EDITOR)
        terminal.wait_for("in the editor")
        terminal.program.kill()
        terminal.program.wait(5)
    assert [path.read_text("utf-8") for path in home.glob("drafts/editor-*/words.txt")] == ["I can read aloud\n"]
    with Terminal(home) as terminal:
        terminal.wait_for("✎ 1 draft")
        terminal.type("P")
        terminal.wait_for("I can read aloud")
    assert list(home.glob("drafts/editor-*")) == []
