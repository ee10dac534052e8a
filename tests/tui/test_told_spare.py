"""What the log, the search and Today do while nobody types, and the rare rows of Today, on screens that nobody opens."""

from types import SimpleNamespace
from typing import Any

import pytest
from edge_case import named, writing
from still_case import Still
from told_case import compare
from told_class import a_class, on

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn, KnownWell, PlannedTalk, Term
from advisory.model.words import Facet
from advisory.rules.refusal import Refusal
from advisory.tui.commands.exchange import files
from advisory.tui.commands.settings import calendar
from advisory.tui.prose import Shade
from advisory.tui.screens.log import screen as log_screen
from advisory.tui.screens.search import screen as search_screen

pytestmark = pytest.mark.usefixtures("bare")


def at_once(monkeypatch: pytest.MonkeyPatch, module: Any) -> list[int]:
    """Run what is done in spare time at once, and write down how many steps each run took."""
    took: list[int] = []

    async def in_spare_time(_app: Any, steps: Any) -> None:
        took.append(sum(1 for _ in steps))

    monkeypatch.setattr(module, "in_spare_time", in_spare_time)
    return took


def workers(screen: Any) -> list[str]:
    """What a screen asks to be done in the background, and what it calls off."""
    asked: list[str] = []

    def run_worker(work: Any, *, group: str, exclusive: bool) -> None:
        asked.append(f"{work.__name__} as {group}, exclusive {exclusive}")
        work.close()

    screen.run_worker = run_worker
    screen._workers = SimpleNamespace(cancel_group=lambda _one, group: asked.append(f"calls off {group}"))
    type(screen).workers = property(lambda one: one._workers)
    return asked


async def test_the_log_is_searched_and_read(caseload: Caseload, monkeypatch: pytest.MonkeyPatch) -> None:
    with writing(caseload) as add:
        (one,) = named(add, "Ada")
        for days, line in ((-1, "now"), (-2, "bridge"), (-400, "bridge"), (-401, "a bridge"), (-800, "spring")):
            add(CheckIn, one, happened_on=on(days), line=line)
    took = at_once(monkeypatch, log_screen)
    still = Still(caseload, "log", cells=60, height=12, pane=1)
    screen = still.screen
    try:
        asked = workers(screen)
        told = still.told

        async def reads(title: str) -> None:
            screen.redraw(force=True)
            told.append(f"--- {title}: {asked}")
            asked.clear()
            await screen._read_and_search_rest()
            told.append(f"steps {took}, read {screen._has_read_all}, found in {screen._found_in}")
            took.clear()
            still._settle()
            still.tell("body", "status-line")

        await reads("at first")
        await reads("once more")
        for text in ("spring", "bridge", "now", "zzz", ""):
            screen.query_text = text
            await reads(f"“{text}”")
        await still.does("unfold")
        screen.query_text = "bridge"
        await reads("with a year unfolded")
        monkeypatch.setattr(log_screen, "AT_ONCE", 2)
        for year in (2025, 2024):
            screen._folded[year] = False
        await reads("with all unfolded, of which few are searched at once")
        search = screen._search
        assert search is not None
        gone = SimpleNamespace(is_attached=False)
        told.append(f"while the app ends: {sum(1 for _ in screen._search_rest(screen._log.search(log_screen.read_query('x', caseload.today, day_first=False)), gone))}")  # fmt: skip

        async def refuses(_app: Any, _steps: Any) -> None:
            raise Refusal("A file can't be read.")

        monkeypatch.setattr(log_screen, "in_spare_time", refuses)
        await screen._read_and_search_rest()
        still.tell("status-line")
    finally:
        del type(screen).workers
    compare(still.told, "spare_log")


