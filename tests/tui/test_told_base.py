"""What the base of all screens does, each time on both sides of where it does something, on screens that nobody opens."""

from types import SimpleNamespace
from typing import Any

import pytest
from app_case import key_event
from edge_case import named, writing
from record_case import NOW, make
from still_case import Still
from told_case import StandIn, compare
from told_class import a_class, on

from advisory.caseload.caseload import Caseload
from advisory.model import FollowUp
from advisory.model.words import Party
from advisory.tui.commands.registry import COMMAND
from advisory.tui.drafts.unsaved import NOTE
from advisory.tui.prose import Shade
from advisory.tui.screens.base import opening, staying
from advisory.tui.screens.base.finding import Finding
from advisory.tui.screens.base.footer import footer_entries
from advisory.tui.screens.base.frame import Frame
from advisory.tui.screens.base.note_saving import _promised
from advisory.tui.screens.base.staying import follow, highlighted_on
from advisory.tui.screens.neutral import NeutralScreen

pytestmark = pytest.mark.usefixtures("bare")


class _App:
    """An app with open screens, that writes down what is done with them."""

    def __init__(self, *stack: Any) -> None:
        self.screen_stack, self.installed = [*stack], dict[str, Any]()
        self.did: list[str] = []

    @property
    def screen(self) -> Any:
        return self.screen_stack[-1]

    def is_screen_installed(self, stem: str) -> bool:
        return stem in self.installed

    def get_screen(self, stem: str) -> Any:
        return self.installed[stem]

    def install_screen(self, screen: Any, stem: str) -> None:
        self.did.append(f"installs {stem}")
        self.installed[stem] = screen

    async def push_screen(self, screen: Any) -> None:
        self.did.append(f"pushes {screen.id}, held {screen.is_held}")
        self.screen_stack.append(screen)

    def call_next(self, done: Any, *given: Any) -> None:
        self.did.append(f"then {done.__name__} {' '.join(map(str, given[1:]))}")


class _Screen(SimpleNamespace):
    """A screen of that name."""

    def __init__(self, app: _App, stem: str, *, is_kept: bool, is_mounted: bool = False) -> None:
        super().__init__(id=stem, is_kept=is_kept, is_mounted=is_mounted, is_held=None, _app=app)

    def begin_again(self, *values: str) -> None:
        self._app.did.append(f"{self.id} begins again with {values}")

    def turn_to(self, *values: str) -> None:
        self._app.did.append(f"{self.id} turns to {values}")

    async def dismiss(self) -> None:
        self._app.did.append(f"closes {self._app.screen_stack.pop().id}")


async def test_screens_are_opened_kept_and_gone_back_to(monkeypatch: pytest.MonkeyPatch) -> None:
    app = _App()
    app.screen_stack.append(_Screen(app, "today", is_kept=False))
    desk: Any = SimpleNamespace()

    def make_screen(stem: str, _desk: Any, *values: str) -> _Screen:
        app.did.append(f"makes {stem} with {values}")
        return _Screen(app, stem, is_kept=stem != "pact")

    async def draw_whole(screen: _Screen) -> None:
        app.did.append(f"draws {screen.id} whole")

    monkeypatch.setattr(opening, "make_screen", make_screen)
    monkeypatch.setattr(opening, "draw_whole", draw_whole)
    monkeypatch.setattr(opening, "open_screens", lambda one: one.screen_stack)

    async def opens(stem: str, *values: str) -> list[str]:
        app.did.clear()
        await opening.open_over(app, desk, stem, *values)  # type: ignore[arg-type]
        return [*app.did]

    assert await opens("pact", "g1") == ["makes pact with ('g1',)", "pushes pact, held False"]
    assert await opens("card", "s1") == ["makes card with ('s1',)", "installs card", "pushes card, held True", "draws card whole"]  # fmt: skip
    assert await opens("pact", "g2") == ["then _back_to pact g2"]
    app.did.clear()
    await opening._back_to(app, "pact", "g2")  # type: ignore[arg-type]
    assert app.did == ["closes card", "pact turns to ('g2',)"]
    app.installed["card"].is_mounted = True
    assert await opens("card", "s2") == ["card begins again with ('s2',)", "pushes card, held False"]
    await app.screen.dismiss()
    app.screen_stack.append(app.installed["card"])
    app.installed["card"].id = "the same under another name"
    assert await opens("card", "s3") == ["makes card with ('s3',)", "pushes card, held True", "draws card whole"]


