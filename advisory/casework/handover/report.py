"""What taking in a handover would do, in lines of text: who is new, who is here already, and what comes, counted by kind."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from advisory.caseload.caseload import Caseload
from advisory.caseload.trash import counted
from advisory.model import CheckIn
from advisory.model.day_order import show_date

from .arrival import Arrival
from .take_in import is_news


def arrival_lines(
    caseload: Caseload,
    made_on: date,
    arrivals: Sequence[Arrival],
    *,
    in_trash: Iterable[str] = (),
    to_ask: Iterable[str] = (),
    back: str,
) -> list[str]:
    """The dry run. `in_trash` are names of students who are in the trash here, `to_ask` lines about those only you can match.

    `back` says how those who had left are taken back.
    """
    return list(_lines(caseload, made_on, arrivals, list(in_trash), list(to_ask), back))


def _lines(
    caseload: Caseload,
    made_on: date,
    arrivals: Sequence[Arrival],
    in_trash: list[str],
    to_ask: list[str],
    back: str,
) -> Iterator[str]:
    new = [one for one in arrivals if one.here is None]
    here = [one for one in arrivals if one.here is not None]
    counts = (
        (len(new), "new"),
        (len(here), "here already"),
        (len(to_ask), "to ask about"),
        (len(in_trash), "in the trash here"),
    )
    said = [f"{count} {what}" for count, what in counts if count or what in {"new", "here already"}]
    yield f"Handover of {show_date(made_on)}: {', '.join(said)}."
    if not any(map(is_news, arrivals)):
        yield "Nothing would change."
    yield from _section("New", [line for one in new for line in _about(one, one.student.full_name)])
    yield from _section("Here already (what you have stays as it is)", list(_here(caseload, here, back)))
    if any(one.counts_contact for arrival in arrivals for one in arrival.new if isinstance(one, CheckIn)):
        yield "Check-ins from the file restart none of your clocks: they were another advisor's."
    yield from _section("To ask about (nothing is written for these)", to_ask)
    yield from _section("In the trash here (bring them back first; nothing is written for these)", in_trash)


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"{title}:"
        yield from (f"  {line}" for line in lines)


def _here(caseload: Caseload, here: Sequence[Arrival], back: str) -> Iterator[str]:
    """Those who are here already, and how many of them the file has nothing new about."""
    nothing_new = 0
    for one in here:
        assert one.here is not None
        left = "" if one.here.is_current else f"They had left, and stay so unless you take them back: {back}."
        if is_news(one) or one.notes or left:
            yield from _about(one, caseload.names[one.here.id], left)
        else:
            nothing_new += 1
    if nothing_new:
        yield f"{nothing_new} with nothing new"


def _about(one: Arrival, name: str, left: str = "") -> Iterator[str]:
    comes = [counted(one.new)] if one.new else []
    if one.rated:
        comes.append(f"{len(one.rated)} rating{'' if len(one.rated) == 1 else 's'} of evidence without the words")
    known = f"; {len(one.known)} here already" if one.known else ""
    yield f"{name}: {', '.join(comes) or 'nothing new'}{known}"
    yield from (f"  {note}" for note in (*one.notes, left) if note)
