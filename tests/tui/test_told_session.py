"""The app without a terminal: what it says, hides, keeps and allows, whatever lies on its screen, compared with `told/`."""

import signal
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from record_case import NOW
from textual.screen import Screen
from told_case import compare

from advisory.caseload.caseload import Caseload
from advisory.store import Drafts, Store, StoreError, WriteError
from advisory.tui import app as app_file
from advisory.tui import follower as follower_file
from advisory.tui import shade_app
from advisory.tui.app import AdvisoryApp
from advisory.tui.drafts import elsewhere
from advisory.tui.follower import OFTEN, SELDOM, Follower
from advisory.tui.prose import Shade
from advisory.tui.running.key_app import AWAY_AFTER
from advisory.tui.screens.base.case_screen import CaseScreen
from advisory.tui.screens.base.command_screen import CommandScreen
from advisory.tui.screens.neutral import NeutralScreen


class Lying:
    """Lies on the screen, or is about to: tells what is asked of it."""

    id = "here"
    there = True
    is_mounted = property(lambda self: self.there)

    def __init__(self, told: list[str], name: str, line: Any = None) -> None:
        self.told, self.called = told, name
        self.notes, self.returns_to = SimpleNamespace(line=line), Shade.OFF

    def say(self, text: str, student_id: str = "") -> None:
        self.told.append(f"    {self.called} says “{text}”{student_id}")

    def redraw(self, *, force: bool = False) -> None:
        self.told.append(f"    {self.called} draws{' all' if force else ''}")

    def draw_time(self) -> None:
        self.told.append(f"    {self.called} shows the time")

    def draw_keys(self) -> None:
        self.told.append(f"    {self.called} shows the keys")


def lying(kind: type[Screen[Any]]) -> type:
    """A screen of this kind that was never drawn."""
    made = {name: value for name, value in vars(Lying).items() if not name.startswith("__") or name == "__init__"}
    return type(f"Lying{kind.__name__}", (kind,), made, inherit_bindings=False)


Case, Command, Neutral, Dialog = map(lying, (CaseScreen, CommandScreen, NeutralScreen, Screen))


class Session(AdvisoryApp):
    """An app whose screens are given to it."""

    screen_stack: Any = ()
    focused: Any = None
    screen = property(lambda self: self.screen_stack[-1])
    is_running = True

    def __init__(self, caseload: Caseload, **given: Any) -> None:
        self.told: list[str] = []
        super().__init__(caseload, **given)
        for name in ("draw_anew", "set_keymap", "call_later", "refresh", "push_screen", "exit"):
            setattr(self, name, self._telling(name))

    def _telling(self, name: str) -> Any:
        def tell(*given: Any, **named: Any) -> None:
            shown = [*(type(one).__name__ for one in given), *(f"{key}={value}" for key, value in named.items())]
            self.told.append(f"    app: {name} {' '.join(shown)}".rstrip())

        return tell

    def pop_screen(self) -> None:
        self.screen_stack = self.screen_stack[:-1]

    def set_timer(self, delay: float, callback: Any) -> Any:
        self.told.append(f"    app: waits {delay} for {callback.__name__}")
        return SimpleNamespace(stop=lambda: self.told.append(f"    app: waits {delay} no more"))

    def over(self, *screens: Any) -> list[Any]:
        """Put these on the screen, the last one on top."""
        self._screen_stacks = {"_default": [*screens]}
        self.screen_stack = [*screens]
        return self.screen_stack

    def each_of(self, *kinds: type) -> list[Any]:
        """One of each kind."""
        return [
            kind(self.told, kind.__name__.removeprefix("Lying").removesuffix("Screen") or "Dialog") for kind in kinds
        ]

    def tells(self, name: str, *given: Any) -> None:
        """Do something, and tell what it returns and what is hidden then."""
        self.told.append(f"{name}{given or ''} over {' '.join(one.called for one in self.screen_stack) or 'nothing'}")
        done = getattr(self, name)(*given)
        self.told.append(f"    → {done}, {self.desk.prose.shade.name.lower()} {self._is_hidden_ahead}")


