"""What the dialogs show after each of their keys, compared with `told/`."""

from datetime import date, time
from types import SimpleNamespace
from typing import Any

import pytest
from driven_case import Driven
from record_case import make
from told_case import StandIn, compare

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn
from advisory.rules.leaving.preview import Choice, Going, Kept, Part, Preview
from advisory.rules.leaving.reason import Reason
from advisory.rules.pact.wording import Difference
from advisory.rules.season.schedule import Slot
from advisory.tui.dialogs.columns import Column, ColumnsDialog
from advisory.tui.dialogs.dialog import ask_over
from advisory.tui.dialogs.help import Explained, HelpDialog
from advisory.tui.dialogs.keymap import KeymapDialog, Rebindable
from advisory.tui.dialogs.keys import KeysDialog, Known
from advisory.tui.dialogs.pact.both_agree import BothAgreeDialog
from advisory.tui.dialogs.pact.changed_words import ChangedWordsDialog
from advisory.tui.dialogs.pact.history import PactHistoryDialog
from advisory.tui.dialogs.passphrase import PassphraseDialog
from advisory.tui.dialogs.pick import PickDialog, marks_for
from advisory.tui.dialogs.preview import PreviewDialog
from advisory.tui.dialogs.report import ReportDialog
from advisory.tui.dialogs.schedule import Proposal, ScheduleDialog
from advisory.tui.dialogs.tick_list import Tick, TickListDialog
from advisory.tui.widgets.text.ink import Span
from advisory.tui.words.pact_history import Wording

LONG = "A sentence that is long enough to be wrapped onto a second line, so that how it goes on there is seen as well."


def test_lists_to_pick_from_and_to_tick() -> None:
    told: list[str] = []
    options = [(f"key{number}", f"option {number}") for number in range(13)]
    for one, keys in (
        (PickDialog("Which?", options[:12]), ("j", "down", "k", "up", "1", "enter", "escape")),
        (PickDialog("Which?", options, at="key3", marks=marks_for(key for key, _ in options)), ("2", "9", "9", "z", "enter")),
        (PickDialog("None?", []), ("enter",)),
        (TickListDialog("Which?", [Tick(key, label, key < "key3") for key, label in options[:7]], about="All of them."),
         ("space", "down", "space", "pagedown", "pageup", "j", "k", "up", "enter", "ctrl+s", "escape")),
        (ReportDialog("Read", [LONG, f"    {LONG}", "short"], question="Enter goes on"), ("j", "down", "k", "up", "space", "pagedown", "pageup", "enter", "escape")),
        (ReportDialog("Read", ["one line"], question="", escape="Esc goes back"), ("enter",)),
    ):  # fmt: skip
        driven = Driven(one)
        driven.press(*keys)
        driven.narrow()
        told += driven.told
    compare(told, "dialogs_lists")


def index() -> KeysDialog:
    """An index of keys and commands, of which the second is on other screens, and what each mark means."""
    known = [
        Known("one", Explained("x", "Promise done", LONG)),
        Known("two", Explained("^k", "Private", "Shows.", is_dim=True), "secret"),
    ]
    return KeysDialog(
        [*known, Known("three", Explained("&", "Families", "People at home."))],
        here=2,
        marks=[Explained("●", "", "seen")],
    )


def test_keys_and_marks_explained() -> None:
    told: list[str] = []
    help_card = Driven(
        HelpDialog("Marks", [Explained("&family", "", LONG), Explained("~5", "", "minutes", is_dim=True)])
    )
    help_card.press("j", "k", "end", "home", "pagedown", "pageup", "G", "q")
    labeled = Driven(HelpDialog("Keys", [Explained("x", "Done", LONG), Explained("ctrl+something", "", "z")]))
    told += [*help_card.told, *labeled.told]
    for text in ("", "x", "pri", "secret", "home people", "seen", "zzz", "\u0444"):
        keys = Driven(index())
        keys._one("#keys-filter").value = text
        keys.dialog._draw()
        keys.press(*([] if text else ["down", "pagedown", "up", "pageup", "f1"]), "enter", "escape", "escape")
        told += keys.told
    compare(told, "dialogs_keys")


