"""Boxes of a line and of several, without an app: what each key and edit makes of the text, compared with `told/`."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from app_case import key_event
from driven_case import Driven
from textual.actions import SkipAction
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Selection
from told_case import compare

from advisory.tui.dialogs.form.day_input import DayInput
from advisory.tui.dialogs.form.field_input import FieldInput
from advisory.tui.dialogs.report import ReportDialog
from advisory.tui.widgets.boxes.find_line import FindLine
from advisory.tui.widgets.boxes.list_area import ListArea
from advisory.tui.widgets.boxes.note_area import NoteArea
from advisory.tui.widgets.boxes.student_area import StudentArea


@pytest.fixture
def _an_app() -> None:
    """An app for boxes to be made in."""
    Driven(ReportDialog("Nothing", [], question=""))


pytestmark = pytest.mark.usefixtures("_an_app")


class Told:
    """Tells what stands in a box, and where its cursor is."""

    def __init__(self, box: Any) -> None:
        self.box, self.told = box, list[str]()

    def does(self, what: str, *given: Any, **named: Any) -> None:
        """Call a method of it, and tell what came of it."""
        self.runs(lambda: getattr(self.box, what)(*given, **named), f"{what}{given or '()'}")

    def runs(self, done: Callable[[], Any], what: str) -> None:
        """Do something to it, and tell what came of it."""
        result = done()
        more = "" if result is None or not isinstance(result, bool | str | tuple) else f" → {result}"
        where = self.box.selection if isinstance(self.box, TextArea) else self.box.cursor_position
        self.told.append(f"{what}{more}: {self.box.value!r} at {where}".replace("Selection", ""))

    def presses(self, *keys: str) -> None:
        """Give it keys that it may take before it types them."""
        for key in keys:
            self.runs(lambda key=key: self.box._takes(key_event(key)), f"key {key}")


def test_a_list_with_an_item_on_each_line() -> None:
    happened: list[str] = []
    box = ListArea(
        id="list",
        go_on=lambda _box: happened.append("goes on"),
        takes=lambda event: (happened.append(f"takes {event.key}"), event.key == "f2")[1],
        behind=lambda line: line.index("·") if "·" in line else len(line),
    )
    told = Told(box)
    told.runs(lambda: box.begin("one\tfirst\ntwo · often\tsecond\nthree", "a hint", covered=False), "begins")
    told.presses("enter", "a", "f2", "enter")
    box.insert("four")
    told.presses("ctrl+up", "ctrl+up", "ctrl+up", "ctrl+up", "ctrl+down")
    told.does("undo")
    told.does("redo")
    box.move_cursor((1, 0))
    told.presses("enter")
    told.runs(
        lambda: box.on_text_area_selection_changed(SimpleNamespace(stop=lambda: happened.append("stops"))), "moves"
    )
    box.move_cursor((1, 2))
    told.presses("enter")
    box.selection = Selection((0, 1), (2, 1))
    told.presses("enter")
    told.does("_drop_empty")
    told.runs(lambda: setattr(box, "text", "one\n\nzwei\n \n"), "other lines")
    box.move_cursor((1, 0))
    told.runs(lambda: box.on_text_area_selection_changed(SimpleNamespace(stop=str)), "moves")
    told.does("on_blur")
    told.does("undo")
    told.runs(lambda: box.on_text_area_selection_changed(SimpleNamespace(stop=str)), "moves")
    told.runs(lambda: box.on_text_area_selection_changed(SimpleNamespace(stop=str)), "moves again")
    told.runs(lambda: setattr(box, "value", "  a   b \tc  d\n\n\tx\ne"), "another value")
    told.told += [f"{box._from} {box.get_line(0).plain}", " ".join(happened)]
    box.cover(covered=True)
    told.told.append(f"{[box.get_line(at).plain for at in range(len(box.document.lines))]}")
    compare(told.told, "writing_list")


async def test_a_note_of_several_lines() -> None:
    happened: list[str] = []
    box = NoteArea(
        id="note",
        submit=lambda _box: happened.append("submits"),
        takes=lambda event: event.key == "f2",
        tags=lambda text, at: [f"{text}lab", f"{text}late"] if text[:at].endswith("#") else [],
    )
    told = Told(box)
    told.runs(lambda: box.begin("one\ntwo", "a hint", covered=True), "begins")
    told.told.append(f"{box.placeholder} {box.is_covered} {box.get_line(0).plain} {box.cursor_at}")
    box.select_all()
    told.does("action_cut")
    told.does("cover", covered=False)
    told.does("put", "a #", 1)
    told.does("complete")
    told.does("put", "a #")
    told.does("complete")
    told.does("put", "one #\ntwo", 5)
    told.does("put_completed", "one #lab\ntwo")
    told.does("put", "tab\there\x07")
    told.told.append(box.get_line(0).plain)
    told.does("put", "x\n#")
    for key in ("f2", "f3", "right", "enter", "left"):
        event = key_event(key)
        await box.on_key(event)
        told.runs(lambda: box.cursor_at, f"key {key} {event._stop_propagation} {event._no_default_action}")
    for text in ("a\r\nb\rc", "tab\tbell\x07é\u200b"):
        event = SimpleNamespace(text=text)
        await box.on_paste(event)
        told.told.append(f"pastes {event.text!r}")
    plain = NoteArea(id="plain")
    event = key_event("enter")
    await plain.on_key(event)
    told.told.append(f"{event._stop_propagation} {plain.completions} {plain.complete()} {happened}")
    student = StudentArea(id="student", mask=lambda text: text.replace("Kai", "···"), submit=lambda _box: None)
    student.put("Kai said")
    paste = SimpleNamespace(stop=lambda: happened.append("stops"), prevent_default=lambda: happened.append("prevents"))
    await student.on_paste(paste)
    student.action_paste()
    shown = [student.get_line(0).plain]
    student.cover(covered=True)
    told.told.append(f"{shown} {student.get_line(0).plain} {student.text} {happened}")
    compare(told.told, "writing_notes")


async def test_boxes_of_one_line() -> None:
    happened: list[str] = []
    box = FieldInput("Ma", "a name", id="who", submit=lambda one: happened.append(one.value))
    told = Told(box)
    told.does("complete")
    box.completes = lambda typed: "Maya Okafor" if typed == "Ma" else typed
    told.does("action_cursor_right")
    told.does("action_cursor_right")
    told.runs(lambda: setattr(box, "value", "Ma"), "typed")
    told.does("action_cursor_right", select=True)
    box.cursor_position = 0
    told.does("action_cursor_right")
    told.does("complete")
    told.does("complete")
    await box.action_submit()
    told.runs(lambda: box.begin("new", "other", covered=True), "begins")
    told.told.append(f"{box.placeholder} {box.password}")
    box.selection = type(box.selection)(0, 3)
    told.does("action_cut")
    event = SimpleNamespace(text="two\nlines\r\nhere")
    box.on_paste(event)
    told.told.append(event.text)
    day = DayInput(
        "fri", choose=lambda one: happened.append(f"calendar for {one.value}"), id="day", submit=lambda _one: None
    )
    for key in ("a", "space"):
        event = key_event(key)
        await day.on_key(event)
        told.told.append(f"{key} {event._stop_propagation} {event._no_default_action}")
    find = FindLine("a name", lambda: happened.append("to the list"))
    posted: list[Any] = []
    find.post_message = posted.append
    changed = SimpleNamespace(value="be", stop=lambda: happened.append("stops"))
    find.on_input_changed(changed)
    await find.action_submit()
    find.value = "ben"
    find.cursor_position = 3
    with pytest.raises(SkipAction):
        find.action_delete_right_all()
    find.cursor_position = 1
    find.action_delete_right_all()
    searched = [one.text for one in posted if isinstance(one, FindLine.Searched)]
    told.told += [f"{happened} {searched} {find.value} {find.placeholder} {find.id} {find.select_on_focus}"]
    assert not [one for one in posted if isinstance(one, Input.Submitted)]
    compare(told.told, "writing_lines")
