"""How a screen runs a command, follows to another screen, keeps what it drew, and stays with a student, each on both sides of every choice."""

from types import SimpleNamespace
from typing import Any

import pytest
from bare_case import Bare
from edge_case import Edges, named, writing
from record_case import TODAY
from still_case import Still
from textual.geometry import Region, Size
from told_case import StandIn, compare
from told_class import a_class, on

from advisory.caseload.caseload import Caseload
from advisory.casework.trash import move_to_trash
from advisory.model import CheckIn, FollowUp, KnownWell, MeetingPattern, NoSchoolDay, Student, Term
from advisory.model.words import CheckInState, Facet, Kind, PromiseStatus, Status
from advisory.rules.log.query import read_query
from advisory.rules.refusal import Refusal
from advisory.tui.commands.base import shows_dialog
from advisory.tui.commands.registry import COMMAND
from advisory.tui.prose import Shade
from advisory.tui.screens.base import case_screen, command_screen, opening
from advisory.tui.screens.base.case_screen import CaseScreen
from advisory.tui.screens.base.command_screen import CommandScreen
from advisory.tui.screens.base.over_screen import OverScreen
from advisory.tui.screens.base.query_notices import QueryNotices
from advisory.tui.screens.base.staying import Staying
from advisory.tui.screens.today import begin, page
from advisory.tui.screens.today.page import Kept, first_page
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.status_line import StatusLine
from advisory.tui.widgets.text.ink import Span

pytestmark = pytest.mark.usefixtures("bare")


class _Runs:
    """A screen that runs commands, and writes down what becomes of them."""

    action_do, run_in_background, _run = CommandScreen.action_do, CommandScreen.run_in_background, CommandScreen._run
    _redraw_if_open, draft_is_shown, missing_now = CommandScreen._redraw_if_open, CommandScreen.draft_is_shown, ""
    is_attached = is_mounted = True
    is_busy = False

    def __init__(self, caseload: Caseload) -> None:
        self.desk, self.did, self.workers = StandIn(caseload).desk, list[str](), list[Any]()

    def say(self, text: str, student_id: str = "") -> None:
        self.did.append(f"says {text!r} of {student_id!r}")

    def redraw(self) -> None:
        self.did.append("redraws")

    def missing(self, _command: Any) -> str:
        return self.missing_now

    def about(self, _command: Any) -> str:
        return "s1"

    async def run_action(self, action: str) -> None:
        self.did.append(f"runs {action}")

    def run_worker(self, work: Any, *, exclusive: bool) -> None:
        self.did.append(f"in the background, busy {self.is_busy}, exclusive {exclusive}")
        self.workers.append(work)


async def test_a_command_is_run_refused_and_drawn(caseload: Caseload, monkeypatch: pytest.MonkeyPatch) -> None:
    screen: Any = _Runs(caseload)

    def plain(one: Any, *given: str) -> None:
        one.did.append(f"plain {given}")

    async def awaited(one: Any, *given: str) -> None:
        one.did.append(f"awaited {given}")

    def refuses(_one: Any, *_given: str) -> None:
        raise Refusal("Not now.")

    @shows_dialog
    async def asks(one: Any, *given: str) -> None:
        one.did.append(f"asks, busy {one.is_busy} {given}")

    @shows_dialog
    async def asks_and_refuses(_one: Any, *_given: str) -> None:
        raise Refusal("Not so.")

    async def does(function: Any, command_id: str = "check-in") -> list[str]:
        screen.did.clear()
        monkeypatch.setattr(type(COMMAND[command_id]), "function", lambda _one: function)
        await screen.action_do(command_id)
        for work in screen.workers:
            await work
        screen.workers.clear()
        return [*screen.did]

    assert await does(plain) == ["plain ()", "redraws"]
    assert await does(plain, "show-board") == ["plain ('board',)", "redraws"]
    assert await does(awaited) == ["awaited ()", "redraws"]
    assert await does(refuses) == ["says 'Not now.' of 's1'", "redraws"]
    assert await does(asks) == ["in the background, busy True, exclusive True", "asks, busy True ()", "redraws"]
    assert await does(asks_and_refuses) == ["in the background, busy True, exclusive True", "says 'Not so.' of 's1'", "redraws"]  # fmt: skip
    assert not screen.is_busy
    for attached, mounted in ((False, True), (True, False)):
        screen.is_attached, screen.is_mounted = attached, mounted
        assert await does(plain) == ["plain ()"]
    screen.is_attached = screen.is_mounted = True
    screen.missing_now = "Nobody is highlighted."
    assert await does(plain) == ["says 'Nobody is highlighted.' of 's1'"]
    everywhere = next(one for one in COMMAND.values() if one.everywhere)
    assert await does(plain, everywhere.id) == [f"runs {everywhere.action}"]
    back: list[Any] = []
    monkeypatch.setattr(screen.desk.unsaved, "is_back", lambda *given: back.append(given))
    screen.draft_is_shown("check_in", "s2")
    assert [given[:2] for given in back] == [("check_in", "s2")]


