"""What dialogs do with a click, a key that their boxes leave, and each side of what they show, compared with `told/`."""

from datetime import date, time
from types import SimpleNamespace
from typing import Any

import pytest
from app_case import key_event
from driven_case import Driven
from pact_case import agreed
from record_case import TODAY, make
from told_case import StandIn, compare

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn
from advisory.model.words import Observer
from advisory.rules.learning.feedback_moves import FEEDBACK_MOVES
from advisory.rules.leaving.preview import Choice, Going, Kept, Part, Preview
from advisory.rules.leaving.reason import Reason
from advisory.rules.pact.keeping import text_of, unmarked
from advisory.rules.season.schedule import Slot
from advisory.tui.dialogs.columns import Column, ColumnsDialog
from advisory.tui.dialogs.feedback import FIELDS, FeedbackDialog
from advisory.tui.dialogs.form import kept
from advisory.tui.dialogs.form.field import Field, FieldKind
from advisory.tui.dialogs.form.form import FormDialog
from advisory.tui.dialogs.form.opening import Opening
from advisory.tui.dialogs.group import GroupDialog, GroupText
from advisory.tui.dialogs.help import Explained
from advisory.tui.dialogs.keymap import KeymapDialog, Rebindable
from advisory.tui.dialogs.keys import KeysDialog, Known, _Filter
from advisory.tui.dialogs.pact.agreement import AgreementDialog
from advisory.tui.dialogs.pact.both_agree import BothAgreeDialog
from advisory.tui.dialogs.pact.case import PactCase
from advisory.tui.dialogs.pact.close import carried_ticks
from advisory.tui.dialogs.pact.editor import PactEditor, Writing
from advisory.tui.dialogs.pact.review import MarkLine, ReviewDialog, _Words
from advisory.tui.dialogs.pick import PickDialog
from advisory.tui.dialogs.preview import PreviewDialog
from advisory.tui.dialogs.schedule import Proposal, ScheduleDialog
from advisory.tui.dialogs.theme import ThemeDialog
from advisory.tui.dialogs.tick_list import Tick, TickListDialog
from advisory.tui.widgets.boxes.note_area import NoteArea
from advisory.tui.widgets.lists import ticks as grid_ticks


def test_a_click_in_a_list(demo: Caseload) -> None:
    told: list[str] = []
    desk = StandIn(demo).desk
    lines = [Slot(one.id, date(2026, 12, 14), time(9)) for one in demo.students[:2]]
    columns = [Column("1. Name", "Ada", "name"), Column("2. Room", "", "")]
    choices = [("", "not read"), ("name", "whole name"), ("room", "no. of a room")]
    going = Preview([Part("Strengths", [Going("a", "calm"), Going("b", "kind")])], leaves_out=True)
    rows = [
        Rebindable("undo", "u", "Undo", "most screens", False),
        Rebindable("redo", "r", "Redo", "most screens", True),
    ]
    for dialog, name, keys in (
        (PickDialog("Which?", [("a", "one"), ("b", "two")], at="b", marks={"a": "1", "c": "3"}), "body_opened", ("3", "1", "x")),
        (TickListDialog("Which?", [Tick("a", "one", True), Tick("b", "two", False)]), "body_opened", ()),
        (ScheduleDialog(desk, Proposal(lines)), "body_opened", ("J",)),
        (ColumnsDialog("What?", columns, choices, about=""), "body_opened", ("f1", "space", "N", "minus", "R")),
        (ColumnsDialog("What?", columns, choices, about="", mark="sensitive"), "body_highlighted", ()),
        (PreviewDialog(desk, "A page", lambda _choice: going, "page.html", choice=Choice()), "body_opened", ("n",)),
        (KeymapDialog(lambda: rows, lambda _id, key: "" if key else "Taken.", lambda: None), "body_opened", ("escape", "d", "enter", "x")),
    ):  # fmt: skip
        driven = Driven(dialog)
        driven.hears(name)
        driven.press(*keys)
        told += driven.told
    many = [("a", "one"), *((f"k{at}", f"option {at}") for at in range(20))]
    marked = Driven(PickDialog("Which?", many, marks={"a": "1", "k9": "9"}))
    for at_top in (0, 8):
        marked.lines.top = at_top
        marked.press("9", "1")
    told += marked.told
    compare(told, "heard_clicks")


