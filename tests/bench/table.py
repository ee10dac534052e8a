"""How fast the program is there and answers, as one table: `uv run python -m tests.bench.table [ROUNDS]`.

Beside a bare Textual app, a table of 25 lines drawn by one widget, and dooit where it is installed, all in a terminal and in
turns, so that a busy machine hits all alike: look at the ratios. Medians; a key's bytes are what went to the terminal.
"""

import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .school_years import fill_school_years
from .terminal import Program, Taken, python

ROUNDS = 5
IDLE = 10.0
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("Bare is ready")
Bare().run()
"""
TABLE = """
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
class Lines(ScrollView, can_focus=True):
    BINDINGS = [("down", "down", "")]
    at = 0
    def on_mount(self):
        self.virtual_size = Size(60, 25)
        self.focus()
    def render_line(self, y):
        if y >= 25:
            return Strip.blank(self.size.width)
        mark = "> " if y == self.at else "  "
        return Strip([Segment(f"{mark}Line {y}, the alliance, seen on Monday".ljust(self.size.width), Style(bold=y == self.at))])
    def action_down(self):
        before, self.at = self.at, (self.at + 1) % 25
        self.refresh_lines(before, 1)
        self.refresh_lines(self.at, 1)
class Table(App):
    def compose(self):
        yield Lines()
Table().run()
"""
TERM, TEN, FIFTY = "a term, 22 students", "ten years", "fifty years"
BIG = {"25 students": 25, "150 students": 150, "1,000 students": 1000}
OURS = (sys.executable, "-m", "advisory")
Figures = dict[tuple[str, str], list[Taken]]
"""What was done, and with what → what it took, each time."""


def measure(home: Path, rounds: int) -> tuple[Figures, dict[str, list[float]]]:
    """Every figure so many times; and the share of a processor that idling takes."""
    folders = {TERM: 0, TEN: 9, FIFTY: 49}
    for name, years in folders.items():
        fill_school_years(home / name, years)
    for name, students in BIG.items():
        fill_school_years(home / name, 0, students)
    found: Figures = {}
    idle: dict[str, list[float]] = {}
    for number in range(rounds + 1):
        for what, with_what, taken in _round(home, idle if number == 1 else None):
            if number:  # the first round fills the caches of the disk
                found.setdefault((what, with_what), []).append(taken)
    return found, idle


def _round(home: Path, idle: dict[str, list[float]] | None) -> Iterator[tuple[str, str, Taken]]:
    (home / "nobody").mkdir(exist_ok=True)
    with Program(python(BARE), home / "nobody") as bare:
        yield "start", "a bare app", bare.ready(lambda shown: "Bare is ready" in shown)
        _idle(idle, "a bare app", bare)
    with Program(python(TABLE), home / "nobody") as table:
        yield "start", "a table", table.ready(lambda shown: "Line 24" in shown)
        for _ in range(4):
            yield "cursor down", "a table", table.key("\x1b[B")
    if dooit := shutil.which("dooit"):
        with Program((dooit,), home / "nobody") as other:
            yield "start", "dooit", other.ready(lambda shown: len(shown.split()) > 5)
    for name in (TERM, TEN, FIFTY):
        with Program(OURS, home / name) as ours:
            yield "start", name, ours.ready(_is_today)
            if name == TERM:
                yield from _keys(ours)
                _idle(idle, name, ours)
    for name in BIG:
        with Program(OURS, home / name) as ours:
            yield "start", name, ours.ready(_is_today)
            ours.idle(1.0)
            yield from ((what, name, taken) for what, taken in _moves(ours))


def _is_today(shown: str) -> bool:
    return "Who next" in shown and "Check in" in shown


def _is_today_again(shown: str) -> bool:
    return "Last note" in shown and "Check in" in shown  # the list may be scrolled


def _idle(found: dict[str, list[float]] | None, name: str, program: Program) -> None:
    if found is not None and (share := program.idle(IDLE)) is not None:
        found.setdefault(name, []).append(share)


def _moves(ours: Program) -> Iterator[tuple[str, Taken]]:
    """The cursor on the screens of a period, and a student marked as seen."""
    yield "Today: cursor down", ours.key("\x1b[B")
    yield "Today: n", ours.key("n", lambda shown: "Next," in shown)
    yield "Caseload, first time", ours.key("2", lambda shown: "/ Find" in shown)
    for _ in range(3):
        yield "Caseload: cursor down", ours.key("\x1b[B")
    yield "Board, first time", ours.key("3", lambda shown: "Rapport" in shown)
    yield "Board: cursor down", ours.key("\x1b[B")
    yield "Today by number", ours.key("1", _is_today_again)
    yield "Caseload by number", ours.key("2", lambda shown: "/ Find" in shown)
    yield "Today by number", ours.key("1", _is_today_again)


def _keys(ours: Program) -> Iterator[tuple[str, str, Taken]]:
    """The keys of a period."""
    ours.idle(1.0)
    for what, taken in _moves(ours):
        yield what, TERM, taken
    yield "the note line opens", TERM, ours.key("c", lambda shown: "F1 Marks" in shown)
    yield "a letter of a note", TERM, ours.key("B", lambda shown: "B" in shown)
    ours.key("rought the lab notes", lambda shown: "lab notes" in shown)
    yield "Enter to Saved", TERM, ours.key("\r", lambda shown: "Saved" in shown)
    yield "the card, first time", TERM, ours.key("\r", lambda shown: "The partnership" in shown)
    ours.key("\x1b", _is_today_again)
    yield "the card again", TERM, ours.key("\r", lambda shown: "The partnership" in shown)
    ours.key("\x1b", _is_today_again)
    for what, key, words in (("a form", "E", "Pronouns"), ("the pact editor", "P", "How we will both know")):
        for when in ("first time", "again", "again"):
            yield f"{what}, {when}", TERM, ours.key(key, lambda shown, words=words: words in shown)
            ours.key("\x1b", _is_today_again)


def main() -> None:
    """Print the table as Markdown."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as home:
        found, idle = measure(Path(home), rounds)
    middle = {
        key: Taken(*(statistics.median(part) for part in zip(*times, strict=True))) for key, times in found.items()
    }
    write = sys.stdout.write
    write("| | with | ms | done | bytes | ratio | to |\n|---|---|---|---|---|---|---|\n")
    for (what, name), taken in middle.items():
        beside = _beside(what, name)
        ratio = f"{taken.there / middle[beside].there:.2f}" if beside in middle else ""
        to = ", ".join(beside) if ratio else ""
        write(f"| {what} | {name} | {taken.there:.1f} | {taken.done:.1f} | {taken.written:,.0f} | {ratio} | {to} |\n")
    for name, shares in idle.items():
        write(f"| idle | {name} | {statistics.median(shares):.2f} % of a processor | | | | |\n")
    write(f"\nMedians of {rounds}, in turns; load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.\n")


def _beside(what: str, name: str) -> tuple[str, str]:
    """What a figure is compared with."""
    if what == "start":
        return what, {TEN: TERM, FIFTY: TEN, "150 students": "25 students", "1,000 students": "25 students"}.get(
            name, "a bare app"
        )
    return (what, "25 students") if name in BIG and name != "25 students" else ("cursor down", "a table")


if __name__ == "__main__":
    main()
