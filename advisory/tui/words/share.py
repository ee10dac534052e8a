"""What was shared, in full: to whom, what was in it, what was left out, and the file."""

from advisory.caseload.leaving.shares import counted_rows, file_words, rows_given, whom_about
from advisory.model import ExportLog
from advisory.tui.desk import Desk
from advisory.tui.prose import day, safe, wrap
from advisory.tui.widgets.text.ink import Line, Span

from .called import called


def share_lines(desk: Desk, log: ExportLog, cells: int) -> list[Line]:
    """A share in full, wrapped to a width."""
    caseload, prose = desk.caseload, desk.prose
    lines: list[Line] = [(Span(safe(log.what).capitalize(), "heading"),)]
    facts = [
        f"for {log.audience.label}{f': {prose.note(log.to)}' if log.to else ''}, {day(log.given_on, caseload.today)}",
        f"about {desk.as_shaded(whom_about(caseload, log))}" if log.students else "",
        counted_rows(log),
        f"{len(log.taken_in)} private, included on purpose" if log.taken_in else "",
        f"{log.left_out} left out" if log.left_out else "",
        prose.note(file_words(log)) if log.file else file_words(log),
    ]
    lines += [(Span(text, "muted"),) for fact in facts if fact for text in wrap(safe(fact), cells)]
    for record in rows_given(caseload.store, log):
        lines.append((Span(prose.note(called(desk, record) or record.noun)),))
    gone = len(log.rows) - len(list(rows_given(caseload.store, log)))
    if gone:
        lines.append((Span(f"{gone} no longer here", "muted"),))
    return lines
