"""Every wording that a pact has had, each compared with the previous one, for the history of a pact."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from advisory.model import Pact, PactRevision
from advisory.rules.pact.wording import FIELD_LABELS, differences, field_lines, pact_versions
from advisory.tui.desk import Desk
from advisory.tui.prose import day
from advisory.tui.widgets.text.ink import Span

from .pact import agreement_words

_INDENT = "    "


class Wording(NamedTuple):
    """One wording: its heading, and the texts below, each with its own indent and look."""

    heading: str
    texts: Sequence[Span]


def wordings(desk: Desk, pact: Pact) -> list[Wording]:
    """Every wording of a pact, the oldest first."""
    read = pact_versions(pact)
    befores: list[tuple[PactRevision, Pact] | None] = [None]
    befores += [(change, before) for change, before in read if change is not None]
    return [
        Wording(f"Wording {at} of {len(read)} · revision {now.revision}", list(_texts(desk, pact, now, before, change)))
        for at, ((change, now), before) in enumerate(zip(read, befores, strict=True), 1)
    ]


def _texts(
    desk: Desk, pact: Pact, now: Pact, before: tuple[PactRevision, Pact] | None, change: PactRevision | None
) -> Iterator[Span]:
    """`before` is the change that led to this wording, with the previous one; `change` replaced this wording."""
    since = before[0].at if before else pact.created_at
    until = f"until {_when(desk, change.at)}" if change else "until now"
    yield Span(f"in use from {_when(desk, since)} {until}", "muted")
    yield Span(f"agreed to by {agreement_words(pact, desk.prose, desk.caseload.today, now.revision)}", "muted")
    if before:
        yield from _compared(desk, *before, now)
    yield Span("")
    yield Span("How it read", "strong")
    for field, called in FIELD_LABELS.items():
        lines = field_lines(now, field)
        if lines:
            yield Span(f"{called}:", "muted")
            yield from (Span(f"{_INDENT}{desk.prose.note(line)}") for line in lines)


def _compared(desk: Desk, change: PactRevision, before: Pact, now: Pact) -> Iterator[Span]:
    yield Span("")
    if change.typo:
        yield Span("What changed: a typo, so no one was asked again", "strong")
    elif now.revision != before.revision:
        yield Span("What changed, and was agreed to again", "strong")
    else:
        yield Span("What changed, with no need to agree again", "strong")
    found = differences(before, now)
    if not found:
        yield Span(f"{_INDENT}only the order of the lines")
    for one in found:
        yield Span(f"{one.called}:", "muted")
        yield from (Span(f"{_INDENT}was: {desk.prose.note(line)}") for line in one.was or ("–",))
        yield from (Span(f"{_INDENT}now: {desk.prose.note(line)}", "accent") for line in one.now or ("–",))


def _when(desk: Desk, at: datetime) -> str:
    local = at.astimezone()
    return f"{day(local.date(), desk.caseload.today)} {local:%H:%M}"