def test_what_a_screen_is_until_it_says_otherwise(caseload: Caseload) -> None:
    class Plain(Frame):
        stem = "caseload"

    desk = StandIn(caseload).desk
    screen: Any = Plain(desk)
    assert (screen.is_taking_note, screen.is_note_kept, screen.is_finding, screen.is_busy) == (
        False,
        True,
        False,
        False,
    )
    assert (screen.is_kept, screen.is_of_one_student, screen.is_made_for_size) == (False, False, False)
    assert (screen.query_text, screen.shows_private, screen._drawn, screen._message_as_of) == ("", False, (), ())
    assert (screen.id, screen.make_body().id, [*screen.detail_pane()], [*screen.above()]) == (
        "caseload",
        "body",
        [],
        [],
    )
    base = super(Frame, screen)
    command = COMMAND["check-in"]
    assert (base.missing(command), base.about(command), screen.staying._awaited, screen.staying._about) == ("", "", "", ("", ""))  # fmt: skip
    assert screen.staying._drawn == ("", "")
    neutral: Any = NeutralScreen("Ctrl+l", Shade.OFF)
    (text,) = neutral.compose()
    assert (text.id, str(text.content), neutral.returns_to) == ("neutral", "advisory\n\nCtrl+l to come back", Shade.OFF)


def test_the_footer_of_each_state(caseload: Caseload) -> None:
    desk = StandIn(caseload).desk
    told: list[str] = []

    def footer(title: str, stem: str = "today", row: str = "", student: Any = "s1", **state: bool) -> None:
        states = {"is_taking_note": False, "is_note_kept": True, "is_finding": False, "find_escape": "Show everything"}
        here = SimpleNamespace(
            row=row, anybody=bool(student), has=lambda need: need in {"", "anybody"} or bool(student)
        )
        frame: Any = SimpleNamespace(desk=desk, stem=stem, highlighted=here, **{**states, **state})
        told.extend([f"--- {title}", *(" | ".join(map(str, entry)) for entry in footer_entries(frame))])

    footer("a note", is_taking_note=True)
    footer("a note that is kept nowhere", is_taking_note=True, is_note_kept=False)
    footer("finding", is_finding=True)
    footer("nobody is there", student="")
    footer("nobody, over a mode", "card", student="")
    footer("a promise", row="promise")
    footer("a promise where none is done", "known_well", row="promise")
    footer("a student", row="student")
    compare(told, "base_footers")


async def test_the_line_to_find_with(caseload: Caseload) -> None:
    a_class(caseload)
    still = Still(caseload, "caseload", cells=60, height=6, pane=1)
    screen, finding = still.screen, still.screen.finding
    assert (finding.close(), finding.is_typing) == (False, False)
    finding.begin_again()
    finding.cover()
    await still.does("find")
    line: Any = finding._line
    assert (line.display, finding.is_typing, line.id) == (True, True, "find")
    line.value = "be"
    line.action_home()
    assert finding.close()
    assert (line.display, line.value, finding.close()) == (False, "", False)
    line.value = "half"
    await still.does("find")
    assert (line.display, tuple(line.selection)) == (True, (0, 4))
    screen.set_focus(screen.body)
    assert not finding.is_typing
    screen.begin_again()
    assert (line.display, line.value, screen._reactive_focused is screen.body) == (False, "", True)
    assert isinstance(finding, Finding)


def test_what_is_drawn_when_the_body_has_another_size(caseload: Caseload) -> None:
    a_class(caseload)
    made: list[str] = []
    for stem in ("families", "insights"):
        still = Still(caseload, stem, cells=60, height=6, pane=1)
        screen = still.screen
        screen.redraw = lambda *, force=False, stem=stem: made.append(f"{stem} drawn {force}")
        later: list[Any] = []
        screen.call_after_refresh = lambda done, *given, later=later: later.append((done, given))
        screen.body_resized()
        for done, given in later:
            done(*given)
            done(given[0] + 1)
        assert screen._drawn_hiding is not None
        still.desk.prose.shade = Shade.INITIALS
        screen.body_resized()
        assert screen._drawn_hiding is None
        assert screen.check_action("focus", ()) is True
    assert made == ["families drawn True", "families drawn True", "families drawn True"]