@pytest.fixture
def session(demo: Caseload) -> Session:
    return Session(demo)


def unmounted(screen: Any) -> Any:
    """The same screen, before it is there."""
    screen.there = False
    return screen


def test_what_is_said_at_the_start(demo: Caseload, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    maya = demo.one("Maya").id

    def begins(what: str, *kinds: type, there: bool = True, **given: Any) -> Session:
        app = Session(demo, **given)
        app.over(*app.each_of(*kinds))
        if kinds and not there:
            unmounted(app.screen)
        app.told.append(what)
        app.tells("show_notices")
        app.tells("show_notices")
        app.told.append(f"    Today lists {app.desk.notices}")
        told.extend(app.told)
        return app

    begins("nothing to know", Case)
    begins("one thing", Case, notice="Maya Okafor came back.")
    begins("nowhere to say it", notice="Maya Okafor came back.")
    begins("not there yet", Case, there=False, notice="Maya Okafor came back.")
    begins("over a dialog", Case, Dialog, notice="Maya Okafor came back.")
    waits = begins("neutral", Case, Neutral, notice="Maya Okafor came back.")
    waits.pop_screen()
    waits.tells("show_notices")
    told.extend(waits.told[-4:])
    with monkeypatch.context() as patch:
        patch.setattr(Case, "id", "beside")
        begins("beside", Case, notice="Maya Okafor came back.")
    with monkeypatch.context() as patch:
        patch.setattr(Store, "notices", ["A file was mended."])
        begins("two things", Case, notice="Maya Okafor came back.")
        begins("one from the files", Case)
    Drafts(demo.store.folder).save("check_in", maya, {"text": "half a note"}, NOW)
    Drafts(demo.store.folder).save("timer", "", {"minutes": "9"}, NOW)
    told.append(f"{begins('a draft', Case).desk.unsaved.waiting() == [('check_in', maya)]}")
    begins("a draft and one thing", Case, notice="Maya Okafor came back.")
    waits.desk.configuration.choose(starts_shaded=True)
    drafted = begins("hidden, a draft", Case)
    begins("hidden, one thing", Case, notice="Maya Okafor said “yes”.")
    drafted.desk.unsaved.forget("check_in", maya)
    begins("hidden", Case)
    compare(told, "session_starts")


def test_what_the_keys_that_hide_do(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    told, prose = session.told, session.desk.prose
    case, dialog, neutral, command = session.each_of(Case, Dialog, Neutral, Command)
    waiting = False
    monkeypatch.setattr(session, "is_waiting", lambda keys: waiting and bool(keys))
    for stack in ([], [case], [case, dialog], [case, neutral], [command], [command, neutral], [case, dialog, neutral]):
        for shade in (Shade.OFF, Shade.INITIALS):
            for does in ("action_shade", "action_unshade", "_hide_ahead") if stack else ("_hide_ahead",):
                prose.shade, session._is_hidden_ahead = shade, False
                session.over(*stack)
                session.tells(does)
    session.over(case)
    for ahead in ("_hide_ahead", "action_shade", "action_shade", "_hide_ahead", "action_unshade"):
        session.tells(ahead)
    prose.shade, session._is_hidden_ahead, waiting = Shade.OFF, False, True
    for does in ("action_shade", "action_unshade"):
        session.tells(does)
    waiting = False
    prose.shade, neutral.returns_to = Shade.NEUTRAL, Shade.INITIALS
    for does in ("action_shade", "action_unshade"):
        session.over(case, neutral)
        session.tells(does)
    for key in ("ctrl+l", "Z", "c"):
        prose.shade = Shade.OFF
        session.tells("foresee", key)
    session._keys["shade"] = "f9"
    session.forget_keys()
    prose.shade = Shade.OFF
    session.tells("foresee", "f9")
    prose.shade = Shade.OFF
    for one in (case, command):
        session.over(unmounted(one))
        for does in ("_hide_ahead", "_unsay", "_draw_as_before"):
            session.tells(does)
        prose.shade = Shade.OFF
        one.there = True
        session.over(one)
        session.tells("_draw_as_before")
    compare(told, "session_hides")


async def test_when_names_are_hidden_by_themselves(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    told, now = session.told, 1000.0
    monkeypatch.setattr(shade_app, "loop_time", lambda: now)
    case, neutral = session.each_of(Case, Neutral)
    session.over(case)
    session.tells("action_watch_idle")
    for minutes in (0, 1, 2):
        session.desk.configuration.choose(idle_shade=minutes)
        session.tells("action_watch_idle")
    for touched in (1000.0, 880.5, 880.0, 879.0):
        session.touched_at = touched
        session.desk.prose.shade = Shade.INITIALS
        session.tells("_shade_when_idle")
    session.over(case, neutral)
    session.tells("_shade_when_idle")
    session.over()
    session.tells("_shade_when_idle")
    monkeypatch.setattr(shade_app, "stop_job", lambda app: told.append(f"    stopped, {app is session}"))
    for screen in (case, neutral):
        session.over(screen)
        for driver in (None, (True, True), (False, False), (False, True)):
            made = driver and SimpleNamespace(is_headless=driver[0], can_suspend=driver[1])
            monkeypatch.setattr(shade_app, "driver_of", lambda _app, made=made: made)
            told.append(f"{driver}")
            session.tells("action_suspend")
    session._idle_timer = None
    session.tells("action_suspend")
    monkeypatch.delattr(signal, "SIGTSTP")
    session.over(case)
    session.tells("action_suspend")
    compare(told, "session_idle")


def test_what_is_allowed_copied_and_said_on_each_screen(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    told = session.told
    case, command, neutral, dialog = session.each_of(Case, Command, Neutral, Dialog)
    not_there = unmounted(session.each_of(Case)[0])
    below = session.each_of(Command)[0]
    for stack in ([case], [command], [neutral], [dialog], [not_there]):
        session.over(*stack)
        session.tells("say_foreign", "ж")
    session.over(case)
    for id_ in ("today", "beside"):
        monkeypatch.setattr(Case, "id", id_)
        for action in ("shade", "focus_next", "focus_previous", "unshade", "quit_app", "do"):
            session.tells("check_action", action, ())
    session.over(command, dialog)
    monkeypatch.setattr(
        AdvisoryApp.__mro__[1], "copy_to_clipboard", lambda _app, text: told.append(f"    copied {text}")
    )
    boxes = (None, SimpleNamespace(), SimpleNamespace(password=True), SimpleNamespace(is_covered=True), SimpleNamespace(password=False, is_covered=False))  # fmt: skip
    for session.desk.prose.shade in (Shade.OFF, Shade.INITIALS):
        for number, session.focused in enumerate(boxes):
            session.tells("copy_to_clipboard", f"{number}")
    session.desk.prose.shade = Shade.OFF
    session.over(case, command, not_there, dialog)
    session.desk.configuration.choose(keys={"undo": "f9", "nothing": "x"})
    session.tells("action_read_keys")
    told.append(f"    {session._keys} {session.desk.key('undo')} {[*session.get_system_commands(case)]}")
    for theme in ("", "gone", "advisory-light", "advisory-dark"):
        session._set_first_theme(theme)
        told.append(f"theme {theme!r}: {session.theme} {sorted(session.classes)}")
    line = SimpleNamespace(keep_now=lambda: told.append("    the note line keeps"))
    case.notes = SimpleNamespace(line=line)
    dialog.keep_now = lambda: told.append("    a dialog keeps")
    below.notes = SimpleNamespace(line=line)
    session.over(case, not_there, below, dialog)
    session.tells("keep_drafts")
    monkeypatch.setattr(
        app_file,
        "leave_at_once",
        lambda driver, finish, code: told.append(f"    ends with {code} on {driver}: {finish()}"),
    )
    for finish in (None, lambda: told.append("    finished")):
        session._finish = finish
        session.tells("leave")
        session.tells("leave", 3)
    session.tells("action_quit_app")
    compare(told, "session_allows")


def test_what_is_kept_when_the_terminal_goes_away(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, kept = session.told, tmp_path / "kept"
    kept.mkdir()
    maya = session.desk.caseload.one("Maya").id
    monkeypatch.setattr(elsewhere, "_folders", lambda: [tmp_path / "nowhere", kept])

    def full(*_given: object) -> None:
        raise WriteError("full")

    def ends(what: str) -> None:
        told.append(what)
        session.tells("_leave_on_signal", 15)
        for path in sorted(kept.iterdir()):
            told.append(f"    {path.name}")
            told.extend(f"    │{line}" for line in path.read_text().splitlines())

    ends("nothing to keep")
    session.desk.unsaved.keep("check_in", maya, {"text": "a note", "day": "", "more": "and a word"}, NOW)
    ends("kept")
    with monkeypatch.context() as patch:
        patch.setattr(Drafts, "save", full)
        for form, text in (("promise", "bring it"), ("check_in", "another note")):
            with pytest.raises(WriteError):
                session.desk.unsaved.keep(form, maya, {"text": text}, NOW)
        ends("the disk is full")
        ends("once more")
        kept.rename(tmp_path / "moved")
        kept.touch()
        told.append(f"{elsewhere.place_for(NOW)}")
        kept.unlink()
        (tmp_path / "moved").rename(kept)
    written = elsewhere.keep_elsewhere
    monkeypatch.setattr(elsewhere, "write_file", full)
    told.append(f"{written([('x', {'text': 'y'})], kept / 'a.txt')}")
    compare(told, "session_leaves")


async def test_when_another_program_is_looked_for_and_what_is_drawn_then(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, store = session.told, session.desk.caseload.store
    follower: Any = Follower(session, session.desk)
    now = 1000.0
    monkeypatch.setattr(follower_file, "loop_time", lambda: now)
    loop = SimpleNamespace(call_later=lambda delay, does: told.append(f"    looks after {delay}: {does.__name__}"))
    monkeypatch.setattr(follower_file.asyncio, "get_running_loop", lambda: loop)
    for session.touched_at in (now, now - AWAY_AFTER, now - AWAY_AFTER - 1):
        follower.start()
    assert OFTEN < SELDOM
    case, command, neutral = session.each_of(Case, Command, Neutral)
    not_there = [unmounted(one) for one in session.each_of(Case, Command)]
    minute = [NOW]

    def refresh() -> bool:
        if isinstance(news, Exception):
            raise news
        return news

    monkeypatch.setattr(store, "refresh", refresh)
    monkeypatch.setattr(session.desk.caseload, "now", lambda: minute[-1])
    for news in (False, True, StoreError("Maya Okafor's file can't be read.")):
        for later in (0, 0, 59, 60):
            minute.append(NOW + timedelta(seconds=later))
            told.append(f"news {news} {follower._is_news()}")
        follower._look()
        for stack in ([], [case], [command], [neutral], *([one] for one in not_there)):
            told.append(f"follows over {' '.join(one.called for one in stack)} {news}")
            session.over(*stack)
            follower.follow()
    session.over(case)
    session.desk.clock.start(5)
    told.append(f"timer {follower._is_news()} {follower._is_news()}")
    session.desk.prose.shade = Shade.INITIALS
    follower.follow()
    monkeypatch.setattr(Session, "is_running", False)
    follower.follow()
    follower._look()
    compare(told, "session_follows")