async def test_everything_is_searched(caseload: Caseload, monkeypatch: pytest.MonkeyPatch) -> None:
    with writing(caseload) as add:
        ada, ben = named(add, "Ada", "Ben")
        for at in range(9):
            add(CheckIn, ben if at in {6, 7} else ada, happened_on=on(-at), line="bridge" if at > 3 else "now")
        add(KnownWell, ada, facet=Facet.STRESS, text="bridge", sensitive=True)
    for name, value in (("AT_ONCE", 2), ("_DRAWN_EVERY", 2), ("_SCREENFUL", 4)):
        monkeypatch.setattr(search_screen, name, value)
    took = at_once(monkeypatch, search_screen)
    still = Still(caseload, "search", cells=60, height=12, pane=1)
    screen = still.screen
    drawn: list[int] = []
    show = screen._show
    screen._show = lambda search, key=None: (drawn.append(len(search.found)), show(search, key))[1]
    try:
        asked = workers(screen)
        await screen._begin()
        await screen._read_ahead()
        still.told.append(f"begun: {asked}, steps {took}, “{screen.finding._line.value}”")
        for text in ("now", "bridge", "zzz", "student:ben", "bri"):
            asked.clear()
            drawn.clear()
            took.clear()
            still.finds(text)
            search = screen._search
            still.told.append(f"asked {asked}, key of Ben {screen.key_of(ben)!r}, of nobody {screen.key_of('s9')!r}")
            if text == "bri":
                screen.back_to_body()
                still.tell()
            await screen._search_on(search)
            still.told.append(f"steps {took}, drawn {drawn}, done {search.is_done}, hidden {screen.hidden}")
            still.tell()
            screen.back_to_body()
        await still.does("found-sensitive", "line-down", "line-down", "found-sensitive")
        screen.turn_to("spring")
        still.told.append(f"turned to “{screen.finding._line.value}” at {screen.finding._line.cursor_position}")
        assert not screen.stop_finding()
        lines = SimpleNamespace(is_attached=False, rows=())
        still.finds("now")
        still.told.append(f"left: {sum(1 for _ in screen._steps(screen._search, lines))} steps")
        still.finds("")
        still.told.append(f"empty: {asked[-1:]}, hidden {screen.hidden}, {screen._search}")
    finally:
        del type(screen).workers
    compare(still.told, "spare_search")


def test_how_often_what_is_found_is_drawn(caseload: Caseload, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("_DRAWN_EVERY", 3), ("_SCREENFUL", 4)):
        monkeypatch.setattr(search_screen, name, value)
    screen = Still(caseload, "search", cells=60, height=12, pane=1).screen
    drawn: list[int] = []
    search: Any = SimpleNamespace(is_done=False, step=0)

    def go_on() -> Any:
        for step in range(1, 9):
            search.step, search.is_done = step, step == 8
            yield None

    search.go_on = go_on
    screen._show = lambda one: drawn.append(one.step)
    for rows, wanted in ((3, [3, 6, 8]), (4, [8]), (5, [8])):
        drawn.clear()
        assert sum(1 for _ in screen._steps(search, SimpleNamespace(is_attached=True, rows=[0] * rows))) == 8
        assert drawn == wanted


async def test_the_rare_rows_of_today(caseload: Caseload, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = a_class(caseload)
    still = Still(caseload, "today", cells=100, height=30, pane=4)
    screen, did = still.screen, list[Any]()

    async def imports(_screen: Any) -> None:
        did.append("imports")

    async def keeps(_screen: Any, kind: type, record: Any) -> None:
        did.append((kind.__name__, record))

    monkeypatch.setattr(files, "import_roster", imports)
    monkeypatch.setattr(calendar, "keep_record", keeps)
    body = screen.body
    for key in ("begin:roster", "begin:period", "begin:terms", "begin:days_off"):
        monkeypatch.setattr(type(body), "key", property(lambda _one, key=key: key))
        await screen.open_begin()
    still.desk.notices.extend(["One.", "Two.", "Three."])
    monkeypatch.setattr(type(body), "key", property(lambda _one: "notices:1"))
    await screen.read_notice()
    did.append([*still.desk.notices])
    monkeypatch.undo()
    assert did == ["imports", ("MeetingPattern", None), ("Term", None), ("NoSchoolDay", None), ["One.", "Three."]]
    still.told.clear()
    for by in range(4):
        screen.take_next(anew=by == 2)
        still._settle()
        still.tell("status-line")
        still.told.append(f"on {still.desk.short(screen.highlighted.student)}")
    screen.stand_in(ids["Cai"], f"next:{ids['Cai']}", 1)
    still.told.append(f"gone {screen.gone == ids['Cai']}, {screen.row(screen.body.key).student == ids['Cai']}")
    screen.let_go()
    still.told.append(f"gone {screen.gone!r}")
    screen.put_away()
    still.tell("status-line")
    still.hides(Shade.INITIALS)
    screen.take_next(anew=True)
    still.tell("status-line")
    compare([line for line in still.told if "    body" not in line], "spare_today")


async def test_nobody_is_next(caseload: Caseload, monkeypatch: pytest.MonkeyPatch) -> None:
    with writing(caseload) as add:
        (one,) = named(add, "Ada")
        add(Term, starts_on=on(-90), ends_on=on(60))
        add(CheckIn, one)
        add(PlannedTalk, one, on=on(0))
    still = Still(caseload, "today", cells=100, height=20, pane=4)
    told = []
    for is_summer in (False, True):
        monkeypatch.setattr(type(caseload.calendar), "is_summer", lambda _one, _day, so=is_summer: so)
        monkeypatch.setattr(Caseload, "suggestions", [])
        still.screen.take_next(anew=False)
        told.append(still.screen.status_line.text)
    assert told == ["Everyone who is here has been seen today.", "There is no school now: nobody waits for you."]
