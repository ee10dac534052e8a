"""What the import asks about those it doesn't take by itself, with a stand-in for the screen."""

import asyncio
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from each_row import each_row

from advisory.exchange.roster.dry_run import Wanted, compare
from advisory.exchange.roster.roster import Roster, RosterRow
from advisory.model import Student
from advisory.model.words import Status
from advisory.tui.commands.exchange.files import _decide

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def held(number, given, **fields):
    return Student(id=f"s{number:07d}", created_at=NOW, updated_at=NOW, given_name=given, family_name="Tran", **fields)


EVERYONE = [
    held(1, "Omar", email="om@x.example"),
    held(2, "Ana", status=Status.ARCHIVED, left_on=date(2026, 6, 1)),
    held(3, "Bo"),
]
TWIN = RosterRow(2, "Omar", "Tran", email="other@y.example")
BACK = RosterRow(3, "Ana", "Tran")
GONE = RosterRow(4, "Bo", "Tran", status="transferred")


def decide(rows, answers):
    """The decision, the headings that were shown, and what was said."""
    shown, said, left = [], [], list(answers)

    async def ask(dialog):
        shown.append(dialog._heading)
        return left.pop(0)

    screen = SimpleNamespace(ask=ask, say=said.append)
    plan = compare(Roster("list of names", tuple(rows)), EVERYONE)
    return asyncio.run(_decide(screen, plan)), shown, said


@each_row(
    ("rows", "answers", "decision", "shown"),
    [
        ([RosterRow(2, "New", "One")], [], (Wanted(unsure="leave-out"), False), []),
        ([TWIN], ["add"], (Wanted(unsure="add"), False), ["1 student couldn't be matched. Who are they?"]),
        ([BACK], ["yes"], (Wanted(returning=True, unsure="leave-out"), False), ["1 student had left before"]),
        ([GONE], ["yes"], (Wanted(unsure="leave-out"), True), ["1 student left, according to the file"]),
        ([BACK, GONE], ["no", "no"], (Wanted(unsure="leave-out"), False), ["1 student had left before", "1 student left, according to the file"]),
    ],
)  # fmt: skip
def test_only_what_is_open_is_asked(rows, answers, decision, shown):
    assert decide(rows, answers) == (decision, shown, [])


@pytest.mark.parametrize("at", [0, 1, 2])
def test_escape_at_any_question_imports_nothing(at):
    answers = [*["same", "yes", "yes"][:at], None]
    decision, shown, said = decide([TWIN, BACK, GONE], answers)

    assert (decision, len(shown), said) == (None, at + 1, ["Nothing was imported."])