async def test_what_is_said_of_a_note_that_was_saved(caseload: Caseload) -> None:
    with writing(caseload) as add:
        ada, *_ = named(add, "Ada", "Ben", "Ben", "Cai")
    still = Still(caseload, "caseload", cells=150, height=6, pane=1)
    screen, desk = still.screen, still.desk
    said: list[str] = []
    show = screen.status_line.show
    screen.status_line.show = lambda text: (said.append(text), show(text))[1]
    written: list[str] = []
    note_written = screen.staying.written
    screen.staying.written = lambda student: (written.append(student), note_written(student))[1]

    async def saves(student: str, text: str, *answers: Any) -> None:
        said.clear()
        written.clear()
        still._answers = [*answers]
        await screen.notes.open(student)
        line = screen.notes.line
        line.put(text)
        line.on_text_area_changed()
        line.action_save()
        await still._finish()
        kept = [*desk.unsaved.fields(NOTE, student)]
        still.told.append(f"{text}: {said[-1:]} about {[desk.name(one) for one in written if one]}, open {screen.notes.is_open}, kept {kept}")  # fmt: skip
        screen.notes.close()

    for text in ("drew it >fri bring tape", "drew it >fri @stu bring the form", "-absent tried it", "+", "x >fri one >mon two"):  # fmt: skip
        await saves(ada, text)
    desk.unsaved.keep(NOTE, ada, {"text": "newest", "older_0": "oldest", "older_1": "middle"}, NOW)
    await saves(ada, "the newest one is saved")
    await saves("", "ada drew it")
    for which in (0, 1, None):
        await saves(
            "",
            "cai,ada drew it >fri bring tape",
            lambda dialog, which=which: None if which is None else dialog._options[which][0],
        )
    await saves("", "ben,ada saw it", lambda dialog: dialog._options[1][0])
    await saves("", "Ben drew it", None)
    await saves("", "Nobody drew it")
    desk.prose.shade = Shade.INITIALS
    await saves("", "Ben drew it")
    desk.prose.shade = Shade.OFF
    screen.notes.line = None
    screen.notes.save()
    screen.notes.close()
    pushed: list[Any] = []
    screen.app.push_screen = pushed.append
    screen.notes.explain_marks()
    (help_dialog,) = pushed
    still.told += [help_dialog._heading, *(f"{one}" for one in help_dialog._explained)]
    for owner in Party:
        for due in (None, on(4)):
            still.told.append(_promised(make(FollowUp, owner=owner, due_on=due), NOW.date()))
    compare([line for line in still.told if not line.startswith("    body")], "base_saved")


def test_who_is_followed_and_who_is_not(caseload: Caseload) -> None:
    told: list[Any] = []

    class Stay:
        def __init__(self, *, found: bool) -> None:
            self.found = found

        def follow(self, student_id: str) -> bool:
            told.append(f"follows {student_id}")
            return self.found

        def say_who_instead(self, student_id: str) -> None:
            told.append(f"says who instead of {student_id}")

    def app(*, found: bool = False, of_one: bool = False, mounted: bool = True, current: bool = True) -> Any:
        screen = SimpleNamespace(
            staying=Stay(found=found), is_mounted=mounted, is_of_one_student=of_one, highlighted=SimpleNamespace(student="s7"),
            desk=SimpleNamespace(is_current=lambda _id: current),
        )  # fmt: skip
        return SimpleNamespace(screen=screen, screen_stack=[SimpleNamespace(), screen])

    for title, one, student, said in (
        ("no row", app(), "s1", True), ("a row", app(found=True), "s1", True), ("of one", app(of_one=True), "s1", True),
        ("not mounted", app(mounted=False), "s1", True), ("nobody", app(), "", True), ("not said", app(), "s1", False),
        ("who left", app(current=False), "s1", True),
    ):  # fmt: skip
        told.append(f"{title}, on {highlighted_on(one)!r}:")
        follow(one, student, is_said=said)
    assert told == [
        "no row, on 's7':", "follows s1", "says who instead of s1", "a row, on 's7':", "follows s1", "of one, on 's7':",
        "not mounted, on '':", "nobody, on 's7':", "not said, on 's7':", "follows s1", "who left, on 's7':", "follows s1",
    ]  # fmt: skip
    assert staying.highlighted_on(SimpleNamespace(screen_stack=[])) == ""


def test_keys_that_nothing_takes(caseload: Caseload) -> None:
    a_class(caseload)
    still = Still(caseload, "caseload", cells=80, height=4, pane=1)
    still.told.clear()
    for key in ("f9", "ctrl+y", "y", "Y", "ctrl+left", "shift", "escape", "ф", "c", "exclamation_mark"):
        still.screen.say("")
        still.screen.on_key(key_event(key))
        still.told.append(f"{key}: {still.screen.status_line.text}")
    still.screen._reactive_focused = None
    still.screen.say("")
    still.screen.on_key(key_event("y"))
    still.told.append(f"elsewhere: {still.screen.status_line.text}")
    compare(still.told, "base_keys")
