"""Texts that are laid out, lists that are rewritten, drafts that come back, and what is highlighted; compared with `told/`."""

import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from record_case import NOW, TODAY, make
from textual.content import Content
from textual.geometry import Size
from told_case import StandIn, compare

from advisory.caseload.caseload import Caseload
from advisory.model import (
    CheckIn,
    Commitment,
    DefensePlan,
    FollowUp,
    OtherHelp,
    SuccessLine,
)
from advisory.model.words import (
    Observer,
    Party,
    Visibility,
)
from advisory.rules.pact.keeping import Marked
from advisory.rules.refusal import Refusal
from advisory.store import Drafts
from advisory.tui.dialogs.form.parts import show_text
from advisory.tui.dialogs.pact.lines import read_parts, who_at
from advisory.tui.dialogs.trash import words_of
from advisory.tui.drafts import elsewhere
from advisory.tui.drafts.unsaved import Unsaved, note_slot
from advisory.tui.highlighted import Highlighted
from advisory.tui.kept_drafts import kept_draft
from advisory.tui.prose import Shade
from advisory.tui.running import own_editor
from advisory.tui.widgets.boxes.list_area import FROM


def said_of(what: str, does: Callable[[], object]) -> str:
    """What comes of it, or why it is refused."""
    try:
        return f"{what}: {does()}"
    except Refusal as refusal:
        return f"{what}: {refusal}"


@pytest.fixture
def screen(demo: Caseload) -> StandIn:
    return StandIn(demo)


def test_a_text_is_laid_out_anew_only_where_it_takes_other_lines() -> None:
    told = []
    room = "x" * 20
    texts = ("", "a", "b", room, f"{room}y", "two\nlines", "王" * 10)
    for height in (0, 1, 2):
        for before in texts:
            for text in texts:
                laid_out: list[bool] = []
                part: Any = SimpleNamespace(
                    content=Content(before),
                    size=Size(20, height),
                    update=lambda _content, *, layout, laid_out=laid_out: laid_out.append(layout),
                )
                show_text(part, text)
                told.append(f"{height} {before!r:.10} → {text!r:.10}: {laid_out}")
    part = SimpleNamespace(
        content="plain", size=Size(20, 1), update=lambda _content, *, layout: told.append(f"plain: {layout}")
    )
    show_text(part, "a")
    compare(told, "back_text")


def test_lines_of_a_pact_that_were_changed_or_moved() -> None:
    day = TODAY
    one, two, three = (SuccessLine(text=text, met_on=on) for text, on in (("one", day), ("two", None), ("three", day)))
    told = []
    for value in (
        "", " \n", "one", f"one{FROM}one", f"one{FROM}two", f"new{FROM}one", f"new{FROM}gone\nnewer{FROM}one", f"new{FROM}gone\nold{FROM}lost\nolder{FROM}away",
        f"two{FROM}two\none{FROM}one", f"{FROM}one\ntwo{FROM}two", "three\none", f"a{FROM}x\nb{FROM}y", f"plain\nnew{FROM}gone",
    ):  # fmt: skip
        for before in ((), (one, two), (one, two, three), (one, one)):
            made = [f"{part.text} {part.met_on or '-'}" for part in read_parts(SuccessLine, value, before)]
            told.append(f"{value!r} of {[part.text for part in before]}: {made}")
    helps = [OtherHelp(who="aunt", text="reads"), OtherHelp(who="coach", text="asks")]
    for value in (
        "aunt: sings",
        f"aunt: sings{FROM}aunt: reads",
        f"uncle: reads{FROM}coach: asks",
        "aunt",
        "aunt:",
        ":x",
        "a: b\n:c",
    ):
        told += [said_of(f"{value!r}", lambda value=value: [f"{one.who} / {one.text}" for one in read_parts(OtherHelp, value, helps)])]  # fmt: skip
    told += [f"{line!r}: {who_at(line)}" for line in ("", "aunt", "aunt: reads", ":x", "a:b:c")]
    kept = Commitment(text="read", how_often="weekly", kept=(day,))
    told += [
        f"{value!r}: {read_parts(Commitment, value, (kept,))}"
        for value in (
            "read",
            "read - weekly",
            f"read - daily{FROM}read - weekly",
            f"write{FROM}read - weekly",
            "a - b - c",
        )
    ]
    compare(told, "back_lines")


