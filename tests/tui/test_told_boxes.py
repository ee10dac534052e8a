"""Boxes, the top line, the footer and blocks of text, drawn without an app at each width, compared with `told/`."""

from datetime import date
from types import SimpleNamespace
from typing import NamedTuple

from app_case import key_event
from bare_case import Bare, inked
from rich.text import Text
from told_case import compare

from advisory.tui.prose import width
from advisory.tui.widgets.boxes.choice import Choice
from advisory.tui.widgets.boxes.list_area import carried_along
from advisory.tui.widgets.boxes.month import Month
from advisory.tui.widgets.boxes.note_area import location
from advisory.tui.widgets.key_bar import BarEntry, KeyBar
from advisory.tui.widgets.lists.fold_heading import fold_heading
from advisory.tui.widgets.lists.page_section import Part, Section, column, spread_part, text_part
from advisory.tui.widgets.lists.row import Row, place_in
from advisory.tui.widgets.lists.rows import FewRows, StackedRows
from advisory.tui.widgets.masthead import Masthead, ModeLabel
from advisory.tui.widgets.status_line import StatusLine
from advisory.tui.widgets.text.as_typed import AsTyped
from advisory.tui.widgets.text.ink import Line, Span, cell, clip, name_cell, pad, stand_in
from advisory.tui.widgets.text.inked_block import InkedBlock
from advisory.tui.widgets.text.section_rule import section_rule
from advisory.tui.widgets.text.step_head import StepHead
from advisory.tui.widgets.text.week_chart import Series, week_chart
from advisory.tui.widgets.text.wrapped_text import WrappedText

LONG = "A sentence that is long enough to be wrapped onto a second line or a third."


def test_a_choice(bare: type[Bare]) -> None:
    kinds = [("one", "One-to-one"), ("seen", "Seen briefly"), ("call", "Call home"), ("other", "Öther")]
    happened: list[str] = []
    choice = Choice(kinds, "seen", id="kind", is_beside=True, submit=lambda one: happened.append(one.value), changed=lambda: happened.append("changed"))  # fmt: skip
    told = bare(choice, 44, 3)
    told.tell()
    for what, *given in (("go", 1), ("go", 1), ("go", 1), ("go", -1), ("choose",)):
        told.does(f"action_{what}", *given)
    for key in ("o", "ö", "s", "x", "tab", "plus"):
        event = key_event(key)
        told.runs(lambda event=event: choice.on_key(event), f"key {key}")
        told.told.append(f"    {choice.value} {event._stop_propagation}")
    told.does("on_click")
    choice.value = "nothing of these"
    letters = {"one": "o", "seen": "s", "call": "c"}
    none = [("", "not chosen yet"), *kinds]
    for at, covered in (("", False), ("call", False), ("call", True), ("other", False)):
        told.does("begin", none, at, label="Kind", letters=letters, covered=covered)
        choice.has_focus = not choice.has_focus
        told.does("on_focus")
        told.told.append(f"    {choice.styles.height} high")
    for cells in (30, 24, 20, 10):
        told.resized(cells, 3)
    choice.on_key(key_event("c"))
    choice.on_key(key_event("e"))
    told.does("on_blur")
    told.does("begin", kinds, "", label="", letters={}, covered=False)
    told.does("on_focus")
    plain = bare(Choice(kinds), 12, 1)
    for what, *given in (("go", -1), ("choose",)):
        plain.does(f"action_{what}", *given)
    classes = [sorted(one.widget.classes) for one in (told, plain)]
    compare([*told.told, *plain.told, " ".join(happened), f"{choice.styles.height} {classes}"], "boxes_choice")


def test_a_month(bare: type[Bare]) -> None:
    happened: list[str] = []
    month = Month(date(2026, 11, 30), date(2026, 11, 23), lambda day: day.weekday() < 5, moved=lambda: happened.append("moved"), chosen=lambda: happened.append("chosen"))  # fmt: skip
    told = bare(month, 36, 8)
    told.tell()
    for what, *given in (("go", -7), ("go", -1), ("go", 1), ("go_today",), ("go_month", 1), ("go_month", -1)):
        told.does(f"action_{what}", *given)
    month.day = date(2026, 10, 31)
    for by in (1, 1, 1, 1, 1, -1, -12, -1, -1):
        told.does("action_go_month", by)
        told.told.append(f"    {month.day}")
    for x, y, chain in ((0, 1, 1), (0, 2, 1), (34, 3, 1), (34, 3, 1), (34, 3, 2), (35, 3, 1), (4, 7, 1), (9, 8, 1), (31, 6, 1)):  # fmt: skip
        told.clicks(x, y, chain)
        told.told.append(f"    {month.day}")
    compare([*told.told, " ".join(happened)], "boxes_month")


