"""Random keys at random speeds: whatever is written was seen on the screen first, and confirmed.

Either Enter (or ^s) took it from a line or form that showed it, or it is a sign whose own key was in view, or one of the
few commands of one key, about somebody whose name was on the screen.
"""

import asyncio
import os
import time
from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

import pytest
from app_case import drawn, key_event, open_app, settle, wait_until
from textual import events

from advisory.caseload.caseload import Caseload
from advisory.caseload.year.transition import note_and_suggestions
from advisory.model import Indicator, Pact, Record, TransitionNote
from advisory.model.words import MoveReason
from advisory.rules.partnership.signs import label_of
from advisory.store.change import Change
from advisory.tui.app import AdvisoryApp
from advisory.tui.commands.palette.palette import Palette
from advisory.tui.commands.registry import COMMAND, COMMANDS
from advisory.tui.dialogs.dialog import Dialog
from advisory.tui.dialogs.fields.sign import SignPick
from advisory.tui.dialogs.pact.both_agree import BothAgreeDialog
from advisory.tui.running.key_app import KeyApp
from advisory.tui.screens.base.case_screen import CaseScreen

ONE_KEY = {
    "touch", "not-here", "focal", "choose-focal", "plan", "promise-done", "snooze", "mark-line", "undo", "redo", "archive-student",
    "delete-check-in", "discard-pact", "forget-fact", "remove-from-calendar", "say-yes", "set-aside", "change-setting",
    "own-mark", "hide-tag", "delete-share-file",
}  # fmt: skip
"""The commands that write at their key, without a form in between."""
_OF_MANY = {"undo", "redo", "remove-from-calendar", "change-setting"}
"""Those of them that are about no student on the screen."""
_WHOLE_SCREEN = {"card", "pact"}
"""The screens that are about one student from top to bottom, whose name may have scrolled away."""
_NOT_TYPED = {"id", "student", "key", "group"}
REASONS = frozenset(reason.label for reason in MoveReason)
CONFIRMS = {"enter", "ctrl+s"}
LEFT_OUT = {
    "quit",
    "shade",
    "backup",
    "export",
    "import-roster",
    "import-days-off",
    "pact-page",
    "picture",
    "theme",
    "sheet",
    "copy",
}
"""What ends the app, hides what is to be seen, or writes to files beside the caseload."""
_NOT_SENT = {key for one in LEFT_OUT for key in COMMAND[one].keys.split(",")} | {"ctrl+c", "ctrl+q"}
TEXTS = ("Maya", "kai >fri lend a book", "said 3>2", "ok", "g", "gg", "not sure", "ama,ben was here")
_PATIENCE = 300.0
"""Seconds for up to 400 keys that wait their turn, each for the screen that the one before it opened."""
_ROUNDS = 2
"""Of 400 keys each."""
SPEEDS = (0.0, 0.0, 0.0, 0.001, 0.01, 0.05)
"""Seconds between two keys."""
_SEEN = 6
"""Characters of a word that have to be on the screen: a longer one may be broken over two lines."""


class Wrote(NamedTuple):
    """A record that was written, with what it was before."""

    record: Record
    before: Record | None
    copied: set[str]
    """The words that come with a choice: what a pact says, and the reasons for a move."""

    def texts(self) -> list[str]:
        """The words that were not there before. Not ids, and not what a choice copies from a pact."""
        found: list[str] = []
        for name in self.record.__struct_fields__:
            value = getattr(self.record, name)
            is_new = type(value) is str and value != getattr(self.before, name, "")
            if is_new and name not in _NOT_TYPED and value not in self.copied and not _is_id(value):
                found.append(value)
        return found


def _is_id(text: str) -> bool:
    return text[1:].isdecimal() and len(text) > len("c123456")


