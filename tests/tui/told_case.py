"""A command on a screen that nobody draws: what it asks, with every field, and what it says are written down line by line.

Opening the app is most of what a test of the screens costs; a command needs only what it reads of the screen. The lines of
a story are compared with those in `told/`. `kept_text` says how these are written anew, to be read before they are kept.
"""

from collections.abc import Callable, Coroutine, Iterable
from datetime import UTC, datetime
from functools import partial
from inspect import isawaitable
from itertools import groupby, takewhile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from kept_text import kept
from textual.geometry import Size
from told_dialog import described

from advisory.caseload.caseload import Caseload
from advisory.model import Student
from advisory.settings.configuration import Configuration
from advisory.store import Drafts, Edit
from advisory.tui.commands.registry import COMMAND, key_of
from advisory.tui.desk import Desk
from advisory.tui.dialogs.dialog import Dialog
from advisory.tui.dialogs.fields.sign import SignPick
from advisory.tui.dialogs.form.form import FormDialog
from advisory.tui.dialogs.pick import PickDialog
from advisory.tui.dialogs.preview import Decided, PreviewDialog
from advisory.tui.dialogs.tick_list import TickListDialog
from advisory.tui.drafts.unsaved import Unsaved
from advisory.tui.highlighted import Highlighted
from advisory.tui.refusals import refusals_shown
from advisory.tui.running.period_clock import PeriodClock
from advisory.tui.screens.base.case_screen import CaseScreen
from advisory.tui.screens.base.command_screen import CommandScreen
from advisory.tui.screens.base.frame import Frame
from advisory.tui.shade_app import first_prose

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_STAMPS = {"created_at", "updated_at", "id", "file_sha256"}
TOLD = Path(__file__).with_name("told")
Answer = dict[str, str] | str | bool | list[str] | Callable[[Any], object] | None
"""To a form what is typed, by field; to a list a part of the label that is picked, or those ticked; to a report yes or no.

None is Escape, as is no answer at all, and a function is given the dialog.
"""


class _NoForms(dict[str, FormDialog]):
    """Keeps no form: each is told as it opens."""

    def __setitem__(self, made_of: str, form: FormDialog) -> None:
        """Forget it."""


class StandIn:
    """What commands need of a screen: what is highlighted, the desk, and somebody who answers."""

    say, say_written, missing, about, hint = (
        Frame.say,
        Frame.say_written,
        CaseScreen.missing,
        CaseScreen.about,
        Frame.hint,
    )
    settings_lines, _shown_now = CaseScreen.settings_lines, Frame._shown_now
    key = CommandScreen.key
    is_of_one_student = False
    shows_private = False

    def __init__(self, caseload: Caseload) -> None:
        folder, keys = caseload.store.folder, dict[str, str]()
        configuration = Configuration(folder)
        prose = first_prose(caseload, configuration)
        unsaved, clock = Unsaved(Drafts(folder)), PeriodClock(caseload)
        self.desk = Desk(
            caseload, prose, configuration, unsaved, keys, clock, lambda one: key_of(one, keys), [], _NoForms()
        )
        self.told: list[str] = []
        self.answers: list[Answer] = []
        self.stem, self.size = "caseload", Size(200, 40)
        self.highlighted = Highlighted(self.desk)
        self.app = SimpleNamespace(theme="", screen_stack=[self], install_screen=lambda *_: None)
        self.status_line = SimpleNamespace(show=lambda text: self._tell("says", text))
        self.staying = SimpleNamespace(written=self._highlight)
        self.body = SimpleNamespace(key="", pointed_at=None, gone="", go_to=self._highlight)
        self.last_snooze, self.last_twice = ("", "", 0), ("", "", "", -1)
        self._waiting: list[Coroutine[Any, Any, None]] = []
        self._asked: dict[str, list[str]] = {}
        """What each dialog said when it was shown before: only what is different is told again."""

    # --- telling --------------------------------------------------------------------------------------------------

    async def does(self, command_id: str, *answers: Answer, student: Student | None = None, **on: Any) -> None:
        """Carry a command out with something highlighted, as a key does, and answer what it asks."""
        if on or student is not None:
            self.highlights(student, **on)
        self.told.append(f"{self.key(command_id)} {command_id}")
        self.answers = [*answers]
        command = COMMAND[command_id]
        if reason := self.missing(command):
            self.say(reason, self.about(command))
            return
        arguments = [command.argument] if command.argument else []
        await self._done(partial(command.function(), self, *arguments), self.about(command))

    async def runs(self, function: Callable[..., object], *arguments: object, answers: Iterable[Answer] = ()) -> None:
        """Carry out what no key does by itself."""
        self.told.append(function.__name__)
        self.answers = [*answers]
        await self._done(partial(function, self, *arguments), "")

    async def _done(self, function: Callable[[], object], student_id: str) -> None:
        seq = self.desk.caseload.store.seq
        with refusals_shown(self, student_id):
            if isawaitable(done := function()):
                await done
            while self._waiting:
                await self._waiting.pop(0)
        edits = takewhile(lambda edit: edit.seq > seq, self.desk.caseload.store.edits_since(_LONG_AGO))
        for line, same in groupby(_written(edit) for edit in reversed([*edits])):
            many = len([*same])
            self._tell("writes", f"{line} ({many} times)" if many > 1 else line)
        assert not self.answers, f"nobody asked for {self.answers}"

    def highlights(self, student: Student | None = None, **on: Any) -> None:
        """Put the cursor somewhere."""
        row = next((record.id for record in on.values() if hasattr(record, "id")), student.id if student else "")
        self.highlighted = Highlighted(self.desk, student.id if student else "", **on)
        self.body.key = row

    def _tell(self, what: str, text: str) -> None:
        self.told += [f"    {what}: {_here(line)}" for line in text.split("\n")]

    def _highlight(self, record_id: str) -> None:
        if record_id:
            self._tell("highlights", self.desk.caseload.names.get(record_id, record_id))

    # --- what a command does with a screen --------------------------------------------------------------------------

    async def ask(self, dialog: Dialog[Any]) -> Any:
        heading, *lines = described(dialog)
        before = self._asked.get(heading, [])
        self._asked[heading] = lines
        gone = [f"  gone: {line.strip()}" for line in before if line not in lines]
        kept, same = ([line for line in some if line in other] for some, other in ((lines, before), (before, lines)))
        is_moved = kept != same
        told = [heading, *(line for line in lines if is_moved or line not in before), *gone]
        self.told += [f"    {_here(line)}".replace("\n", "↵") for line in told]
        return answered(dialog, self.answers.pop(0) if self.answers else None)

    def call_after_refresh(self, done: Callable[..., object], *arguments: object) -> None:
        if isawaitable(later := done(*arguments)):
            self._waiting.append(later)

    def run_in_background(self, command: Coroutine[Any, Any, None], student_id: str = "") -> None:
        self._waiting.append(command)

    def redraw(self, *, force: bool = False) -> None:
        """Nothing is drawn, but told."""
        self.told.append(f"    draws{' all of it' if force else ''}")

    def draft_is_shown(self, form: str, record_id: str) -> None:
        """Under which name a draft would be kept."""
        about = self.desk.caseload.names.get(record_id, record_id)
        self.told.append(f"      (draft) {form}{f' of {about}' if about else ''}")
        CommandScreen.draft_is_shown(self, form, record_id)  # type: ignore[arg-type]

    async def open_over(self, stem: str, *values: str) -> None:
        self._tell(
            "opens", " ".join([stem, *(self.desk.name(one) for one in values if one in self.desk.caseload.names)])
        )

    async def show_mode(self, stem: str) -> None:
        self._tell("shows", stem)

    def turn_to(self, *_values: str) -> None:
        self._tell("turns to", "what is next")

    async def action_do(self, command_id: str) -> None:
        self._tell("does", command_id)

    async def run_action(self, action: str) -> None:
        self._tell("runs", action)

    call_later = call_after_refresh

    def show_private(self, *, shown: bool) -> None:
        self.shows_private = shown

    def draw_time(self) -> None:
        self._tell("shows", self.desk.clock.text or "no timer")

    def leave(self) -> None:
        self._tell("leaves", self.stem)