def test_what_every_screen_must_say_for_itself(caseload: Caseload) -> None:
    class Bare(CommandScreen, inherit_bindings=False):
        """A screen that says nothing for itself."""

    screen: Any = Bare()
    for what in (lambda: screen.say("x"), screen.redraw, screen.begin_again):
        with pytest.raises(NotImplementedError):
            what()
    assert screen.turn_to("x") is None
    assert not screen.is_busy
    screen.desk = StandIn(caseload).desk
    assert screen.key("undo") == "u"


async def test_another_screen_shows_the_same_student(caseload: Caseload, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = a_class(caseload)
    still = Still(caseload, "caseload", cells=60, height=5, pane=1)
    screen = still.screen
    did: list[Any] = []

    async def opened(_app: Any, _desk: Any, *given: str) -> None:
        did.append(("opens", *given))

    monkeypatch.setattr(command_screen, "open_over", opened)
    monkeypatch.setattr(case_screen, "follow", lambda _app, student, **named: did.append(("follows", student, named)))
    await CaseScreen.open_over(screen, "card", ids["Cai"])
    screen.shows_private = True
    screen.body.gone = ids["Gus"]
    await screen.go_to_mode("board")
    here = screen.highlighted.student
    assert did == [("opens", "card", ids["Cai"]), ("follows", here, {"is_said": False}), ("follows", ids["Gus"], {})]
    assert (screen.shows_private, screen.body.gone) == (False, "")
    switched: list[str] = []

    async def switch_mode(stem: str) -> None:
        switched.append(stem)

    screen.app.switch_mode = switch_mode
    await CaseScreen.show_mode(screen, "log")
    over: Any = Still(caseload, "families", cells=60, height=5, pane=1).screen
    closed: list[str] = []

    async def dismiss() -> None:
        closed.append("families")

    over.dismiss = dismiss
    shown: list[str] = []

    async def show_mode(stem: str) -> None:
        shown.append(stem)

    over.app.screen = screen
    screen.show_mode = show_mode
    await OverScreen.show_mode(over, "pacts")
    over.app.screen = SimpleNamespace()
    await OverScreen.show_mode(over, "pacts")
    assert (switched, closed, shown) == (["log"], ["families"] * 2, ["pacts"])
    marked: list[Any] = []
    monkeypatch.setattr(opening, "mark_styled", lambda one, count: marked.append((one.stem, count)))
    monkeypatch.setattr(opening, "style_count", lambda _app: 7)
    mode = opening.make_mode(over.app, "board", screen.desk)
    assert (marked, type(mode).__name__) == ([("board", 7)], "BoardScreen")


def test_whom_a_screen_stays_with() -> None:
    told: list[str] = []
    for is_of_one in (False, True):
        for about, said_at in (("", ""), ("s1", "r1"), ("s2", "r1"), ("s2", "r2")):
            for before, after in (("s1", "s1"), ("s1", "s3"), ("s1", ""), ("", "s3"), ("", "")):
                for key, was_drawn in (("r1", "s1"), ("r1", "s3"), ("r1", ""), ("", "")):
                    for anywhere in (False, True):
                        did: list[str] = []
                        body = SimpleNamespace(
                            key=key, place=4, go_to=lambda one, did=did: did.append(f"goes to {one}")
                        )
                        screen: Any = SimpleNamespace(
                            body=body, gone="", is_of_one_student=is_of_one, highlighted=SimpleNamespace(student=before),
                            key_of=lambda student: "r2" if student == "s2" else "",
                            stand_in=lambda *given, did=did: did.append(f"{given[0]} stands in for {given[1]} at {given[2]}"),
                        )  # fmt: skip
                        staying = Staying(screen)
                        staying._about, staying._drawn = (about, said_at), ("r1", was_drawn)
                        staying.draw(lambda screen=screen, after=after: setattr(screen.highlighted, "student", after), anywhere=anywhere)  # fmt: skip
                        if did:
                            told.append(f"{'of one, ' * is_of_one}{'anywhere, ' * anywhere}said of {about or 'nobody'} at {said_at or 'no row'}, on {key or 'no row'}, drawn {was_drawn or 'nobody'}, {before or 'nobody'} then {after or 'nobody'}: {', '.join(did)}")  # fmt: skip
                        assert staying._about == ("", "")
    compare(told, "running_stays")


def test_what_a_search_is_told_about(caseload: Caseload) -> None:
    said: list[str] = []
    desk = StandIn(caseload).desk
    notices = QueryNotices(SimpleNamespace(desk=desk, status_line=SimpleNamespace(show=said.append)))  # type: ignore[arg-type]
    new = []
    for text in ("", "a", "minutes:x since:zz", "minutes:x since:zz", "b", "c", "minutes:x", ""):
        new.append(notices.is_new(text))
        notices.show(text, read_query(text, TODAY, day_first=False))
    desk.prose.shade = Shade.INITIALS
    notices.show("minutes:x", read_query("minutes:x", TODAY, day_first=False))
    assert new == [False, True, True, False, True, True, True, False]
    compare(said, "running_notices")


def test_what_is_kept_of_cards_and_rows(caseload: Caseload) -> None:
    ids = a_class(caseload)
    board = Still(caseload, "board", cells=100, height=22, pane=4).screen
    line = caseload.summary(ids["Cai"])
    card = board._card(line)
    assert board._card(line) is card
    board.desk.prose.shade = Shade.INITIALS
    hidden = board._card(line)
    assert (hidden is card, board._card(line) is hidden) == (False, True)
    with writing(caseload) as add:
        add(FollowUp, ids["Cai"])
    assert board._card(caseload.summary(ids["Cai"])) is not hidden
    known = Still(caseload, "known_well", cells=100, height=13, pane=4).screen
    every = known._coverages.all()
    first = known._row(*every[0])
    assert known._row(*every[0]) is first
    with writing(caseload) as add:
        add(KnownWell, every[0][0].student.id, facet=Facet.PEERS, text="new")
    again = known._row(*known._coverages.all()[0])
    assert (again is first, known._row(*known._coverages.all()[0]) is again) == (False, True)
    known.desk.prose.shade = Shade.INITIALS
    assert known._row(*every[0]) is not first
    assert known._row(*every[1]).key == every[1][0].student.id


async def test_a_card_is_dropped_on_another_column(caseload: Caseload) -> None:
    a_class(caseload)
    still = Still(caseload, "board", cells=100, height=22, pane=4)
    still.at(still.screen.columns.columns[0].cards[0].key)
    still.told.clear()
    for by in (1, 2):
        stopped: list[int] = []
        await still.screen.on_stage_columns_dropped(SimpleNamespace(by=by, stop=lambda stopped=stopped, by=by: stopped.append(by)))  # fmt: skip
        await still._finish()
        still.told.append(f"dropped {by} further, stopped {stopped}")
        still.tell("status-line")
    compare(still.told, "running_dropped")


def test_what_is_said_where_a_row_of_today_was(caseload: Caseload) -> None:
    with writing(caseload) as add:
        ids = named(add, "Ada", "Bo")
        gone = add(Student, given_name="Cai", family_name="Reed", status=Status.ARCHIVED).id
        promises = [add(FollowUp, ids[0], status=status, done_on=on(-1) if status is PromiseStatus.DONE else None, dropped_why="not needed" if status is PromiseStatus.DROPPED else "").id for status in PromiseStatus]  # fmt: skip
        jots = [
            add(CheckIn, ids[0], line="x", kind=Kind.OBSERVATION, state=state, happened_on=on(-1)).id
            for state in CheckInState
        ]
        thrown = add(CheckIn, ids[0], state=CheckInState.JOT, happened_on=on(-1)).id
        add(CheckIn, ids[1])
    move_to_trash(caseload, CheckIn, thrown)
    desk = StandIn(caseload).desk
    told = []
    for section in ("next", "round", "plan", "promises", "theirs", "jots", "reviews", "drafts"):
        for student in (*ids, gone):
            kept = [Kept(f"{section}:{record}", student, 0) for record in (student, *promises, *jots, thrown, "none")]
            said = [f"{one.key.partition(':')[2]} {page._what_happened(desk, one)}" for one in kept]
            told.append(f"{section} of {desk.name(student)}: {', '.join(said)}")
    compare(told, "running_left_today")


def test_how_to_begin(caseload: Caseload, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "begin_lines", begin.begin_lines)
    edges = Edges(caseload)
    desk = edges.desk

    def now(title: str, *widths: int) -> None:
        for cells in widths or (70,):
            edges.page(f"{title} in {cells} cells", first_page(desk, [(Span("And then."),)], cells))

    now("nothing", 70, 40, 24, 20)
    with writing(caseload) as add:
        named(add, "Ada")
    now("one student")
    with writing(caseload) as add:
        named(add, "Bo")
        add(NoSchoolDay, starts_on=on(-300), ends_on=on(-200))
        add(Term, starts_on=on(-300), ends_on=on(-200))
    now("two students, and last year's days")
    desk.configuration.choose(has_begun=True)
    now("put away")
    desk.configuration.choose(has_begun=False)
    with writing(caseload) as add:
        add(NoSchoolDay, starts_on=on(3), ends_on=on(3))
        add(MeetingPattern)
    now("all but the terms")
    with writing(caseload) as add:
        add(Term, starts_on=on(-3), ends_on=on(30))
    now("all of it")
    compare(edges.told, "running_begin")


def test_which_screen_lies_in_front(caseload: Caseload) -> None:
    a_class(caseload)
    screen = Still(caseload, "caseload", cells=60, height=5, pane=1).screen
    other = Still(caseload, "families", cells=60, height=5, pane=1).screen
    dialog = SimpleNamespace()
    in_front = []
    for stack in ([screen], [screen, dialog], [screen, other], [other, screen], [dialog]):
        screen.app.screen_stack = stack
        in_front.append(screen._is_in_front)
    assert in_front == [True, True, False, True, True]


def test_the_settings_as_the_palette_lists_them(caseload: Caseload) -> None:
    lines = opening.settings_lines(StandIn(caseload).desk, "advisory-dark")
    compare([" | ".join(line) for line in lines], "running_settings")


def test_the_size_is_looked_up_once_for_all_lines(bare: type[Bare], monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []
    for kind, look in ((Lines, "_cells"), (StatusLine, "_room")):
        one: Any = kind()
        bare(one, 20, 3)
        base = next(
            base for base in kind.__mro__ if base.__module__.startswith("textual") and "render_lines" in vars(base)
        )
        monkeypatch.setattr(base, "render_lines", lambda one, _crop, look=look: seen.append(getattr(one, look)) or [])
        assert one.render_lines(Region(0, 0, 20, 3)) == []
        seen.append(getattr(one, look))
    assert seen == [20, None, Size(20, 3), None]


async def test_why_a_kind_stays_is_said(caseload: Caseload) -> None:
    ids = a_class(caseload)
    still = Still(caseload, "caseload", cells=120, height=5, pane=1)
    notes = still.screen.notes
    await notes.open(ids["Cai"])
    told = []
    for text in ("bad >someday", ">fri x", "@ngo", "&fam", "x -abs", "#l", "@zzz", "&observation saw it", "plain"):
        notes.line.put(text)
        still.screen.say("")
        found = notes._complete(text, len(text))
        told.append(f"{text}: {found}, says {still.screen.status_line.text!r}")
    notes.close_line()
    told.append(f"{still.screen._reactive_focused is still.screen.body}, {notes.is_open}")
    compare(told, "running_completes")
