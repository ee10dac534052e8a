"""The detail pane of Defenses: the day, what is next, on whom it waits, and the highlighted milestone."""

from collections.abc import Iterable, Sequence

from advisory.model import DefensePlan, Milestone
from advisory.rules.season.next_step import next_step, waiting
from advisory.tui.desk import Desk
from advisory.tui.prose import wrap
from advisory.tui.widgets.text.ink import Line, Span
from advisory.tui.widgets.text.inked_block import InkedBlock
from advisory.tui.words.defense import head_words, milestone_words

_TALL = 6
"""From this height the pane shows everything, with blank lines between its parts."""


class SeasonDetail(InkedBlock):
    """Shows one student's plan in a few lines. The most important come first, since a low pane shows three."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="detail")
        self._desk = desk
        self._student_id = ""
        self._plan: DefensePlan | None = None
        self._milestone: Milestone | None = None
        self._clashes: Sequence[str] = ()

    def show(
        self, student_id: str, plan: DefensePlan | None, milestone: Milestone | None, clashes: Sequence[str]
    ) -> None:
        """Show another student. `clashes` are safe sentences about this plan."""
        self._student_id, self._plan, self._milestone, self._clashes = student_id, plan, milestone, clashes
        self.renew()

    def block(self, cells: int) -> list[Line]:
        if not self._student_id:
            return []
        desk, plan = self._desk, self._plan
        is_low = self.size.height < _TALL
        name: Line = (Span(desk.name(self._student_id), "heading"),)
        if plan is None:
            return [name, *_wrapped([f"No day yet. Press {desk.key('add-defense')} to plan it."], cells, "muted")]
        today = desk.caseload.today
        head = head_words(desk, plan)
        lines: list[Line] = [name, *_wrapped([head], cells, "muted")]
        if is_low:
            lines = [(*name, Span(f" · {head}", "muted")), *_wrapped(self._clashes[:1], cells, "due")]
        one = self._milestone
        if one is not None:
            lines += _wrapped([f"{desk.prose.note(one.label)} · {milestone_words(one, today)}"], cells, "accent")
        step = next_step(plan, today)
        lines += [] if is_low else [()]
        lines += _wrapped([f"Next: {desk.prose.note(step.words)}"], cells, "mine" if step.mine else "")
        due = waiting(plan, today)
        for who, milestones in (("Waits on you", due.mine), ("Waits on the student", due.theirs)):
            if milestones:
                lines += [(), (Span(who, "muted"),)]
                lines += _wrapped([desk.prose.note(each.label) for each in milestones], cells)
        if self._clashes and not is_low:
            lines += [(), *_wrapped(self._clashes, cells, "due")]
        return lines


def _wrapped(texts: Iterable[str], cells: int, look: str = "") -> list[Line]:
    return [(Span(line, look),) for text in texts for line in wrap(text, cells)]
