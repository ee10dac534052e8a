"""Marking a success line of a pact as met, or a commitment as kept: today with one key, or on another day."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from advisory.casework.pact.mark_kept import mark_kept, unmark_kept
from advisory.casework.pact.mark_met import mark_met
from advisory.model import Pact
from advisory.model.words import Observer
from advisory.rules.pact.keeping import Marked, commitments
from advisory.rules.refusal import Refusal
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.dialogs.form.field import Field, FieldKind
from advisory.tui.prose import day

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen

_CHANGED = "That line has changed. Press Esc to see it."

_DAYS = 8
"""How many of the latest marked days the form lists."""


class _Kept(NamedTuple):
    """The text of a line, and the days on which it is marked."""

    text: str
    days: tuple[date, ...]


def mark(screen: "CaseScreen") -> None:
    """Mark the highlighted line as met or kept today; a second time removes the mark."""
    pact, line = _highlighted(screen)
    kept, today = _kept(pact, line), screen.desk.caseload.today
    is_met_before = line.side is None and kept.days
    _mark(screen, pact, line, kept.days[0] if is_met_before else today)


@shows_dialog
async def mark_day(screen: "CaseScreen") -> None:
    """Ask for a day and mark the line on it, or remove that day's mark."""
    desk = screen.desk
    shown, line = _highlighted(screen)
    text, days = _kept(shown, line)

    def save(values: Values, shown: Pact) -> None:
        if _kept(shown, line).text != text:
            raise Refusal(_CHANGED)
        _mark(screen, shown, line, desk.day(values["on"], past=True))

    marked = ", ".join(day(on, desk.caseload.today) for on in days[-_DAYS:])
    back = f"\nMarked {marked}; type one of these days to remove its mark." if days and not desk.prose.is_shaded else ""
    fields = [Field("on", "On which day?", hint="e.g. yesterday, mon, -2, 11/20", kind=FieldKind.DAY)]
    heading = "When was it met?" if line.side is None else "When was it kept?"
    about = desk.prose.note(text) + back
    await fill(screen, "pact_day", heading, fields, save, shown=shown, about=about)


def _mark(screen: "CaseScreen", pact: Pact, line: Marked, on: date) -> None:
    """Mark a line on a day, or remove that day's mark."""
    if line.side is None:
        _mark_met(screen, pact, line.number, None if on in _kept(pact, line).days else on)
    else:
        _mark_kept(screen, pact, line.side, line.number, on)


def _mark_met(screen: "CaseScreen", pact: Pact, number: int, on: date | None) -> None:
    marked = mark_met(screen.desk.caseload, pact, number, on)
    count = f"; {marked.success_met} of {len(marked.success_evidence)} met"
    what = f"Marked met {day(on, screen.desk.caseload.today)}" if on else "Mark removed, not met yet"
    screen.say_written(what, marked.success_evidence[number].text, pact.student, count)


def _mark_kept(screen: "CaseScreen", pact: Pact, side: Observer, number: int, on: date) -> None:
    caseload = screen.desk.caseload
    when = day(on, caseload.today)
    one = commitments(pact, side)[number]
    if on in one.kept:
        unmark_kept(caseload, pact, side, number, on)
        what = f"{'Their own mark' if on in one.own_marks else 'Mark'} removed, not kept {when}"
        screen.say_written(what, one.text, pact.student)
        return
    mark_kept(caseload, pact, side, number, on)
    sign = "; also noted as a sign" if side is Observer.ADVISOR else ""
    what = f"Marked, {'you' if side is Observer.ADVISOR else 'they'} kept it {when}"
    screen.say_written(what, commitments(pact, side)[number].text, pact.student, sign)


def _kept(pact: Pact, line: Marked) -> _Kept:
    """The text and marked days of a line. Refuses a line that was removed elsewhere."""
    try:
        if line.side is None:
            by = pact.success_evidence[line.number]
            return _Kept(by.text, (by.met_on,) if by.met_on else ())
        one = commitments(pact, line.side)[line.number]
    except IndexError:
        raise Refusal(_CHANGED) from None
    return _Kept(one.text, one.kept)


def _highlighted(screen: "CaseScreen") -> tuple[Pact, Marked]:
    highlighted = screen.highlighted
    assert highlighted.pact is not None  # the registry says that these commands need both
    assert highlighted.line is not None
    return highlighted.pact, highlighted.line