async def test_the_footer(bare: type[Bare]) -> None:
    ran: list[str] = []

    async def run(action: str) -> None:
        ran.append(action)

    entries = [BarEntry("a", "a()", "c", "Check in"), BarEntry("b", "", "Space", "Seen"), BarEntry("d", "d()", "?", "Keys", stays=True)]  # fmt: skip
    told = bare(bar := KeyBar(entries), 40, 1)
    bar.screen = SimpleNamespace(run_action=run)
    told.tell()
    for x in (-1, 0, 10, 11, 12, 22, 23, 24, 30, 31, 32):
        await bar.on_click(SimpleNamespace(x=x))
        told.told.append(f"{x}: {' '.join(ran)}")
        ran.clear()
    for cells in (32, 31, 30, 20, 19, 18, 8, 7, 3):
        told.resized(cells, 1)
    told.does("show", list(entries))
    told.does("show", entries[:2])
    compare(told.told, "boxes_footer")


async def test_the_top_line(bare: type[Bare]) -> None:
    ran: list[str] = []
    labels = ("Today", "Caseload", "Known well", "Pacts")
    modes = [ModeLabel(label[:2], f"show({number})", str(number), label) for number, label in enumerate(labels, 1)]
    told = bare(top := Masthead(modes, "Kn", date(2026, 11, 23)), 70, 1)
    top.screen = SimpleNamespace(run_action="run")
    told.tell()
    times = ["12 min left of 30", "12 min"]
    for left in (times, ["11 min left of 30", "11 min"], ["9 min left of 30", "9 min"], [""]):
        told.does("show", date(2026, 11, 23), left)
    told.does("show", date(2026, 11, 23), [""])
    told.does("show", date(2026, 11, 24), [""])
    for left in ([""], times):
        top.show(date(2026, 11, 24), left)
        for cells in (75, 70, 66, 60, 58, 56, 54, 52, 50, 48, 46, 44, 42, 40, 38, 36, 34, 32, 30, 28, 24, 20, 10):
            told.resized(cells, 1)
    told.resized(70, 1)
    told.does("show_modes", [one._replace(number="^x") for one in modes])
    top.__class__ = type(
        "Clicked", (Masthead,), {"app": SimpleNamespace(call_later=lambda *given: ran.append(given[1]))}
    )
    for x in (10, 11, 12, 20, 21, 35, 36, 50, 51, 60, 61, 69):
        await top.on_click(SimpleNamespace(x=x))
        told.told.append(f"{x}: {' '.join(ran)}")
        ran.clear()
    compare(told.told, "boxes_top")


class Block(InkedBlock):
    """A block of three lines that can be changed."""

    lines: list[Line] = [(Span("one"),), (Span("two", "due"),), (Span("three"),)]  # noqa: RUF012 - replaced

    def block(self, cells: int) -> list[Line]:
        return [[*line, Span(f" {cells}")] for line in self.lines]


def test_blocks_of_text(bare: type[Bare]) -> None:
    block = bare(one := Block(), 20, 4)
    block.does("renew")
    block.does("renew")
    for lines in (one.lines[:2], [*one.lines[:1], (Span("zwei", "due"),), (Span("drei"),)], one.lines[1:]):
        one.lines = lines
        block.does("renew")
    block.resized(12, 2)
    one.lines = [*one.lines, (Span("below"),)]
    block.does("renew")
    head = bare(StepHead("Friday review", 6), 50, 3)
    for at in (0, 5):
        head.does("show", at, "Your promises", LONG)
    head.resized(30, 3)
    wrapped = bare(WrappedText(), 30, 3)
    for text, look in (("", ""), (LONG, ""), (LONG, ""), (LONG, "mine"), ("short", "mine")):
        wrapped.does("show", text, look)
    status = bare(line := StatusLine(), 30, 4)
    notes = [SimpleNamespace(styles=SimpleNamespace(margin=None))]
    line.screen = SimpleNamespace(query=lambda _wanted: notes)
    for text in ("Saved.", LONG, LONG * 4, "Saved.", ""):
        status.does("show", text)
        status.told.append(f"    {line.styles.height} high, the note {notes[0].styles.margin}")
    status.does("show", LONG)
    for size in ((80, 4), (0, 0)):
        status.resized(*size)
        status.told.append(f"    {line.styles.height} high, the note {notes[0].styles.margin}")
    compare([*block.told, *head.told, *wrapped.told, *status.told], "boxes_blocks")


