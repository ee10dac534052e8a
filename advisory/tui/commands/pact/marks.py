"""Marking what was met and kept of a pact: today by one key, or on another day."""

from datetime import date
from typing import NamedTuple

from advisory.casework.pact.mark_kept import mark_kept, unmark_kept
from advisory.casework.pact.mark_met import mark_met
from advisory.model import Pact
from advisory.model.words import Observer
from advisory.rules.pact.keeping import commitments
from advisory.rules.refusal import Refusal
from advisory.tui.asking import asking
from advisory.tui.dialogs.form.field import Field
from advisory.tui.prose import day
from advisory.tui.screens.base.flow import Values, flow
from advisory.tui.screens.pact.one_pact import OnePact
from advisory.tui.screens.pact.page import Marked

_CHANGED = "That line reads otherwise now. Esc leaves this, and shows it."
_NOTHING = "No line is highlighted that is marked: Tab goes to one."


_DAYS = 8
"""Marked days that are told again, the last ones."""


class _Kept(NamedTuple):
    """What a line says, and the days on which it is marked."""

    text: str
    days: tuple[date, ...]


class PactMarking(OnePact, inherit_bindings=False):
    """Each mark is one change, and the same key takes it back."""

    async def action_mark_line(self) -> None:
        pact, line = self.pact, self.line
        if pact is None or line is None:
            self.say(_NOTHING)
            return
        with asking(self):
            kept, today = _kept(pact, line), self.desk.caseload.today
            is_met_before = line.side is None and kept.days
            self._mark(pact, line, kept.days[0] if is_met_before else today)
        self.retell()

    @flow
    async def action_mark_day(self) -> None:
        desk, line = self.desk, self.line
        if self.pact is None or line is None:
            self.say(_NOTHING)
            return
        shown = self.pact
        text, days = _kept(shown, line)

        def mark(values: Values) -> None:
            if _kept(shown, line).text != text:
                raise Refusal(_CHANGED)
            self._mark(shown, line, desk.day(values["on"], past=True))

        def rebase(stored: Pact) -> None:
            nonlocal shown
            shown = stored

        marked = ", ".join(day(on, desk.caseload.today) for on in days[-_DAYS:])
        back = f"\nMarked {marked}; a marked day is taken back." if days and not desk.prose.is_shaded else ""
        fields = [Field("on", "On which day?", hint="yest, mon, -2, 11/20", is_enough=True)]
        heading = "When was it met?" if line.side is None else "When was it kept?"
        await self.fill(
            "pact_day", heading, fields, mark, record_id=shown.id, about=desk.prose.note(text) + back, rebase=rebase
        )

    def _mark(self, pact: Pact, line: Marked, on: date) -> None:
        """Mark a line on a day, or take that day's mark back."""
        if line.side is None:
            self._mark_met(pact, line.number, None if on in _kept(pact, line).days else on)
        else:
            self._mark_kept(pact, line.side, line.number, on)

    def _mark_met(self, pact: Pact, number: int, on: date | None) -> None:
        marked = mark_met(self.desk.caseload, pact, number, on)
        count = f"{marked.success_met} of {len(marked.success_evidence)} met"
        self.say(f"Met {day(on, self.desk.caseload.today)}: {count}" if on else f"Not met yet: {count}", pact.student)

    def _mark_kept(self, pact: Pact, side: Observer, number: int, on: date) -> None:
        caseload = self.desk.caseload
        when = day(on, caseload.today)
        if on in commitments(pact, side)[number].kept:
            unmark_kept(caseload, pact, side, number, on)
            self.say(f"Not kept {when} after all", pact.student)
            return
        mark_kept(caseload, pact, side, number, on)
        sign = ", a sign on the board" if side is Observer.ADVISOR else ""
        self.say(f"{'I' if side is Observer.ADVISOR else 'They'} kept it {when}{sign}", pact.student)


def _kept(pact: Pact, line: Marked) -> _Kept:
    """Refuses a line that another terminal took out meanwhile."""
    try:
        if line.side is None:
            by = pact.success_evidence[line.number]
            return _Kept(by.text, (by.met_on,) if by.met_on else ())
        one = commitments(pact, line.side)[line.number]
    except IndexError:
        raise Refusal(_CHANGED) from None
    return _Kept(one.text, one.kept)