def _here(text: str) -> str:
    return text.replace(str(Path.cwd()), "HERE")


def _written(edit: Edit) -> str:
    """What a change did to one record: the fields that it set, in the order of their names."""
    before, after = edit.before or {}, edit.after or {}
    differing = sorted(name for name in {*before, *after} - _STAMPS if before.get(name) != after.get(name))
    told = (f"{name}={_newly(before.get(name), after.get(name))}" for name in differing)
    return f"{edit.what} ({edit.table}) {', '.join(told)}"


def _newly(was: object, now: object) -> object:
    """Of a list only what was not in it before."""
    return [one for one in now if one not in was] if isinstance(was, list) and isinstance(now, list) else now


def answered(dialog: Dialog[Any], answer: Answer) -> Any:
    """What a dialog returns for an answer."""
    if callable(answer):
        return answer(dialog)
    match dialog, answer:
        case FormDialog(), dict():
            filled = {field.name: dialog._drafted.get(field.name, field.initial) for field in dialog._fields}
            assert not answer.keys() - filled.keys(), f"{answer.keys() - filled.keys()} of {filled.keys()}"
            return filled | answer
        case PickDialog(), str():
            return next(key for key, label in dialog._options if answer in label)
        case TickListDialog(), list():
            return [one.key for one in dialog._options if any(label in one.label for label in answer)]
    return answer


def left_with(**typed: str) -> Callable[[FormDialog], None]:
    """Escape from a form in which something was typed."""

    def leave(dialog: FormDialog) -> None:
        assert dialog._opening.keep is not None
        dialog._opening.keep(answered(dialog, typed))

    return leave


def decided(file: str = "", *, copies: bool = False, **chosen: Any) -> Callable[[PreviewDialog], Decided]:
    """What is decided in the preview: as it is, or with another choice or file."""

    def decide(dialog: PreviewDialog) -> Decided:
        return Decided(dialog._choice._replace(**chosen), file or dialog._file, copies)

    return decide


def at_once(label: str) -> Callable[[SignPick], str]:
    """The key of the sign with this label, pressed."""

    def pick(dialog: SignPick) -> str:
        dialog.is_at_once = True
        return str(answered(dialog, label))

    return pick


def compare(told: list[str], story: str) -> None:
    """What was told is what is written down under this name."""
    text = "\n".join([*told, ""])
    assert text.splitlines() == kept(TOLD / f"{story}.txt", text)
