"""What every screen does: it says, refuses, finds, follows and stays, told without an app and compared with `told/`."""

from types import SimpleNamespace

import pytest
from app_case import key_event
from msgspec.structs import replace
from record_case import NOW
from still_case import Still
from told_case import compare
from told_class import a_class

from advisory.caseload.caseload import Caseload
from advisory.model import FollowUp
from advisory.model.words import Party, PromiseStatus, Status
from advisory.tui.prose import Shade
from advisory.tui.screens.base.staying import follow, highlighted_on

pytestmark = pytest.mark.usefixtures("bare")


class Framed(Still):
    """A screen whose actions are told."""

    def says(self, text: str, student_id: str = "") -> None:
        """Say something on it."""
        self.told.append(f"says “{text}” {student_id}".rstrip())
        self.screen.say(text, student_id)
        self.tell("status-line")

    def presses(self, *keys: str) -> None:
        """Press keys that nothing has taken."""
        for key in keys:
            self.told.append(f"key {key}")
            self.screen.on_key(key_event(key))
            self.tell("status-line")


async def test_what_is_said_and_refused(caseload: Caseload) -> None:
    ids = a_class(caseload)
    still = Framed(caseload, "caseload", cells=60, height=4, pane=1)
    ran: list[str] = []

    async def run_action(action: str) -> None:
        ran.append(action)

    still.screen.run_action = run_action
    for text, about in (("Saved.", ""), ("Saved.", ids["Cai"]), ("Cai Featherstonehaugh said “yes”", ids["Dee"])):
        still.says(text, about)
    for what, about, then in (("Done", "bring the load tables", ""), ("Done", "a very long promise that goes on and on until it is cut", "; next: call home"), ("Edited", "x", ".")):  # fmt: skip
        still.told.append(f"{what} {about} {then}")
        still.screen.say_written(what, about, ids["Cai"], then)
        still.tell("status-line")
        still.screen.say_written(what, about, then=then, between=" ")
        still.tell("status-line")
    still.desk.prose.shade = Shade.INITIALS
    still.says("Cai Featherstonehaugh said “yes”", ids["Dee"])
    still.desk.prose.shade = Shade.OFF
    still.presses("z", "Z", "y", "ctrl+y", "f9", "up", "shift", "с", "u", "escape", "ctrl+left")
    still.screen._reactive_focused = None
    still.presses("y")
    still.screen._reactive_focused = still.screen.body
    still.told.append(f"{still.screen.hint([('open', 'opens'), ('promise-done', 'done'), ('mark-line', 'marks')])}")
    await still.does("shade", "promise-done", "snooze")
    still.at("left")
    still.told.append(f"{still.screen.hint([('open', 'opens'), ('promise-done', 'done'), ('undo', 'takes back')])}")
    await still.does("promise-done", "check-in", "undo")
    await still.screen.on_body_opened(SimpleNamespace(stop=lambda: ran.append("stopped")))
    still.told += [" ".join(ran), still.screen.key("undo"), str(still.screen.is_note_kept)]
    still.screen.draw_keys()
    for action, given in (("do", ("undo",)), ("focus", ())):
        still.told.append(f"{action}: {still.screen.check_action(action, given)}")
    compare(still.told, "frame_says")


async def test_what_is_drawn_anew_and_when(caseload: Caseload) -> None:
    ids = a_class(caseload)
    still = Framed(caseload, "caseload", cells=60, height=5, pane=1)
    drawn: list[str] = []
    draw = still.screen.draw_body
    still.screen.draw_body = lambda: (drawn.append("body"), draw())[1]

    def now(what: str) -> None:
        still.screen.redraw()
        still.told.append(f"{what}: {' '.join(drawn) or 'nothing'}")
        drawn.clear()

    now("unchanged")
    still.desk.unsaved.keep("check_in", ids["Ada"], {"text": "x"}, NOW)
    now("a draft")
    with caseload.store.change("Done", NOW) as change:
        change.add(FollowUp, student=ids["Ada"], text="new", owner=Party.ADVISOR, status=PromiseStatus.OPEN)
    now("a record")
    still.desk.prose.shade = Shade.INITIALS
    now("hidden")
    still.screen.check_hidden()
    now("hidden, looked at once more")
    still.desk.prose.shade = Shade.OFF
    still.screen.check_hidden()
    now("shown")
    still.screen.query_text = "be"
    now("another search")
    still.told.append(still.screen.body.key)
    still.screen.on_screen_resume(SimpleNamespace())
    still.tell("status-line")
    still.says("Saved.")
    still.screen.on_screen_resume(SimpleNamespace())
    still.tell("status-line")
    still.desk.prose.shade = Shade.INITIALS
    still.screen.on_screen_resume(SimpleNamespace())
    still.tell("status-line")
    still.desk.prose.shade = Shade.OFF
    still.desk.configuration.choose(collapse_private=True)
    for shown in (True, False):
        still.screen.show_private(shown=shown)
        still.told.append(f"keeps private {still.desk.prose.keeps_private}")
    still.screen.app.screen_stack = [still.screen, *still.screen.app.screen_stack]
    still.screen.show_private(shown=True)
    still.told.append(f"keeps private {still.desk.prose.keeps_private}")
    still.screen.begin_again()
    still.told.append(f"{still.screen.query_text!r} {still.screen.shows_private} {still.screen._drawn}")
    compare(still.told, "frame_draws")


async def test_who_stays_and_who_is_followed(caseload: Caseload) -> None:
    ids = a_class(caseload)
    still = Framed(caseload, "caseload", cells=60, height=12, pane=2)
    for name in ("Dee", "Gus", "Hal"):
        still.told.append(
            f"follows {name}: {still.screen.staying.follow(ids[name])} {still.screen.highlighted.student}"
        )
    app = still.screen.app
    for name in ("Cai", "Ivy", "Hal"):
        follow(app, ids[name])
        still.told.append(f"on {highlighted_on(app)}")
        still.tell("status-line")
    still.at(ids["Cai"])
    still.finds("be")
    still.finds("")
    still.at(ids["Cai"])
    with caseload.store.change("Left", NOW) as change:
        change.put(replace(still.desk.student(ids["Cai"]), status=Status.ARCHIVED, left_on=NOW.date()))
    still.redraws()
    await still.does("line-down", "line-up")
    still.says("Saved.", ids["Ben"])
    still.redraws()
    await still.runs("go_to_mode", "board")
    await still.runs("walk", 1)
    still.told.append(f"{still.screen.key_of(ids['Dee'])} {still.screen.key_of('nobody')!r}")
    compare(still.told, "frame_stays")


async def test_what_is_found_by_name(caseload: Caseload) -> None:
    a_class(caseload)
    still = Framed(caseload, "caseload", cells=60, height=6, pane=1)
    await still.does("find")
    line = still.screen.finding._line
    still.told.append(f"{line.placeholder} {line.display} {still.screen.is_finding}")
    line.value = "be"
    still.screen.on_find_line_searched(SimpleNamespace(text="be"))
    still.tell()
    still.hides(Shade.INITIALS)
    still.told.append(f"covered {line.password}")
    still.hides(Shade.OFF)
    still.told.append(f"covered {line.password}")
    still.screen.back_to_body()
    still.told.append(f"{still.screen.is_finding}")
    await still.does("find", "back", "back")
    still.told.append(f"{line.value!r} {line.display} {still.screen.query_text!r} {still.screen.is_finding}")
    compare(still.told, "frame_finds")
