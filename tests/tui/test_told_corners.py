"""Corners of the screens that a story seldom turns, each on both of its sides, without an app."""

from types import SimpleNamespace
from typing import Any

import pytest
from app_case import key_event
from bare_case import Bare
from edge_case import named, writing
from record_case import NOW
from still_case import Still, _about
from textual.geometry import Size
from told_case import compare
from told_class import a_class, of, on

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn, DefensePlan, FollowUp, Leave, Milestone, Pact, Student, SuccessLine, Term
from advisory.model.words import Kind, PactStatus, Status
from advisory.tui.drafts.unsaved import NOTE
from advisory.tui.highlighted import Highlighted
from advisory.tui.screens.board.scrolled_columns import Column
from advisory.tui.screens.board.stage_card import Card
from advisory.tui.screens.board.stage_columns import StageColumns
from advisory.tui.screens.settings.signs import sign_of_row
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.page import Page, PageBody
from advisory.tui.widgets.lists.places import Grid, Places
from advisory.tui.widgets.lists.ticks import Tick, Ticks
from advisory.tui.widgets.text.ink import Span

pytestmark = pytest.mark.usefixtures("bare")


def test_finding_stops_and_a_note_takes_the_focus(caseload: Caseload) -> None:
    a_class(caseload)
    screen = Still(caseload, "caseload", cells=60, height=5, pane=1).screen
    assert not screen.stop_finding()
    screen.finding._line = SimpleNamespace(display=True, value="be", password=False)
    screen.query_text = "be"
    assert screen.stop_finding()
    assert (screen.query_text, screen._reactive_focused is screen.body) == ("", True)
    drawn: list[str] = []
    screen.redraw = lambda: drawn.append(screen.query_text)
    screen.on_find_line_searched(SimpleNamespace(text="ca"))
    assert drawn == ["ca"]


