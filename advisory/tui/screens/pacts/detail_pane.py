"""The detail pane of the list of pacts: as much of one pact as fits."""

from collections.abc import Iterable, Iterator

from advisory.model import Commitment, Pact, glyphs
from advisory.model.words import Observer, PactStatus
from advisory.rules.check_in.own_hand import own_marks_words
from advisory.rules.overview.summary import is_review_waiting
from advisory.rules.pact.end import CLOSE_OR_GO_ON, is_past_end
from advisory.rules.pact.keeping import kept_so_far, times_words
from advisory.rules.pact.life import agreed_by
from advisory.rules.pact.shelf import missing_agreement, waiting_words
from advisory.tui.desk import Desk
from advisory.tui.prose import day, wrap
from advisory.tui.widgets.text.ink import Line, Span
from advisory.tui.widgets.text.inked_block import InkedBlock
from advisory.tui.words.trend import trend_lines

_WHO = {Observer.STUDENT: "they", Observer.ADVISOR: "you"}


class PactDetail(InkedBlock):
    """Shows the status of a pact, then what it says, in the order of the conversation."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="detail")
        self._desk = desk
        self._pact: Pact | None = None

    def show(self, pact: Pact | None) -> None:
        """Show another pact; None clears the pane."""
        self._pact = pact
        self.renew()

    def block(self, cells: int) -> list[Line]:
        pact = self._pact
        if pact is None:
            return []
        parts = [self._status(pact, cells), *filter(None, self._parts(pact, cells))]
        spaced: list[Line] = [line for part in parts for line in (*part, ())]
        room = self.size.height
        if len(spaced) <= room + 1:
            return spaced
        tight = [line for part in parts for line in part]
        if len(tight) <= room:
            return tight
        return [*tight[: room - 1], (Span(f"… {self._desk.key('edit-pact')} shows the whole pact.", "muted"),)]

    def _status(self, pact: Pact, cells: int) -> list[Line]:
        """The student, the status, the days, and who has agreed to the current wording."""
        desk, today = self._desk, self._desk.caseload.today
        lines: list[Line] = [(Span(desk.name(pact.student), "heading"),)]
        waits = waiting_words(pact, today, desk.caseload.calendar)
        if is_past_end(pact, today):
            lines += [(Span(line, "due"),) for line in wrap(CLOSE_OR_GO_ON, cells)]
        elif is_review_waiting(pact, today):
            lines.append((Span(f"review {waits}", "due"),))
        facts = [pact.status.label]
        if pact.status is PactStatus.CLOSED:
            facts += [waits, day(pact.closed_on, today)]
        else:
            days = (("from", pact.start_on), ("next review", pact.next_review_on), ("until", pact.target_on))
            facts += [f"{word} {day(on, today)}" for word, on in days if on]
        facts.append(f"sure: {pact.confidence} of 5" if pact.confidence else "")
        lines += _muted(" · ".join(filter(None, facts)), cells)
        return lines + _muted(self._agreed(pact), cells)

    def _agreed(self, pact: Pact) -> str:
        """Who has agreed: `they signed 20 Oct · I spoken 20 Oct · revision 2`."""
        today = self._desk.caseload.today
        there = agreed_by(pact)
        yes = [f"{who} {there[one].how.label} {day(there[one].on, today)}" for one, who in _WHO.items() if one in there]
        needed = missing_agreement(pact) if pact.status is PactStatus.PROPOSED else ""
        return " · ".join(filter(None, [*yes, needed, f"revision {pact.revision}" if pact.revision > 1 else ""]))

    def _parts(self, pact: Pact, cells: int) -> Iterator[list[Line]]:
        prose, caseload = self._desk.prose, self._desk.caseload
        met = [f"{glyphs.DONE if line.met_on else glyphs.OPEN} {line.text}" for line in pact.success_evidence]
        ended = f"“{pact.reflections}”" if pact.reflections else ""
        yield self._part("How it ended, in their words", [ended], cells)
        yield self._part("What comes next", [pact.comes_next], cells)
        yield self._part("Learning target", [pact.learning_target], cells)
        yield self._part("Why, in their words", [pact.why], cells)
        yield self._part("Starting point", [pact.starting_point], cells)
        yield self._part("How you will both know", met, cells)
        yield self._side("What the student does", pact, pact.student_commitments, cells)
        yield self._side("What you do", pact, pact.advisor_commitments, cells)
        yield self._part("Who else", [f"{other.who}: {other.text}" for other in pact.others], cells)
        trend = caseload.trend_of(pact)
        if trend is not None:
            yield [(Span("How it goes", "muted"),), *trend_lines(trend, prose, caseload.today, cells)]

    def _part(self, title: str, texts: Iterable[str], cells: int) -> list[Line]:
        prose = self._desk.prose
        shown = [prose.note_lines(text) for text in texts if text]
        lines: list[Line] = [(Span(line),) for text in shown for line in wrap(text, cells)]
        return [(Span(title, "muted"),), *lines] if lines else []

    def _side(self, title: str, pact: Pact, does: Iterable[Commitment], cells: int) -> list[Line]:
        """One side's commitments, each with the weeks in which it was kept."""
        lines: list[Line] = []
        for one in does:
            often = f", {one.how_often}" if one.how_often and not self._desk.prose.is_shaded else ""
            lines += self._part("", [one.text + often], cells)[1:]
            kept = f"kept {times_words(len(one.kept))}" if one.kept else "not kept yet"
            so_far = kept_so_far(pact, one, self._desk.caseload.today, self._desk.caseload.calendar)
            marks = f"{so_far.marks} " if so_far.marks else ""
            lines.append(
                (
                    Span(marks, "accent"),
                    Span(" · ".join(filter(None, [so_far.words, kept, own_marks_words(one)])), "muted"),
                )
            )
        return [(Span(title, "muted"),), *lines] if lines else []


def _muted(text: str, cells: int) -> list[Line]:
    return [(Span(line, "muted"),) for line in wrap(text, cells)] if text else []
