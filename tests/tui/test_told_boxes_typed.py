"""The check-in line and the boxes of a form, without an app: each key on each side of where it does something, compared with `told/`."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from app_case import key_event
from bare_case import inked as ink_of
from composed import flat, parts
from driven_case import Driven
from rich.style import Style
from textual._context import active_app
from textual.geometry import Offset, Region, Size
from textual.widget import Widget
from textual.widgets import TextArea
from textual.widgets.text_area import Selection
from told_case import compare

from advisory.model.words import Kind, NotMadeReason
from advisory.tui.dialogs.report import ReportDialog
from advisory.tui.widgets.boxes.check_in_line import Callbacks, CheckInLine, Typed, _is_another
from advisory.tui.widgets.boxes.choice import Choice
from advisory.tui.widgets.boxes.find_line import FindLine
from advisory.tui.widgets.boxes.list_area import ListArea
from advisory.tui.widgets.boxes.note_area import NoteArea
from advisory.tui.widgets.text.wrapped_text import WrappedText


@pytest.fixture
def _an_app() -> None:
    """An app for boxes to be made in."""
    Driven(ReportDialog("Nothing", [], question=""))


pytestmark = pytest.mark.usefixtures("_an_app")


NAMES = ["Ada", "Ada, Ben"]


class Styles:
    """A height, each change of which takes a new layout."""

    def __init__(self, told: list[str]) -> None:
        self._told: list[str] = told
        self._height: Any = None

    @property
    def height(self) -> Any:
        return self._height

    @height.setter
    def height(self, lines: int) -> None:
        self._told.append(f"    lays out {lines} lines")
        self._height = SimpleNamespace(value=lines)


class Line:
    """Tells what stands on a check-in line, and what it asks the screen for."""

    def __init__(self, app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        self.told: list[str] = []
        self.keeps = True
        callbacks = Callbacks(
            keep=lambda typed: (self.told.append(f"    keeps {tuple(typed)}"), self.keeps)[1],
            save=lambda: self.told.append("    saves"),
            read=lambda: self.told.append("    reads"),
            complete=lambda text, at: [f"{name} {text}" for name in NAMES] if at < len(text) else [],
            tags=lambda text, at: [f"{text[:at]}lab{text[at:]}", f"{text[:at]}late{text[at:]}"] if text[:at].endswith("#") else [],
            explain=lambda: self.told.append("    explains"),
        )  # fmt: skip
        self.line: Any = CheckInLine(callbacks)
        self.told.append(f"id {self.line.id}")
        inside: list[Any] = [*flat(parts(app, self.line))]
        self.told.append(" ".join(f"{type(one).__name__}#{one.id}" for one in inside))
        self.whole = inside

        def query_one(wanted: Any, _kind: Any = None) -> Any:
            return next(one for one in self.whole if one.id == wanted[1:]) if isinstance(wanted, str) else next(one for one in self.whole if isinstance(one, wanted))  # fmt: skip

        self.line.query_one = query_one
        self.line.query = lambda wanted: [one for one in self.whole if isinstance(one, wanted)]
        self.timers: list[Callable[[], object]] = []
        self.line.set_timer = self._set_timer
        monkeypatch.setattr(CheckInLine, "screen", SimpleNamespace(size=Size(30, 24)))
        monkeypatch.setattr(CheckInLine, "gutter", SimpleNamespace(width=4), raising=False)
        self.words: WrappedText = query_one("#check-in-about")

    def _set_timer(self, seconds: float, done: Callable[[], object]) -> Any:
        self.timers.append(done)
        self.told.append(f"    waits {seconds}")
        return SimpleNamespace(stop=lambda: self.told.append("    waits no more"))

    def runs(self, what: str, *given: Any, **named: Any) -> None:
        """Call a method of the line, and tell what came of it."""
        self.told.append(f"{what}{given or '()'}{named or ''}".replace("w" * 20, "w…"))
        result = getattr(self.line, what)(*given, **named)
        if isinstance(result, bool):
            self.told.append(f"    → {result}")
        self.tell()

    def types(self, text: str) -> None:
        """Type where the cursor is, or over what is selected."""
        area = self.line.area
        self.told.append(f"types {text!r}")
        area.replace(text, *sorted(area.selection), maintain_selection_offset=False)
        self.line.on_text_area_changed()
        self.tell()

    def presses(self, *keys: str) -> None:
        """Give it keys that it may take before the box does."""
        for key in keys:
            event = key_event(key)
            self.told.append(f"key {key}: taken {self.line._takes(event)}")
            self.tell()

    def tell(self) -> None:
        line, area = self.line, self.line.area
        chosen = [one.value for one in (line.kind, line.not_reached) if one is not None]
        more = [*(["open"] if line.is_open else []), *chosen, *(f"older {one!r}" for one in line._older)]
        more += [f"returned {line._returned!r}"] if line._returned else []
        start, end = area.selection
        self.told.append(f"    {area.text!r} {start}-{end} {' '.join(more)}".rstrip())


def test_the_check_in_line(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Line(active_app.get(), monkeypatch)
    line = told.line
    told.runs("keep_now")
    told.runs("on_text_area_changed")
    told.runs("_submit", line.area)
    told.runs("open_for", Typed("s1", ""))
    told.told.append(f"{line.area.placeholder} {line.display} {line.is_whole} {tuple(line.typed)}")
    told.presses("question_mark", "up")
    told.types("half a note")
    told.presses("question_mark", "up", "a")
    for by in (1, -1, -1, 1, 1):
        told.runs("action_complete_or_kind", by)
    for _ in range(len(NotMadeReason) + 2):
        told.runs("action_reached")
    told.runs("keep_now")
    told.runs("keep_now")
    told.keeps = False
    told.types(" #")
    told.runs("keep_now")
    for by in (1, 1, 1, -1, -1):
        told.runs("action_complete_or_kind", by)
    told.types("!")
    told.runs("action_complete_or_kind", -1)
    told.runs("put", "be was here", 2)
    for by in (1, 1, 1, -1):
        told.runs("action_complete_or_kind", by)
    told.runs("action_save")
    told.runs("action_explain")
    told.runs("close")
    told.told.append(f"{line.display} {line.student_id!r}")
    told.runs("action_save")
    told.runs("keep_now")
    told.runs("open_for", Typed("", "Ada half a note", Kind.OBSERVATION, NotMadeReason.ABSENT, ("first", "second")))
    told.told.append(line.area.placeholder)
    told.runs("on_text_area_changed")
    told.types("B")
    told.presses("question_mark")
    told.types(" and")
    told.presses("question_mark", "up", "up", "up")
    line.area.move_cursor((0, 0))
    told.types("x\ny")
    told.presses("up")
    line.area.move_cursor((0, 1))
    told.presses("up")
    told.runs("open_for", Typed("", "Ada half a note"))
    line.area.move_cursor((0, 4))
    told.types("one ")
    told.runs("open_for", Typed("", "Ada"))
    told.types("Ad")
    told.runs("open_for", Typed("", "Ada"))
    told.types("   ")
    told.presses("up")
    compare(told.told, "typed_check_in")


def test_what_is_under_the_check_in_line(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Line(active_app.get(), monkeypatch)
    line = told.line
    told.words.styles = Styles(told.told)  # type: ignore[assignment]
    told.words.renew = lambda: told.told.append("    draws the words")  # type: ignore[method-assign]
    told.runs("open_for", Typed("s2", "kept about one"))
    for at, word in ((0, ""), (0, "kept"), (5, "about"), (5, ""), (4, ""), (8, ""), (14, "")):
        told.runs("point_at", at, word)
    for about in (
        "",
        "one",
        "one two three four five six seven",
        *("w" * 26 * lines for lines in (3, 4, 5, 6)),
        "w" * 53,
    ):
        for is_clear, covered in ((True, False), (False, True)):
            told.runs("show_reading", about, is_clear=is_clear, covered=covered)
            told.told.append(
                f"    {told.words.styles.height.value} high, {told.words._look}, covered {line.area.is_covered}"
            )
    told.whole = []
    told.told.append(f"whole {line.is_whole}")
    compare(told.told, "typed_check_in_words")


def test_a_list_and_what_is_behind_each_line() -> None:
    box: Any = ListArea(id="list", go_on=lambda _box: None, takes=lambda _event: False, behind=lambda line: line.find("·") if "·" in line else len(line))  # fmt: skip
    box.get_component_rich_style = lambda name, partial: Style(italic=name == "list-area--behind" and partial)
    box.begin("one · two\tfirst\nthree\n·", "", covered=False)

    def spans() -> list[list[tuple[int, int]]]:
        return [[(span.start, span.end) for span in box.get_line(at).spans] for at in range(3)]

    assert spans() == [[(4, 9)], [], [(0, 1)]]
    box.cover(covered=True)
    assert spans() == [[], [], []]
    assert [box.get_line(at).plain for at in range(3)] == ["·" * 9, "·" * 5, "·"]
    assert (box._from, box._gone, box._is_taking_back) == (["first", "", ""], {}, False)
    box.text = "one\n\ntwo"
    box.move_cursor((0, 0))
    moved: Any = SimpleNamespace(stop=lambda: None)
    for taking_back, lines in ((True, 3), (False, 2)):
        box._is_taking_back = taking_back
        box.on_text_area_selection_changed(moved)
        assert (box.document.line_count, box._is_taking_back) == (lines, False)
    box.undo()
    assert box._is_taking_back
    box._gone["x"] = "y"
    box.begin("again", "", covered=False)
    assert (box.value, box._gone, box._is_taking_back) == ("again", {}, False)
    assert ListArea(id="x", go_on=lambda _box: None, takes=lambda _event: False)._behind("abc") == 3


def test_a_note_that_begins_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    box: Any = NoteArea(id="note")
    loaded: list[str] = []
    load = TextArea.load_text
    monkeypatch.setattr(TextArea, "load_text", lambda one, text: (loaded.append(text), load(one, text))[1])
    monkeypatch.setattr(NoteArea, "scroll_to", lambda _one, *given, **named: asked.append((given, named)))
    box.begin("", "hint", covered=False)
    assert (loaded, asked, box.placeholder) == ([], [], "hint")
    box.insert("typed")
    box.begin("typed", "", covered=True)
    assert (loaded, box.is_covered, len(box.history.undo_stack)) == (["typed"], True, 0)
    box.insert("!")
    box.undo()
    assert not box.history.undo_stack
    box.begin("typed", "", covered=False)
    assert loaded == ["typed"] * 2
    box.begin("other\nlines", "", covered=False)
    assert (box.cursor_location, loaded[2:]) == ((1, 5), ["other\nlines"])
    monkeypatch.setattr(NoteArea, "scroll_offset", Offset(0, 3))
    box.begin("other\nlines", "", covered=False)
    assert asked == [((0, 0), {"animate": False, "force": True, "immediate": True})]
    loaded.clear()
    box.put("other\nlines", 0)
    assert (loaded, box.cursor_location) == ([], (0, 0))
    box.insert("x")
    box.put("xother\nlines")
    assert (loaded, box.cursor_location) == (["xother\nlines"], (1, 5))
    box.put("new")
    assert loaded[1:] == ["new"]


def test_where_the_cursor_can_go_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    box: Any = NoteArea(id="note")
    box.begin("one\ntwo\nthree", "", covered=False)
    ends = []
    for row in range(3):
        box.move_cursor((row, 1))
        ends.append([box.ends_at(key) for key in ("up", "down", "left")])
    assert ends == [[True, False, False], [False, False, False], [False, True, False]]
    cut: list[str] = []
    monkeypatch.setattr(TextArea, "action_cut", lambda one: cut.append(one.text))
    for covered in (True, False):
        box.cover(covered=covered)
        box.select_all()
        box.action_cut()
    assert cut == ["one\ntwo\nthree"]
    assert [box.selection == Selection((0, 0), (2, 5)), box.cursor_at] == [True, 13]


def test_the_styles_of_a_boxs_parts_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    box: Any = NoteArea(id="note")
    made: list[str] = []
    monkeypatch.setattr(NoteArea, "rich_style", Style(bold=True))
    monkeypatch.setattr(TextArea, "render_lines", lambda _one, _crop: made.append("with styles"))
    monkeypatch.setattr(Widget, "render_lines", lambda _one, _crop: made.append("as they are"))
    for klass in TextArea.__mro__[1:]:
        if "render_lines" in vars(klass) and klass is not Widget:
            monkeypatch.setattr(klass, "render_lines", lambda _one, _crop: made.append("as they are"))
    crop = Region(0, 0, 1, 1)
    for _ in range(2):
        box.render_lines(crop)
    monkeypatch.setattr(NoteArea, "rich_style", Style(bold=False))
    for _ in range(2):
        box.render_lines(crop)
    box.notify_style_update()
    box.render_lines(crop)
    assert made == ["with styles", "as they are", "with styles", "as they are", "with styles"]


def test_a_choice_at_each_width() -> None:
    options = [("", "not chosen yet"), ("one", "One-to-one"), ("seen", "Seen briefly"), ("call", "Call home")]
    letters = {"one": "o", "seen": "s", "call": "c"}
    told: list[str] = []
    for title, given, label, known, covered in (
        ("no option", [], "", {}, False), ("one option", options[1:2], "", {}, False), ("options", options, "", {}, False),
        ("a label", options, "Kind", {}, False), ("letters", options, "Kind", letters, False), ("covered", options, "Kind", letters, True),
    ):  # fmt: skip
        box: Any = Choice(given or options[:1], id="kind")
        for at in [key for key, _ in given][:3]:
            box.begin(given, at, label=label, letters=known, covered=covered)
            widths = (12, 20, 30, 31, 32, 33, 36, 40, 44, 48, 60)
            told += [f"{title} at {at!r} in {cells}: {ink_of(box.line(cells))}|" for cells in widths]
        told += [f"{key}: {box.value!r} {event._stop_propagation}" for key in ("o", "s", "c", "n", "5", "space", "up") for event in [key_event(key)] if box.on_key(event) is None]  # fmt: skip
    compare(told, "typed_choice")


def test_a_line_to_find_with_does_not_blink() -> None:
    line = FindLine("a name", lambda: None)
    assert (line.cursor_blink, line.placeholder, line.id, line.select_on_focus) == (False, "a name", "find", False)


def test_a_draft_is_typed_over_or_changed() -> None:
    changed = {
        text: _is_another(text, "half a note")
        for text in ("half a note", "half a not", "half a no", "half a note!", "half one note", "alf a note", "a note", "x", "half", "")
    }  # fmt: skip
    assert [text for text, is_another in changed.items() if is_another] == ["half a no", "a note", "x", "half", ""]
    assert [_is_another(text, "ab") for text in ("ab", "a", "b", "")] == [False, False, False, True]