async def test_a_note_whose_student_is_gone(caseload: Caseload, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = a_class(caseload)
    still = Still(caseload, "caseload", cells=90, height=5, pane=1)
    notes, desk = still.screen.notes, still.desk
    assert (notes.is_open, notes.is_kept, notes._complete("ca", 2)) == (False, True, [])
    notes.draw_reading()
    notes.close()
    await notes.open(ids["Cai"])
    assert (still.screen.body.can_focus, notes.is_open) == (False, True)
    notes.line.put("said #l")
    assert notes._complete("said #l", 7) == []
    notes.line.keep_now()
    assert [*desk.unsaved.fields(NOTE, ids["Cai"])] == ["text"]
    monkeypatch.setattr(Caseload, "names", {key: name for key, name in caseload.names.items() if key != ids["Cai"]})
    notes.draw_reading()
    assert ([*desk.unsaved.fields(NOTE, ids["Cai"])], notes.line.student_id, notes.line.area.text) == (
        [],
        "",
        " said #l",
    )
    assert notes.line.area.cursor_location == (0, 0)
    assert still.screen.status_line.text.startswith("That student is no longer here.")
    notes.close()
    assert still.screen.body.can_focus


def test_the_mouse_on_the_board(bare: type[Bare]) -> None:
    def column(title: str, *names: str) -> Column:
        return Column(title, [Card(name, lambda name=name: [name], "", lambda _cells, _lines: [(Span("x"),)]) for name in names])  # type: ignore[misc]  # fmt: skip

    board: Any = StageColumns(id="body")
    bare(board, 66, 12)
    board.screen = SimpleNamespace(size=Size(66, 30))
    board.show([column("One", "a1", "a2"), column("Two"), column("Three", "c1")])

    def down(x: int, y: int, button: int = 1) -> None:
        board.on_mouse_down(SimpleNamespace(x=x, y=y, button=button))

    down(50, 2, button=3)
    assert (board.key, board.drop_column) == ("a1", None)
    down(50, 2)
    assert (board.key, board.drop_column, board._was_dragged) == ("c1", 2, False)
    board.on_mouse_move(SimpleNamespace(x=51, y=2))
    assert not board._was_dragged
    board.on_mouse_move(SimpleNamespace(x=3, y=2))
    assert (board.drop_column, board._was_dragged) == (0, True)
    board._was_dragged = False
    board.on_mouse_up(SimpleNamespace(x=3, y=2))
    assert (board.drop_column, board._was_dragged, board.__dict__["told_posted"][-1].by) == (None, True, -2)
    board.screen = SimpleNamespace(size=Size(50, 30))
    assert not board.put_cursor_at(3, 0)
    assert board.column == 2
    board._was_dragged = False
    for wanted in (0, 1, 2, 0):
        board.put_cursor_at(3, 0)
        assert board.column == wanted


def test_who_is_gone_while_a_screen_is_shown(caseload: Caseload, monkeypatch: pytest.MonkeyPatch) -> None:
    with writing(caseload) as add:
        (one,) = named(add, "Ada")
        pact = add(Pact, one, status=PactStatus.ACTIVE)
        look = add(CheckIn, one, kind=Kind.PACT_REVIEW, pact=pact.id)
    card = Still(caseload, "card", one, cells=60, height=9)
    pacts = Still(caseload, "pact", pact.id, cells=60, height=9)
    assert _about(pacts.screen.row(look.id), pacts.desk) == "check_in of Ada Reed: pact “I can explain why fractions divide”, check_in CheckIn"  # fmt: skip
    later: list[Any] = []
    card.screen.call_later = lambda done, **named: later.append((done, named))
    card.screen.on_resize()
    assert later == [(card.screen.redraw, {"force": True})]
    card.screen.body.size = Size(0, 0)
    card.screen.draw_body()
    monkeypatch.setattr(Caseload, "names", {})
    for still in (card, pacts):
        still.told.clear()
        still.screen.draw_body()
        assert still.told == ["    closes"]
    assert Highlighted(card.desk, "").student == ""


async def test_the_caseload_folds_those_who_left(caseload: Caseload) -> None:
    with writing(caseload) as add:
        (one, leaves) = named(add, "Ada", "Bo")
    still = Still(caseload, "caseload", cells=90, height=9, pane=1)
    still.told.clear()
    await still.does("fold", "unfold")
    with writing(caseload) as add:
        add(Student, given_name="Cai", family_name="Reed", status=Status.GRADUATED, left_on=on(-1))
        add(Student, given_name="Dee", family_name="Reed", status=Status.ON_LEAVE, left_on=on(-1))
        add(Student, given_name="Eli", family_name="Reed", status=Status.ON_LEAVE, left_on=on(-1))
        for student in caseload.everyone:
            if student.status is Status.ON_LEAVE:
                add(Leave, student.id, starts_on=on(-1), ends_on=on(9))
    still.redraws()
    eli = next(student.id for student in caseload.everyone if student.given_name == "Eli")
    with writing(caseload) as add:
        add(FollowUp, eli, text="ask after him")
        add(Leave, eli, starts_on=on(-1), ends_on=on(9))
    still.redraws()
    await still.does("fold", "last-line", "unfold", "last-line", "fold")
    still.finds("cai")
    await still.does("last-line", "unfold", "fold")
    assert one != leaves
    compare([line for line in still.told if "KeyBar" not in line], "corners_left")


async def test_the_log_of_a_year_without_notes(caseload: Caseload) -> None:
    with writing(caseload) as add:
        (one,) = named(add, "Ada")
        add(Term, starts_on=on(-60), ends_on=on(60))
        add(CheckIn, one, happened_on=on(-400))
        for _ in range(2):
            add(CheckIn, one, happened_on=on(-401), group="c0000009", kind=Kind.SMALL_GROUP)
    still = Still(caseload, "log", cells=80, height=9, pane=1)
    await still.does("unfold", "unfold", "line-down", "unfold", "unfold", "fold", "fold")
    still.screen.go_to_check_in(caseload.store.check_ins_of(one)[0])
    still.tell()
    await still.does("fold", "fold", "fold")
    compare([line for line in still.told if "KeyBar" not in line], "corners_log")


def test_drafts_and_what_left_on_today(caseload: Caseload) -> None:
    with writing(caseload) as add:
        (one,) = named(add, "Ada")
        pact = add(Pact, one)
        promise = add(FollowUp, one)
    still = Still(caseload, "today", cells=90, height=20, pane=3)
    desk, screen = still.desk, still.screen
    for form, about in (("edit_pact", pact.id), ("promise", promise.id), ("fact_hopes", one), (NOTE, one)):
        desk.unsaved.keep(form, about, {"text": "x"}, NOW)
    still.redraws()
    told = [f"{key}: {_about(screen.row(key), desk)}" for key in screen.body.keys if key.startswith("drafts")]
    screen.stand_in(one, "promises:gone", 0)
    told.append(f"{screen.body.key}, kept {screen._kept is not None}")
    event = SimpleNamespace(stop=lambda: told.append("stops"), prevent_default=lambda: told.append("no more"))
    screen.on_body_highlighted(event)
    told.append(f"{screen.body.key}, kept {screen._kept is not None}")
    screen.body.go_to(f"next:{one}")
    screen.on_body_highlighted(event)
    told.append(f"{screen.body.key}, kept {screen._kept is not None}")
    gone = (
        "promises:none",
        "jots:none",
        "reviews:none",
        "season:none",
        "theirs:none",
        "more:x",
        "begin:x",
        "notices:0",
    )
    told += [f"{key}: {_about(screen.row(key), desk)}" for key in gone]
    compare(told, "corners_today")


def test_what_is_chosen_at_the_years_end(caseload: Caseload) -> None:
    with writing(caseload) as add:
        (one,) = named(add, "Ada")
        promises = [add(FollowUp, one, text=f"p{at}").id for at in range(3)]
    screen = Still(caseload, "year_end", cells=90, height=20, pane=3).screen
    assert screen.chosen == []
    screen.steps.move(1)
    assert screen.chosen == [promises[0]]
    for key in promises[1:]:
        screen.body.go_to(key)
        screen.tick()
    assert screen.chosen == promises[1:]
    screen.tick()
    screen.tick()
    screen.body.go_to(promises[0])
    assert screen.chosen == promises[1:]
    with caseload.store.change("Dropped", NOW) as change:
        change.remove(caseload.store.need(FollowUp, promises[1]))
    screen.draw_body()
    assert (screen.chosen, screen._ticked) == (promises[2:], set(promises[2:]))
    screen.steps.move(-1)
    screen.steps.move(-1)
    assert (screen.steps._at, screen.chosen) == (0, [])


def test_signs_and_milestones_by_their_rows(caseload: Caseload) -> None:
    screen = Still(caseload, "settings", cells=90, height=20, pane=3).screen
    assert [getattr(sign_of_row(screen.desk, key), "key", None) for key in ("signs:listened", "signs:none", "listened", "")] == ["listened", None, None, None]  # fmt: skip
    for go, key, what in ((screen.go_to_sign, "listened", "sign"), (screen.go_to_milestone, "story", "milestone")):
        go(key)
        found = getattr(screen, what)
        assert (found.key, screen.record, screen.kind) == (key, None, None)
    screen.body.go_to("terms")
    assert (screen.sign, screen.milestone, screen.kind) == (None, None, Term)
    assert of(Milestone, "m", "label", 1, on(0)).key == "m"


def test_pages_scroll_with_their_cursor(bare: type[Bare]) -> None:
    def page(many: int) -> Page:
        return Page([(Span(f"line {at}"),) for at in range(12)], [Grid([f"k{at}" for at in range(many)], "one", 0, 0, 12 - many, 9)])  # fmt: skip

    body: Any = PageBody(id="body")
    bare(body, 20, 4)
    body.begin(lambda _cells: page(12), "k11")
    assert (body.key, body.scroll_offset.y, body.virtual_size) == ("k11", 8, Size(0, 12))
    body.show(lambda _cells: page(2))
    assert (body.key, body.scroll_offset.y) == ("k1", 8)
    body.move_section(-1)
    assert body.key == "k0"
    for key, asked in (("k0", False), ("k1", True)):
        body.__dict__.pop("told_asks", None)
        body.go_to(key)
        assert bool(body.__dict__.pop("told_asks", [])) is asked
    body.stay_with("s1", lambda _cells: (), "k1", 1)
    body.__dict__.pop("told_asks", None)
    body.go_to("k1")
    assert (body.gone, body.__dict__.pop("told_asks", [])[-1]) == ("", "posts Highlighted")
    places = Places(
        [Grid(["a", "b"], "one", 0, 0, 0, 9), Grid(["c"], "two", 1, 20, 0, 9), Grid(["d"], "two", 1, 20, 5, 9)]
    )
    here = places.find("a")
    assert here is not None
    assert [getattr(places.across(here, by), "key", None) for by in (1, -1)] == ["c", None]
    assert [places.number(one) for one in places] == [0, 1, 0, 1]
    with pytest.raises(KeyError):
        places.number(here._replace(key="z"))


def test_keys_that_a_grid_of_names_takes(bare: type[Bare]) -> None:
    happened: list[str] = []
    grid: Any = Ticks([Tick("s0", "Ada"), Tick("s1", "Ben")], id="ticks", changed=lambda: happened.append("changed"), opened=lambda: None)  # fmt: skip
    bare(grid, 40, 3)
    taken = {}
    for key in ("tab", "up", "b", "*", "-", "!", "?", "f1"):
        event = key_event(key)
        grid.on_key(event)
        taken[key] = event._stop_propagation
    assert [key for key, so in taken.items() if so] == ["b", "*", "-", "!"]
    assert (grid.key, happened) == ("s1", ["changed"] * 3)
    grid.__dict__.pop("told_asks", None)
    grid.go_to("s1")
    assert "told_asks" not in grid.__dict__
    lines: Any = Lines(id="body")
    bare(lines, 20, 3)
    assert [lines.is_in_view(key) for key in ("", "a")] == [False, False]


async def test_those_who_left_come_into_view(caseload: Caseload) -> None:
    with writing(caseload) as add:
        named(add, "Ada", "Bo", "Cai")
        for name in ("Dee", "Eli", "Fay"):
            add(Student, given_name=name, family_name="Reed", status=Status.GRADUATED, left_on=on(-1))
    tops = []
    for height in (4, 5, 6, 12):
        still = Still(caseload, "caseload", cells=90, height=height, pane=1)
        await still.does("last-line", "unfold")
        assert still.screen.table.key == "left"
        tops.append(still.screen.table.scroll_offset.y)
    assert tops == [3, 4, 3, 0]


async def test_the_same_pact_and_plan_are_shown_from_the_top(caseload: Caseload) -> None:
    with writing(caseload) as add:
        (one,) = named(add, "Ada")
        lines = tuple(of(SuccessLine, f"line {at}") for at in range(3))
        pact = add(Pact, one, status=PactStatus.ACTIVE, success_evidence=lines)
        steps = tuple(of(Milestone, f"m{at}", f"step {at}", 9 - at, on(at + 1)) for at in range(3))
        plan = add(DefensePlan, one, held_on=on(11), milestones=steps)
    for stem, record, first, second in (
        ("pact", pact, "met:0", "met:1"),
        ("defense", plan, "milestones:0", "milestones:1"),
    ):
        still = Still(caseload, stem, record.id, cells=60, height=30)
        keys = [still.screen.body.key]
        await still.does("line-down")
        keys.append(still.screen.body.key)
        await still.runs("turn_to", record.id)
        keys.append(still.screen.body.key)
        assert keys == [first, second, first]


def test_pages_are_drawn_alone_again_after_they_were_drawn_together(bare: type[Bare]) -> None:
    body: Any = PageBody(id="body")
    bare(body, 20, 4)
    body.begin(lambda _cells: Page([(Span("one"),)], []), "")
    with body.drawn_together():
        pass
    body.__dict__.pop("told_asks", None)
    body.show(lambda _cells: Page([(Span("two"),)], []))
    assert body.__dict__.pop("told_asks") == ["line 0", "posts Highlighted"]
    body.when_resized = lambda: body.__dict__.setdefault("told_asks", []).append("resized")
    body.on_resize()
    assert "told_asks" not in body.__dict__
    body.size = Size(20, 5)
    body.on_resize()
    assert body.__dict__.pop("told_asks") == ["posts Highlighted"]