def test_drafts_that_come_back_twice_and_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = []
    (tmp_path / "home").mkdir()
    first = Unsaved(Drafts(tmp_path / "home"))

    def now(what: str, unsaved: Unsaved) -> None:
        told.append(
            f"{what}: {unsaved.waiting()} {[dict(unsaved.fields(*one)) for one in unsaved.waiting()]} nowhere {unsaved.is_kept_nowhere('sign', 's1')} files {len(list((tmp_path / 'home').rglob('*.json')))}"
        )

    first.keep("sign", "s1", {"line": "a"}, NOW)
    now("kept", first)
    again = Unsaved(Drafts(tmp_path / "home"))
    for _ in range(2):
        told.append(f"{dict(again.bring_back('sign', 's1'))}")
        now("brought back", again)
    again.is_back("sign", "s1", NOW)
    now("is back", again)
    again.is_back("sign", "s1", NOW)
    again.discard("sign", "s1", 3)
    again.keep("sign", "s1", {"line": "b"}, NOW)
    told.append(f"{again.take_back(3, NOW)}")
    again.forget("sign", "s1")
    told.append(f"{again.take_back(3, NOW)} {again.take_back(3, NOW)}")
    again.keep("sign", "s1", {"line": " "}, NOW)
    now("blank", again)
    again.discard("sign", "s2", 4)
    told.append(f"{again.take_back(4, NOW)}")
    now("nothing was thrown away", again)
    told += [
        f"{name}: {tuple(note_slot(name))}" for name in ("text", "line-s1", "older_0", "kind", "texts", "my line-")
    ]
    places = [tmp_path / "nowhere", tmp_path / "locked", tmp_path / "open"]
    for place in places[1:]:
        place.mkdir()
    monkeypatch.setattr(elsewhere, "_folders", lambda: places)
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path).name != "locked")
    found = elsewhere.place_for(NOW)
    told.append(f"{found and found.relative_to(tmp_path)}")
    compare(told, "back_drafts")


def test_what_is_there_of_somebody_or_nobody(screen: StandIn) -> None:
    caseload, desk = screen.desk.caseload, screen.desk
    maya = caseload.one("Maya")
    pact = caseload.summary(maya.id).pact
    told = []
    for student_id in (maya.id, "s0009999", ""):
        for line in (None, Marked(0), Marked(0, Observer.STUDENT)):
            for own in (None, pact):
                here = Highlighted(desk, student_id, line=line, pact=own)
                told.append(
                    f"{student_id} {line} {bool(own)}: {here.success_line!r} {here.opens} {bool(here.promise)} {bool(here.pact)}"
                )
    for row in ("", "student", "check_in", "learning", "sign", "promise", "draft", "pact", "pact_to_write", "other"):
        told += [f"{row}: {[Highlighted(desk, who, row=row).opens for who in (maya.id, '', 's0009999')]}"]
    private, shared = (
        make(CheckIn, student=maya.id, line="x", visibility=who) for who in (Visibility.PRIVATE, Visibility.SHAREABLE)
    )
    for desk.prose.keeps_private in (False, True):
        for note in (private, shared):
            texts = [desk.written(note, text) for text in ("", "said")]
            told += [f"{note.visibility}: {texts} {desk.keeps_back(note)}"]
    gone = SimpleNamespace
    for record in (
        make(CheckIn, line="", tags=("maps",)),
        make(CheckIn, line=""),
        make(CheckIn, line="x"),
        make(DefensePlan, student=maya.id, held_on=TODAY),
        make(FollowUp, text="bring", owner=Party.ADVISOR),
    ):
        for desk.prose.keeps_private in (False, True):
            told.append(f"{type(record).__name__} {desk.prose.keeps_private}: {words_of(desk, gone(record=record))}")
    desk.prose.shade = Shade.INITIALS
    told.append(words_of(desk, gone(record=make(DefensePlan, student=maya.id, held_on=TODAY))))
    for about in ("", maya.id, caseload.jots[0].id, "c9999999"):
        draft = kept_draft(desk, "promise", about)
        told.append(f"{about}: {draft.what} {draft.student_id} {draft.record and draft.record.noun}")
    compare(told, "back_highlighted")


def test_which_program_a_text_is_edited_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        own_editor.shutil, "which", lambda name, path=None: None if name == "nowhere" else f"{path}/{name}"
    )
    told = []
    for visual in (None, "", " ", "code -w", "nowhere", "'half", "''", "#"):
        for editor in (None, "nano"):
            environment = {
                name: value
                for name, value in (("VISUAL", visual), ("EDITOR", editor), ("PATH", "/bin"))
                if value is not None
            }
            told.append(
                said_of(f"{visual!r} {editor!r}", lambda environment=environment: own_editor._command(environment))
            )
    compare(told, "back_editor")
