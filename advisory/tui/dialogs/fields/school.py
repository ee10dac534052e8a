"""The fields of the forms for the school's calendar."""

from datetime import time
from typing import NamedTuple

from advisory.model import MeetingPattern, NoSchoolDay, Term
from advisory.rules.days.day_span import read_span
from advisory.rules.days.day_words import typed_day
from advisory.rules.days.hour_words import hour_words, read_hours, read_weekdays, weekday_words
from advisory.rules.days.interval import UsualIntervals
from advisory.rules.days.school_days import Span
from advisory.rules.refusal import Refusal
from advisory.tui.desk import Desk
from advisory.tui.dialogs.form.field import Field, FieldKind

_DIGITS = 4


class Period(NamedTuple):
    """When the advisory meets: weekdays, and from when to when."""

    weekdays: tuple[int, ...]
    starts: time
    ends: time


def period_fields(pattern: MeetingPattern | None) -> list[Field]:
    """The form for a new period, or to edit one."""
    weekdays = weekday_words(pattern.weekdays) if pattern else ""
    hours = hour_words(pattern.starts, pattern.ends) if pattern else ""
    return [
        Field("weekdays", "Which days", weekdays, "e.g. mon wed fri, or mon-fri", FieldKind.HOURS),
        Field("hours", "Hours", hours, "e.g. 10:05-10:35, or 1:05-1:35 pm", FieldKind.HOURS),
    ]


def term_fields(term: Term | None) -> list[Field]:
    """The form for a new term, or to edit one."""
    title = Field("title", "Name", term.title if term else "", "e.g. Fall")
    return [title, *_span_fields(term, "e.g. 12/18")]


def days_off_fields(days: NoSchoolDay | None) -> list[Field]:
    """The form for days without school."""
    fields = _span_fields(days, "blank means the same day; e.g. 11/27, +3")
    return [*fields, Field("title", "Reason", days.title if days else "", "e.g. snow; or leave blank")]


def interval_fields(usual: UsualIntervals) -> list[Field]:
    """The form for the usual number of days between one-to-ones."""
    return [
        Field("contact_every", "School days between one-to-ones", str(usual.contact_every), kind=FieldKind.NUMBER),
        Field("focal_contact_every", "For focal students", str(usual.focal_contact_every), kind=FieldKind.NUMBER),
    ]


def read_period(values: dict[str, str]) -> Period:
    """The form's values as a period. Refuses weekdays or hours it can't read."""
    return Period(read_weekdays(values["weekdays"]), *read_hours(values["hours"]))


def read_term(desk: Desk, values: dict[str, str]) -> Span:
    """The first and the last day of the term. Refuses a day it can't read, and a term without an end."""
    if not values["until"].strip():
        raise Refusal(f"When does the term end? Type its last day, such as {desk.hint('12/18')}.")
    return read_days(desk, values)


def read_days(desk: Desk, values: dict[str, str]) -> Span:
    """The first and the last day; the first one alone means a single day. Refuses a day it can't read."""
    today, day_first = desk.caseload.today, desk.configuration.settings.day_first
    return read_span(values["from"], values["until"], today, day_first=day_first)


def read_number(text: str) -> int:
    """The number that was typed. Refuses anything else."""
    typed = text.strip()
    if not (typed.isdecimal() and len(typed) <= _DIGITS):
        raise Refusal(f"“{typed[:40]}” is not a number. Type one, such as 10.")
    return int(typed)


def _span_fields(shown: Term | NoSchoolDay | None, until: str) -> list[Field]:
    first, last = (typed_day(shown.starts_on), typed_day(shown.ends_on)) if shown else ("", "")
    return [
        Field("from", "First day", first, "e.g. 8/31, mon, today", FieldKind.DAY),
        Field("until", "Last day", last, until, FieldKind.DAY),
    ]
