"""Read the terms of the school year from a OneRoster set."""

from datetime import date
from pathlib import Path

import msgspec

from advisory.exchange.file.error import FileError
from advisory.exchange.file.excerpt import line_list
from advisory.exchange.roster.roster import TermRow
from advisory.exchange.roster.sheet import Record

from .member import is_active, read_member
from .school import as_date

_SESSION = ("title type startDate endDate", "sourcedId status")
_SCHOOL_YEAR = "schoolyear"
_PREFERRED = ("term", "semester", "gradingperiod", _SCHOOL_YEAR)
_JULY = 7


class _Session(msgspec.Struct, frozen=True):
    kind: str
    term: TermRow


def read_terms(path: Path, files: dict[str, bytes], today: date) -> tuple[tuple[TermRow, ...], list[str]]:
    """The terms of today's school year in order, and what the advisor should know. A set without terms is fine.

    The first type found counts: term, semester, gradingPeriod, then schoolYear. Of two that overlap, the first counts.
    """
    if "academicsessions" not in files:
        return (), []
    try:
        member = read_member(path, files, "academicSessions", *_SESSION)
    except FileError as error:
        return (), [f"No terms were read. {error}"]
    unread = [refused.line for refused in member.refused]
    sessions: list[_Session] = []
    for row in member.rows:
        if not is_active(row.cells[5]):
            continue
        if session := _session(row):
            sessions.append(session)
        else:
            unread.append(row.line)
    notices = list(member.notices)
    if unread:
        notices.append(
            f"academicSessions.csv, {line_list(sorted(unread))}: no term with two dates could be read there."
        )
    year = _school_year(sessions, today)
    for kind in _PREFERRED:
        within = [
            s.term for s in sessions if s.kind == kind and s.term.starts_on <= year[1] and year[0] <= s.term.ends_on
        ]
        if within:
            return tuple(_without_overlap(within)), notices
    return (), notices


def _session(row: Record) -> _Session | None:
    title, kind, start, end, source_id, _ = row.cells
    try:
        starts_on, ends_on = as_date(start), as_date(end)
    except ValueError:
        return None
    if starts_on is None or ends_on is None or ends_on < starts_on:
        return None
    name = f"oneroster:{source_id}" if source_id else ""
    return _Session(kind.casefold(), TermRow(title or source_id or start, starts_on, ends_on, name))


def _school_year(sessions: list[_Session], today: date) -> tuple[date, date]:
    """The first and last day of today's school year: the set's current or next one, or else July to June."""
    years = sorted((s.term.starts_on, s.term.ends_on) for s in sessions if s.kind == _SCHOOL_YEAR)
    if years:
        return next((year for year in years if today <= year[1]), (today, today))
    first = today.year if today.month >= _JULY else today.year - 1
    return date(first, _JULY, 1), date(first + 1, _JULY - 1, 30)


def _without_overlap(terms: list[TermRow]) -> list[TermRow]:
    kept: list[TermRow] = []
    for term in sorted(terms, key=lambda term: (term.starts_on, term.ends_on)):
        if not kept or kept[-1].ends_on < term.starts_on:
            kept.append(term)
    return kept