class Watch:
    """Looks at the screen before each key, and at what each key writes."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.faults: list[str] = []
        self._seen: set[str] = set()
        """The beginnings of all words that were on the screen, since a line about one of a group closes before Enter."""
        self._wrote: list[Wrote] = []

    def keep(self, wrote: Wrote) -> None:
        self._wrote.append(wrote)

    def judge(self, key: str, screen: object, shown: str, names: dict[str, str], *, is_covered: bool) -> None:
        wrote, self._wrote = self._wrote, []
        self._seen.update(word[:_SEEN] for word in shown.split())
        self.counts["keys"] += 1
        if not wrote:
            return
        self.counts["writes"] += 1
        flat = " ".join(shown.split())
        written = [word[:_SEEN] for one in wrote for text in one.texts() for word in text.split()]
        unseen = [word for word in written if word not in self._seen and word not in flat]
        fault = ""
        one_key = [] if _takes_text(screen) else [c for c in ONE_KEY if _is_key(key, c, screen)]
        if one_key:
            self.counts[one_key[0]] += 1
            about = {getattr(one.record, "student", "") or one.record.id for one in wrote}
            known = [names[student] for student in about if student in names]
            is_about_one = not set(one_key) & _OF_MANY and getattr(screen, "id", "") not in _WHOLE_SCREEN
            if known and is_about_one and not is_covered and not any(name.split()[0] in flat for name in known):
                fault = f"{one_key[0]} about {known}, whose names were not on the screen"
        elif isinstance(screen, SignPick) and key in screen.marks.values():
            self.counts["signs"] += 1
            noted = [label_of(one.record.key) for one in wrote if isinstance(one.record, Indicator)]
            if not noted or not all(f"{key} " in shown and label[:_SEEN] in flat for label in noted):
                fault = f"{noted} was not on the screen"
        elif key not in CONFIRMS and not (key == "y" and isinstance(screen, BothAgreeDialog)):
            fault = "no Enter, and no command of one key"
        elif not _takes_text(screen):
            fault = "Enter with no line and no form open"
        elif unseen and not is_covered:  # stand-ins beside a student, dots where the palette hid the names
            fault = f"{unseen} could not be seen"
        else:
            self.counts["confirmed"] += 1
        if fault:
            self.faults.append(f"{key} on {screen}: {fault}; {[one.texts() for one in wrote]}\n{shown}")


def _takes_text(screen: object) -> bool:
    """Whether Enter takes what a line, a form or the palette shows."""
    return isinstance(screen, Dialog | Palette) or (isinstance(screen, CaseScreen) and screen.notes.is_open)


def _is_key(key: str, command_id: str, screen: object) -> bool:
    command = COMMAND[command_id]
    return key in command.keys.split(",") and getattr(screen, "id", "") in command.where


def _said_in(pact: Pact) -> Iterator[str]:
    """What choosing a target, or a line of it, copies; a small screen cuts it."""
    yield from (pact.learning_target, pact.title, pact.area)
    yield from (line.text for line in pact.success_evidence)


@pytest.fixture
def watch(demo: Caseload, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    watch = Watch()
    kept, taken = Change._keep, KeyApp._take

    def keep(change: Change, record: Record) -> Record:
        said = {text for pact in demo.store.all(Pact) for text in _said_in(pact)}
        if isinstance(record, TransitionNote):  # what staff may read already is suggested; a small screen scrolls it
            said.update(note_and_suggestions(demo, record.student).suggested.values())
        watch.keep(Wrote(record, change.get(type(record), record.id), said | REASONS))
        return kept(change, record)

    async def take(app: AdvisoryApp, event: events.Event) -> None:
        names = {student.id: demo.names[student.id] for student in demo.everyone}
        screen = app.screen
        was = screen if not (isinstance(screen, CaseScreen) and screen.notes.is_open) else _Noting(screen)
        shown, is_covered = drawn(_Seen(app)), app.is_beside or app.desk.prose.is_shaded
        await taken(app, event)
        watch.judge(getattr(event, "key", ""), was, shown, names, is_covered=is_covered)

    monkeypatch.setattr(Change, "_keep", keep)
    monkeypatch.setattr(KeyApp, "_take", take)
    return watch


class _Noting(Dialog[None]):
    """Stands for a screen on which a note was being typed when the key came."""

    def __init__(self, screen: CaseScreen) -> None:
        self.noted_on = screen

    def __repr__(self) -> str:
        return f"a note on {self.noted_on}"


class _Seen(NamedTuple):
    """As much of a pilot as `drawn` needs."""

    app: AdvisoryApp


def some_keys(random: Random) -> list[str]:
    """A few keys: a command's, a word, Enter, or something odd."""
    kind = random.random()
    if kind < 0.45:
        command = random.choice([one for one in COMMANDS if one.id not in LEFT_OUT])
        return [random.choice(command.keys.split(","))]
    if kind < 0.65:
        return list(random.choice(TEXTS))
    if kind < 0.85:
        return [random.choice(("enter", "enter", "ctrl+s", "tab", "down", "space", "escape"))]
    if kind < 0.92:
        begun = random.choice(("c", "+", "o", "g", "e", "i", "K", "m", "s", "D", "F"))
        return [begun, *random.choice(TEXTS), random.choice(("enter", "ctrl+s"))]
    if kind < 0.97:
        return [random.choice("abcdefghijklmnoprstuvwxyz123456789G")]
    return ["g", "g", "enter"]


async def type_at_random(demo: Caseload, watch: Watch, seed: int, *, keys: int, seconds: float = 1e9) -> None:
    random, until = Random(seed), time.monotonic() + seconds
    async with open_app(demo, random.choice([(80, 24), (120, 40), (60, 20)])) as pilot:
        sent = 0
        while sent < keys and time.monotonic() < until:
            for key in some_keys(random):
                if key not in _NOT_SENT:
                    pilot.app.post_message(key_event(key))
                    sent += 1
                    await asyncio.sleep(random.choice(SPEEDS))
            if not pilot.app.is_running:
                break
        await wait_until(pilot, lambda: pilot.app.is_idle, _PATIENCE)
        await settle(pilot)


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_nothing_is_written_that_was_not_seen_and_confirmed(demo: Caseload, watch: Watch, seed: int) -> None:
    await type_at_random(demo, watch, seed, keys=150)
    assert watch.faults == []
    assert watch.counts["keys"] > 100


@pytest.mark.slow
@pytest.mark.parametrize("half", range(2))
async def test_nor_in_half_a_minute_of_it(demo: Caseload, watch: Watch, half: int) -> None:
    """The same keys every time, so that who changed nothing here is not stopped; ADVISORY_SEED and ADVISORY_RANDOM_KEYS
    (seconds) try other ones, for as long as it takes.
    """
    seed = 2 * int(os.environ.get("ADVISORY_SEED", "1")) + half
    seconds = float(os.environ.get("ADVISORY_RANDOM_KEYS", "0"))
    until, rounds = time.monotonic() + seconds, 0
    while (time.monotonic() < until if seconds else rounds < _ROUNDS) and not watch.faults:
        seed, rounds = seed + 2, rounds + 1
        await type_at_random(demo, watch, seed, keys=400, seconds=until - time.monotonic() if seconds else 1e9)
    print(dict(watch.counts))  # noqa: T201 - an hour of it: ADVISORY_RANDOM_KEYS=1800 pytest -m slow -s
    assert not watch.faults, f"with the seed {seed}: {watch.faults[0]}"
