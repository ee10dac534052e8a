"""The detail pane of the search: what was found in full."""

from collections.abc import Iterator, Sequence

from advisory.model import CheckIn
from advisory.rules.log.matched import Stretch, matched
from advisory.rules.log.record_line import Searched, day_of, kind_words, state_words
from advisory.tui.desk import Desk
from advisory.tui.prose import day, safe, wrap
from advisory.tui.screens.log.detail_pane import facts_of
from advisory.tui.widgets.text.ink import Line, Span
from advisory.tui.widgets.text.inked_block import InkedBlock

from .rows import MARKED, shown_texts


class FoundDetail(InkedBlock):
    """Shows one record with every text it has, the words that fit marked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="detail")
        self._desk = desk
        self._record: Searched | None = None
        self._words: Sequence[str] = ()

    def show(self, record: Searched | None, words: Sequence[str]) -> None:
        """Show another record; None clears the pane."""
        self._record, self._words = record, words
        self.renew()

    def block(self, cells: int) -> list[Line]:
        record, desk = self._record, self._desk
        if record is None:
            return []
        lines: list[Line] = [(Span(desk.name(record.student), "heading"),)]
        lines += [(Span(fact, "muted"),) for fact in wrap(" · ".join(_facts(desk, record)), cells)]
        if desk.keeps_back(record):
            return [*lines, (), *((Span(line, "muted"),) for line in wrap(desk.why_kept_back, cells))]
        for title, text in shown_texts(desk, record):
            lines.append(())
            if title:
                lines.append((Span(safe(title) if not desk.prose.is_shaded else "", "muted"),))
            for part in text.splitlines():
                lines += _wrapped(desk, part, self._words, cells)
        return lines


def _facts(desk: Desk, record: Searched) -> list[str]:
    if isinstance(record, CheckIn):
        return facts_of(record, desk)
    state = state_words(record)
    return [kind_words(record), *([state] if state else []), day(day_of(record), desk.caseload.today)]


def _wrapped(desk: Desk, text: str, words: Sequence[str], cells: int) -> Iterator[Line]:
    """The text in lines of this width, with the words marked, also where one goes on in the next line."""
    if desk.prose.is_shaded:
        yield (Span(desk.prose.note(text)),)
        return
    text = safe(text)
    stretches, at = matched(text, words), 0
    for line in wrap(text, cells):
        at = text.index(line, at) if line in text[at:] else at
        yield tuple(_spans(line, at, stretches))
        at += len(line)


def _spans(line: str, begin: int, stretches: Sequence[Stretch]) -> Iterator[Span]:
    done = 0
    for start, end in stretches:
        first, last = max(start - begin, done), min(end - begin, len(line))
        if first < last:
            yield Span(line[done:first])
            yield Span(line[first:last], MARKED)
            done = last
    yield Span(line[done:])