def test_what_the_list_of_keys_hears() -> None:
    known = [
        Known("one", Explained("x", "Done", "Marks it.")),
        Known("two", Explained("f9 y", "Again", "Does it again."), "twice"),
    ]
    told = [f"{typed!r}: {[one.fit(typed) for one in known]}" for typed in ("", "x", "f9", "y", "do", "aga", "twi", "marks", "again it", "f", "zz")]  # fmt: skip
    for here in (0, 1, 2):
        keys = Driven(KeysDialog(known, here=here, marks=[]))
        for name in ("input_changed", "input_submitted", "body_opened"):
            keys.hears(name)
        told += keys.told
    empty = Driven(KeysDialog(known, here=2, marks=[]))
    empty._one("#keys-filter").value = "zzz"
    empty.hears("input_changed")
    empty.hears("input_submitted")
    told += empty.told
    box = _Filter.__new__(_Filter)
    told += [f"{key}: {box.check_consume_key(key, character)}" for key, character in (("a", "a"), ("с", "с"), ("up", None), ("é", "é"), ("ctrl+с", None))]  # fmt: skip
    compare(told, "heard_keys")


def test_what_a_theme_is_shown_in(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    theme = Driven(ThemeDialog("Theme", [("dark", "Dark"), ("light", "Light")], at="dark"))
    set_to: list[str] = []

    class App:
        """Tells each theme that it is given."""

        _now = "dark"
        theme = property(
            lambda self: self._now, lambda self, name: (set_to.append(name), setattr(self, "_now", name))[1]
        )

    monkeypatch.setattr(ThemeDialog, "app", App())
    for key in ("", "down", "up", "up"):
        if key:
            theme.press(key)
        theme.hears("body_highlighted")
        told.append(f"{key or 'at first'}: {set_to}")
    theme.lines.forget()
    theme.hears("body_highlighted")
    compare([*told, f"nothing there: {set_to}", *theme.told], "heard_themes")


def test_which_form_is_begun_again(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    shown: list[Any] = []
    monkeypatch.setattr(kept, "open_screens", lambda _app: shown)
    app: Any = SimpleNamespace(install_screen=lambda _form, name: told.append(f"    installs {name}"), uninstall_screen=lambda name: told.append(f"    forgets {name}"))  # fmt: skip

    class Form:
        """A form that was never drawn."""

        is_mounted = True

        def __init__(self, opening: Opening) -> None:
            self.opening = opening

        def begin_again(self, opening: Opening) -> None:
            told.append(f"    begins again: {opening.heading}")

        def remove(self) -> None:
            told.append("    is removed")

    forms: dict[str, Any] = {}
    fields = [Field("text", "What?"), Field("day", "When?", kind=FieldKind.DAY)]

    def begins(what: str, some: list[Field]) -> Any:
        told.append(what)
        form = kept.begin_form(app, forms, Form, Opening(what, some, {}, None))  # type: ignore[arg-type]
        told.append(f"    {form.opening.heading} of {[*forms]}")
        return form

    first = begins("first", fields)
    begins("another", fields[:1])
    begins("first again", fields)
    shown.append(first)
    begins("while it is open", fields)
    shown.clear()
    first.is_mounted = False
    begins("before it is there", fields)
    first.is_mounted = True
    begins("closed again", fields)
    kinds = [Field("a", "A", is_list=True), Field("b", "B", is_long=True), Field("c", "C", choices=[("x", "x")], is_beside=True)]  # fmt: skip
    begins("of other kinds", kinds)
    for at in range(kept._MOST):
        begins(f"{at}", [Field(f"field{at}", "What?")])
    compare(told, "heard_forms")


def test_where_a_form_goes_on() -> None:
    told: list[str] = []
    fields = [Field("what", "What?", is_long=True), Field("who", "Who?", complete=lambda typed: "Maya" if typed == "Ma" else typed), Field("how", "How?", choices=[("a", "one")])]  # fmt: skip
    form = Driven(FormDialog(Opening("A form", fields, {}, None, focus_on="who")))
    for name in ("field-what", "field-who", "field-how"):
        form._focus(form._one(f"#{name}"))
        told.append(f"{name}: {form.dialog._field.name} · {form.dialog._keys}")
    for widget in (None, SimpleNamespace(id=None), SimpleNamespace(id="else")):
        form.dialog._reactive_focused = widget
        told.append(f"{widget and widget.id}: {form.dialog._field.name}")
        form.dialog._stay_at_focus()
        told.append(f"    stays at {form.dialog.focus_on}")
    form.dialog.focus_on = "gone"
    told.append(f"gone: {form.dialog._field.name}")
    for name, typed in (("field-who", "Ma"), ("field-who", "Ka"), ("field-what", "Ma"), ("field-how", "")):
        box = form._one(f"#{name}")
        if typed and name == "field-who":
            box.value = typed
        form._focus(box)
        form.press("tab")
    compare([*told, *form.told], "heard_fields")


async def test_keys_that_boxes_leave() -> None:
    told: list[str] = []
    for text, keys in (("", ("up", "down", "left", "right", "space", "x")), ("a", ("up", "space"))):
        grid: Any = SimpleNamespace(
            **{
                name: lambda *by, name=name: told.append(f"    {name} {by}")
                for name in ("move", "move_across", "toggle")
            }
        )
        area = GroupText(grid, lambda _area: None, lambda _text, _at: [])
        area.text = text
        for key in keys:
            event = key_event(key)
            await area.on_key(event)
            told.append(f"{text!r} {key}: {event._stop_propagation} {event._no_default_action}")
    for value, act in (("", None), ("", True), ("", False), ("a", True)):
        words = _Words("", id="field-line", submit=lambda _box: None)
        words._reactive_value = value
        words.act = None if act is None else lambda key, act=act: bool(told.append(f"    acts on {key}")) or act
        event = key_event("down")
        await words.on_key(event)
        told.append(f"words {value!r} {act}: {event._stop_propagation} {event._no_default_action}")
    compare(told, "heard_boxes")


def test_each_side_of_a_pact_in_a_form(demo: Caseload) -> None:
    told: list[str] = []
    desk, diego, elif_ = StandIn(demo).desk, demo.one("Diego"), demo.one("Elif")
    begun = agreed(demo, elif_)
    other = agreed(demo, elif_, title="maps")
    values = {field.name: field.initial for field in PactCase(desk, elif_.id, begun).fields}
    for case in (PactCase(desk, elif_.id, begun), PactCase(desk, elif_.id, other), PactCase(desk, elif_.id, None)):
        check = case._beginning(case._edited({"learning_target": "x"}))
        told.append(f"{case.heading}: {check.others} {check.agreed} {[*check.names]} {case.is_kept}")
    told.append(f"{PactCase(desk, elif_.id, begun).check(values, begins=True)}")
    for is_met in (False, True):
        for has_target in (False, True):
            ticks = carried_ticks(desk, begun, is_met=is_met, has_target=has_target)
            told += [f"{is_met} {has_target}: {[one.is_ticked for one in ticks]}"]
    for case, covered, width in (
        (PactCase(desk, diego.id, None), False, 80),
        (PactCase(desk, elif_.id, begun), True, 79),
        (PactCase(desk, elif_.id, begun), False, 60),
    ):
        editor = Driven(PactEditor(Opening("A pact", case.fields, {}, None, covered=covered, more=Writing(case))))
        editor.dialog._size = SimpleNamespace(width=width, height=24)
        for field in (*case.fields, None):
            editor.dialog._reactive_focused = editor._one(f"#field-{field.name}") if field else SimpleNamespace(id=None)
            told.append(
                f"{width} {field.name if field else 'elsewhere'}: {editor.dialog._keys} · {editor.dialog._here!r}"
            )
        for text in ("12/5", " ", "soon"):
            editor._one("#field-target_on").value = text
            editor.dialog._describe_days()
            editor._tell(f"ends {text!r}")
        box = editor._one("#field-why")
        for area in (box, editor._one("#field-title"), None):
            for key in ("up", "down", "x"):
                editor.dialog._reactive_focused = area
                if area is not None or key == "x":
                    told.append(f"{area and area.id} {key}: {editor.dialog._takes(key_event(key))}")
        told += editor.told
    compare(told, "heard_pact")


def test_each_side_of_an_agreement() -> None:
    told: list[str] = []
    agreement = Driven(AgreementDialog({Observer.STUDENT: "Diego", Observer.ADVISOR: ""}))
    for widget in (None, "#how-student", "#how-advisor", "#name-advisor"):
        agreement.dialog._reactive_focused = agreement._one(widget) if widget else None
        agreement.dialog.on_descendant_focus()
        agreement._tell(str(widget))
        if widget:
            agreement.dialog._go_on(agreement._one(widget))
        agreement._tell("goes on")
    for wants_name in (True, False):
        both = Driven(
            BothAgreeDialog(
                "Is it?",
                [("one", "")],
                mask=str,
                is_own=lambda name: name == "Maya",
                wants_name=wants_name,
                wants_mine=True,
            )
        )
        for text in ("", " ", "Ma"):
            both._one("#agree-name").text = text
            both.dialog._show_keys()
            both._tell(f"typed {text!r}")
        for key in ("up", "pageup", "x"):
            event = key_event(key)
            told.append(f"{key}: {both.dialog._reads_on(event)}")
        told += both.told
    compare([*told, *agreement.told], "heard_agreement")


def test_each_side_of_a_review(demo: Caseload) -> None:
    told: list[str] = []
    pact = agreed(demo, demo.one("Diego"))
    lines = [MarkLine(mark, text_of(pact, mark)) for mark in unmarked(pact, TODAY)]
    fields = [Field("next_on", "Next review on", "Dec 4, 2026"), Field("line", "What did you two see?", is_first=True)]
    for more in (lines, []):
        review = Driven(ReviewDialog(Opening("Review", fields, {}, None, more=more)))
        for name, text in (("field-line", ""), ("field-line", "x"), ("field-next_on", "")):
            review._focus(review._one(f"#{name}"))
            review._one(f"#{name}").value = text
            told.append(f"{len(more)} {name} {text!r}: {review.dialog._keys}")
        if more:
            for at in range(len(lines)):
                for by in (-1, 1):
                    review.lines.go_to(lines[at].key)
                    review.dialog._go_to_side(by)
                    told.append(f"from {lines[at].key} by {by}: {review.lines.key}")
            review.hears("body_opened")
            told += review.told[-4:]
    compare(told, "heard_review")


def test_each_side_of_a_conversation() -> None:
    told: list[str] = []
    talk = Driven(FeedbackDialog(Opening("Feedback", FIELDS, {"saw": "calm", "next_action": "draw"}, None, more={})))
    for reached in ({0}, {0, 1, 2, 3}, set(range(len(FEEDBACK_MOVES)))):
        talk.dialog._reached = reached
        told.append(f"reached {len(reached)}: {sorted(talk.dialog._written())}")
    for at in range(len(talk.dialog._stops)):
        for name in ("saw", "again_on", "next_action", "difficulty"):
            talk.dialog._at = at
            talk.dialog.on_descendant_focus(SimpleNamespace(widget=talk._one(f"#field-{name}"), prevent_default=str))
            told.append(f"a click into {name} from stop {at}: {talk.dialog._at}")
    for focused in ("#field-saw", None):
        for character, key in (("x", "x"), (" ", "space"), (None, "f1"), ("\t", "tab")):
            talk.dialog._reactive_focused = (
                talk._one(focused)
                if focused
                else talk._one(next(one for one in talk._all if type(one).__name__ == "MoveList").__class__)
            )
            event = SimpleNamespace(
                key=key,
                character=character,
                is_printable=bool(character and character.isprintable()),
                stop=lambda: told.append("    stopped"),
            )
            talk.dialog._at = 0
            talk.dialog.on_key(event)
            told.append(f"{focused} {key}: stop {talk.dialog._at}")
    area = talk._one("#field-saw")
    for one in (area, None):
        for key in ("up", "down", "x"):
            talk.dialog._reactive_focused, talk.dialog._at = one, 2
            if isinstance(one, NoteArea) or key == "x":
                told.append(
                    f"{one and one.id} {key}: {talk.dialog._takes(SimpleNamespace(key=key))} stop {talk.dialog._at}"
                )
    compare([*told, *talk.told], "heard_talk")


def test_each_side_of_a_group_and_a_preview(demo: Caseload) -> None:
    told: list[str] = []
    ticks = [grid_ticks.Tick("s1", "Ama"), grid_ticks.Tick("s2", "Ben", is_here=False)]
    group = Driven(
        GroupDialog(
            ticks,
            {},
            keep=lambda _fields: "",
            read=lambda _entry: "",
            tags=lambda text, _at: [f"{text}ps"] if text.endswith("#ma") else [],
            problem="",
            covered=False,
        )
    )
    dialog: Any = group.dialog
    for text, focus in (("#ma", "#group-text"), ("#ma", "#group-topic"), ("x", "#group-text"), ("", "#group-text")):
        for by in (1, -1):
            dialog.text.text = text
            dialog.text.move_cursor(dialog.text.document.end)
            group._focus(group._one(focus))
            dialog.action_go(by)
            told.append(f"{text!r} {focus} {by}: {dialog.text.text!r} {dialog.focused.id}")
    for text, focused in (
        ("", "#group-text"),
        ("x", "#group-text"),
        ("", "#group-own"),
        ("x", "#group-own"),
        ("", "#group-kind"),
        ("x", None),
        ("x", SimpleNamespace(id=None)),
    ):
        dialog.text.text = text
        dialog._reactive_focused = group._one(focused) if isinstance(focused, str) else focused
        dialog._draw()
        told.append(f"{text!r} {focused}: always {dialog.ticks._always_shows_cursor}")
        group._tell("drawn")
    for before, words in (("", ""), ("", " "), ("", "spoke"), ("spoke", "spoke up"), ("spoke", ""), ("spoke", " ")):
        dialog._own, dialog._lines = "s2", {"s2": before} if before else {}
        dialog.ticks.show({"s1"}, {})
        dialog.own.value = words
        dialog._take_own()
        told.append(f"{before!r} → {words!r}: {sorted(dialog.ticks.ticked)} {dialog._lines}")
    desk = StandIn(demo).desk
    note = make(CheckIn, line="a private line")
    for names in ((), ("Kai",)):
        for leaves_out in (False, True):
            for kept_back in ((), (Kept(note, "Maya", Reason.PRIVATE),)):
                shown = Preview(
                    [Part("", [Going("a" if names else "", "calm")])],
                    kept=kept_back,
                    names=names,
                    leaves_out=leaves_out,
                )
                preview = Driven(
                    PreviewDialog(desk, "A page", lambda _choice, shown=shown: shown, "page.html", choice=Choice())
                )
                told.append(f"{names} {leaves_out} {len(kept_back)}: {preview.dialog._keys()}")
                preview.press("n")
                told += preview.told[-2:]
    compare([*told, *group.told], "heard_group")