def test_another_key_for_a_command() -> None:
    keys = {"undo": "u", "redo": "^r", "find": "/"}
    chosen = {"redo"}

    def rows() -> list[Rebindable]:
        return [Rebindable(one, key, one.capitalize(), "most screens", one in chosen) for one, key in keys.items()]

    def choose(command: str, key: str) -> str:
        if key == "x":
            return "x is the key of “Promise done”."
        keys[command] = key or "usual"
        return ""

    def reset() -> None:
        keys["redo"] = "^r"
        chosen.clear()

    dialog = Driven(KeymapDialog(rows, choose, reset))
    dialog.press("enter", "escape", "enter", "x", "enter", "y", "j", "d", "delete", "k", "pagedown", "pageup")
    dialog.press("D", "up", "D", "D", "D", "q")
    compare(dialog.told, "dialogs_keymap")


def test_columns_days_and_wordings() -> None:
    told: list[str] = []
    columns = [
        Column("1. Name", "Ada · Ole", "name"),
        Column(f"2. {LONG}", "x", ""),
        Column("3. Note", "", "", is_marked=True),
    ]
    choices = [("", "not read"), ("name", "whole name"), ("note", "note")]
    for mark in ("", "sensitive"):
        dialog = Driven(ColumnsDialog("What is it?", columns, choices, about="Say it.", mark=mark))
        dialog.press(
            "right",
            "left",
            "left",
            "down",
            "w",
            "N",
            "7",
            "space",
            "tab",
            "space",
            "shift+tab",
            "up",
            "pagedown",
            "pageup",
            "enter",
            "ctrl+s",
            "escape",
        )
        dialog.narrow()
        told += dialog.told
    changes = [Difference("title", "In a word", ("maps",), ("two maps", LONG)), Difference("why", "Why", (), ())]
    changed = Driven(ChangedWordsDialog(changes))
    for cells in (41, 30, 20):
        changed.lines.cells = cells
        changed.dialog._draw()
        changed._tell(f"{cells} cells")
    changed.press("j", "k", "down", "up", "space", "pagedown", "pageup", "enter", "t", "n", "escape")
    wordings = [
        Wording(f"revision {number}", [Span(f"  {LONG}", "muted"), Span(f"wording {number}")]) for number in (1, 2)
    ]
    history = Driven(PactHistoryDialog("Maya", wordings))
    history.press("j", "k", "h", "left", "l", "right", "pagedown", "pageup", "H", "enter")
    only = Driven(PactHistoryDialog("Maya", wordings[:1]))
    compare([*told, *changed.told, *history.told, *only.told], "dialogs_wordings")


def test_a_proposal_of_days(demo: Caseload) -> None:
    ids = [student.id for student in demo.students[:3]]
    slots = [Slot(one, date(2026, 12, 14), time(9 + hour)) for hour, one in enumerate(ids)]
    dialog = Driven(ScheduleDialog(StandIn(demo).desk, Proposal(slots, frozenset(ids[:1]), ids[1])))
    dialog.press(
        "space",
        "space",
        "K",
        "shift+up",
        "J",
        "J",
        "shift+down",
        "minus",
        "pageup",
        "pagedown",
        "k",
        "j",
        "up",
        "down",
        "enter",
        "ctrl+s",
        "escape",
    )
    compare(dialog.told, "dialogs_days")