class Weeks(NamedTuple):
    """A week and how many of each series it has."""

    monday: date
    counts: tuple[int, ...]


def test_lines_at_each_width() -> None:
    line = (Span("Ada Brandt", "strong"), Span(" · 雨桐", "muted"), Span(" end"))
    typed = Text("a\tb\x07")
    AsTyped().highlight(typed)
    told = [f"typed: {typed.plain}"]
    for cells in (-1, 0, 1, 2, 5, 10, 12, 13, 14, 15, 17, 20, 21, 22, 24):
        shown = [clip(line, cells), pad(line, cells), [cell("Ada", cells), Span("|")], [name_cell("Noah B.", cells), Span("|")], stand_in("Noah B.", cells, "left"), section_rule("Terms", cells)]  # fmt: skip
        told += [f"{cells}:", *(f"    {inked(one)}" for one in shown)]
    for is_folded in (True, False):
        row = fold_heading("year 2025", "2025-26", lambda: "3 check-ins", is_folded=is_folded)
        told += [f"{row.key!r} {inked(row.draw(cells))}" for cells in (4, 20, 26, 27, 28, 40)]
    parts = [text_part(Span(LONG), Span(""), Span("more", "muted"), mark="• ", key="a"), spread_part(Span("label", "due"), Span("end", "muted"), mark="▢ ", key="b"), Part(lambda cells: [(Span(str(cells)),)])]  # fmt: skip
    sections = [Section("one", "", parts[:1]), Section("none", "None", []), Section("two", "Two", parts)]
    for cells in (60, 13, 12, 11):
        page = column(sections, 1, 7, cells)
        told += [f"column of {cells}: {[tuple(place) for place in page.places]}", *map(inked, page.lines)]
    series = [Series("in", Span("#", "good")), Series("out", Span("-", "muted"))]
    for counts, cells, rows in (
        ([(2, 1), (0, 3), (3, 0)], 40, 9), ([(2, 1), (0, 3), (3, 0)], 10, 2), ([(0, 0)], 40, 9), ([], 40, 9),
        ([(12, 1), (1, 0), (0, 0), (6, 6)], 30, 4), ([(1, 1)] * 30, 22, 3), ([(1, 0)] * 9, 60, 5), ([(5, 90), (95, 1)], 14, 6),
    ):  # fmt: skip
        weeks = [
            Weeks(date.fromordinal(date(2026, 8, 31).toordinal() + 7 * at), each) for at, each in enumerate(counts)
        ]
        chart = week_chart(weeks, series, cells, rows, now="now")
        told += [f"{counts[:4]} in {cells} by {rows}", *map(inked, chart)]
        assert all(sum(width(span.text) for span in one) <= max(cells, 70) for one in chart)
    compare(told, "boxes_lines")


def test_rows_and_lines_that_are_followed() -> None:
    rows = [Row(key, lambda _cells: ()) for key in "abcde"]
    stacked = StackedRows([FewRows(*rows[:2]), FewRows(), FewRows(rows[2]), FewRows(*rows[3:])])
    assert (len(stacked), [row.key for row in stacked], [row.key for row in stacked[1:4]]) == (5, [*"abcde"], [*"bcd"])
    assert [place_in(stacked, key) for key in "acez"] == [0, 2, 4, None]
    assert [place_in(rows, key) for key in "aez"] == [0, 4, None]
    assert [location("ab\n\ncd", at) for at in range(7)] == [(0, 0), (0, 1), (0, 2), (1, 0), (2, 0), (2, 1), (2, 2)]
    gone: dict[str, str] = {}
    for before, tags, after, expected in (
        ("a b c", "A B C", "a b c", "A B C"), ("a b c", "A B C", "a c b", "A C B"), ("a b", "A B", "a x b", "A . B"),
        ("a b c", "A B C", "a c", "A C"), ("a c", "A C", "a b c", "A B C"), ("a b", "A B", "ab", "A"), ("a b", ". B", "ab", "B"),
        ("a", "A", "x", "A"), ("a b c d", "A B C D", "d x", "D A"), ("", "", "b q", "B ."), ("x", "X", "", ""), ("p", ".", "p x", ". X"),
    ):  # fmt: skip
        found = carried_along(before.split(), [one.strip(".") for one in tags.split()], after.split(), gone)
        assert found == [one.strip(".") for one in expected.split()], (before, after, found, gone)