def test_what_is_about_to_leave(demo: Caseload) -> None:
    desk = StandIn(demo).desk
    note, hidden = make(CheckIn, line="a private line"), make(CheckIn, 2, line="another")
    kept = (Kept(note, "Maya · one-to-one", Reason.PRIVATE), Kept(hidden, "Maya · observation", Reason.PRIVATE))

    def preview(choice: Choice) -> Preview:
        going = [Going("a", LONG, ("c1",), note="rests on a note"), Going("b", "covered [another student]")]
        going += [Going(note.id, note.line, (note.id,))] if note.id in choice[0] else []
        left = tuple(one for one in kept if one.record.id not in choice[0])
        parts = [Part("Strengths", going), Part("", [Going("", "not to be left out")]), Part("Hopes", [])]
        return Preview(parts, kept=left, names=("Kai",), instead=choice.instead.label, covered=frozenset("b"))

    dialog = Driven(PreviewDialog(desk, "A page", preview, "page.html", choice=Choice(), problem="It was changed."))
    dialog.press("t", "e", "e", "j", "e", "n", "n", "n", "end", "e", "t")
    dialog.enter("preview-box", "yes")
    dialog.press("escape", "up", "t")
    dialog.enter("preview-box", " Private ")
    dialog.press("e", "home", "j", "j", "t", "t", "end", "t")
    dialog.enter("preview-box", "private")
    dialog.press("up", "up", "t")
    dialog.enter("preview-box", "private")
    dialog.press("home", "pagedown", "f")
    dialog.enter("preview-box", "other.html")
    dialog.press("f")
    dialog.enter("preview-box", " ")
    dialog.press("quotation_mark", "enter", "ctrl+s", "pageup", "k", "down", "up", "escape")
    bare = Driven(
        PreviewDialog(desk, "A page", lambda _choice: Preview([Part("", [Going("", "x")])]), "p.md", choice=Choice())
    )
    bare.press("n", "e", "t", "escape")
    dialog.press("end", "e", "n")  # what was said is taken back by the next choice
    compare([*dialog.told, *bare.told], "dialogs_preview")


def test_what_is_typed_into_a_dialog() -> None:
    told: list[str] = []
    new = Driven(PassphraseDialog("Handover", is_new=True))
    for box, text in (
        ("passphrase", "short"),
        ("passphrase-again", "other"),
        ("passphrase-again", "short"),
        ("passphrase", ""),
        ("passphrase-again", ""),
    ):
        new.enter(box, text)
    there = Driven(PassphraseDialog("maya.age is encrypted", is_new=False, problem="That doesn't open it."))
    there.enter("passphrase", "")
    there.enter("passphrase", "a long passphrase")
    told += [*new.told, *there.told]
    for wants_name, wants_mine in ((True, True), (True, False), (False, True)):
        both = Driven(
            BothAgreeDialog(
                "Our pact?",
                [("What we work on", "accent"), (LONG, "strong")],
                mask=str,
                is_own=lambda name: name == "Maya",
                wants_name=wants_name,
                wants_mine=wants_mine,
            )
        )
        both.press("y", "down", "up", "pagedown", "pageup")
        if wants_name:
            both.enter("agree-name", "Kai")
            both.enter("agree-name", " Maya ")
        both.dialog.on_text_area_changed()
        both.press("y", "escape")
        told += both.told
    compare(told, "dialogs_typed")


async def test_keys_wait_until_the_dialog_can_take_them_and_again_once_it_closes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    busy = []

    async def seen(*_any: object) -> None:
        busy.append(screen.is_busy)

    async def answer() -> str:
        await seen()
        dialog.on_left()
        await seen()
        return "taken"

    dialog: Any = SimpleNamespace(focused=None)
    app = SimpleNamespace(push_screen=lambda *_one, **_more: (busy.append(screen.is_busy), answer())[1])
    screen: Any = SimpleNamespace(app=app, is_busy=False)
    monkeypatch.setattr("advisory.tui.dialogs.dialog.until", seen)
    monkeypatch.setattr("advisory.tui.dialogs.dialog.draw_whole", seen)
    assert await ask_over(screen, dialog) == "taken"
    assert busy == [True, True, True, False, True]
    assert dialog.is_held
