"""What the rules make of what lies at their edges, whole, in edge_words.txt: lines typed, searches, days, plans, stages, rounds.

`kept_text` says how edge_words.txt is written anew.
Read what is new in it: it is right only once somebody has.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any

from edge_kept_case import KEPT
from edge_ways_case import CALENDAR, DAY, PLAIN, TOMORROW, WAYS, WEEK, YESTERDAY, Case, one_each
from msgspec.structs import asdict
from record_case import TODAY, make

from advisory.model import (
    CheckIn,
    FamilyContact,
    MeetingPattern,
    Student,
)
from advisory.model.words import Kind, ReviewEvery, Status
from advisory.rules.capture.completion import mark_completion
from advisory.rules.capture.line import read_capture
from advisory.rules.capture.mark import CaptureRefusal
from advisory.rules.days.birthday import next_birthday
from advisory.rules.days.clocks import derive_clock
from advisory.rules.days.contact_strip import contact_strip
from advisory.rules.days.day_words import format_day, next_review, read_day, short_day, typed_day
from advisory.rules.days.hour_words import read_hour, read_hours, read_weekdays, time_words, weekday_words
from advisory.rules.days.open_leave import open_leave
from advisory.rules.days.period import minutes_left, next_period_on, period_at
from advisory.rules.days.school_days import Calendar
from advisory.rules.days.term_words import uncovered_words
from advisory.rules.log.query import read_query
from advisory.rules.refusal import Refusal

WORDS = Path(__file__).with_name("edge_words.txt")
FRIDAY = TODAY + 4 * DAY
LINES = (
    "ama came", "ama  came ", "ama,ben came", "ama yest: came", "ama mon: came", "ama -2: came", "ama 11/20: came", "ama nov 20: came", "ama 20 nov: came", "ama 2026-11-20: came",
    "ama Plan: came", "ama 13/40: came", "ama tomorrow: came", "ama came..", "ama came ..", "ama came...", "ama ..", "ama", "ama #lab came", "ama came #lab #lab #math.", "ama #1 came #)", "ama came ~5",
    "ama ~5 came", "ama came ~5 of 10", "ama ~10 of them came", "ama 3 + 4 = ~7", "ama came ~1440", "ama came ~1441", "ama came ~99999", "ama * came", "ama came *", "ama 3 * 4 is 12", "ama came ?", "ama < came",
    "ama < 5 came", "ama came <", "ama %pho came", "ama came %", "ama came %x", "ama %e came", "ama came !share", "ama !s came", "ama &fam call", "ama &x call", "ama came &c", "ama -abs", "ama -no answer",
    "ama not here -absent", "ama -abscent", "ama -x came", "ama came -no time.", "ama @aunt called", "ama came @aunt.", "ama came >fri bring tea", "ama came >fri @student bring tea", "ama came >fri @stu bring @tea",
    "ama came >fri @s bring tea", "ama came >+3 bring tea", "ama came >+3 of them", "ama came >+3 to call", "ama came >12/12 bring tea", "ama came >jan 22 bring tea", "ama came >22 jan bring tea", "ama came >next period bring tea",
    "ama came >someday bring tea", "ama came >some bring tea", "ama came >so bring tea", "ama came >today tea >tomorrow milk *", "ama came >x<y", "ama came >:( ", "ama came >yesterday bring tea", "ama came ~5!share",
    "ama came %phone@aunt", "ama \\#lab \\~5 came", "ama \\yest: came", "ama \\o/ came", "ama came >fri bring tea ..", "ama came >fri ..", "ama c#lab came", "ama came >2026-12-12 tea", "ama came @ &", "ama 5> came",
    "ama yest: -2: came", "ama yest: mon: came", "ama yest:  mon: came", "ama yest: n: came", "ama yest:", "ama yest: ", "ama -2: 9/14:", "ama yest: ..", "ama x-2: came",
    "ama, ben came", "ama ,ben came", "mon: came", "yest: ama came", "9/14: ama", " mon: came", "ama came >som tea", "ama yest: 13/40: came", "ama came #~lab", "ama came #unit2 of it", "ama came #_x", "ama came #-x", "ama came #x)", "ama came #'x",
    "ama came #é", "ama came #", "ama came #?x", "ama came %home-visit", "ama came -no-answer", "ama came -n", "ama came -abz", "ama came -absx", "ama came ~5mins", "ama came ~1500 min", "ama came ~5x", "ama came ~5!", "ama came @1", "ama came @é.",
    "ama came #lab, and #math", "ama came > fri", "ama *came*", "ama ~5 ? < #a !share note", "ama note * ? ~5", "ama came >fri ~5 bring tea", "ama came >fri * bring tea",
)  # fmt: skip
DAYS = (
    "today", "tod", "to", "tom", "yes", "mon", "tue", "sun", "monday", "+0", "+3", "-3", "+", "+x", "9/14", "11/23", "11/24", "14/9", "22/1", "2/29", "2/29/2028", "13/13", "9/14/2025", "9 / 14", "sep 14", "september 14",
    "sept. 14th", "14 sep", "14. sep 2025", "14sep", "sep 14, 2027", "sep14 2027", "Fri Nov 27", "Fri Nov 28", "fri 27 nov", "mon nov 23, 2026", "fr nov 27", "xyz nov 27", "nov 31", "xyz 12", "2026-09-14", "2026-9-14",
    "2127-01-01", "2126-01-01", "0206-01-01", "+40000", "+9999999999", " fri ", "",
)  # fmt: skip
HOURS = (
    "9-9:30", "9:40-10:10", "10-9", "9-9", "11-1 pm", "11:30-12:30 pm", "12-1 pm", "12-12:30 am", "5:59-6 pm", "6-7 pm", "1-2", "01-02", "1-2 pm", "9 am-1 pm", "13-2 pm", "0-1", "00:00-00:30", "24-25", "9-10-11", "9",
    "9.05 to 9h35", "905-935", "9:60-10", "1 pm-2", "6-5 pm", "9-9:30 a.m.", "13 pm-14 pm", "0 am-1 am", "-", "",
)  # fmt: skip
HOUR = (
    "9",
    "9:30",
    "noon",
    " Noon ",
    "1:30 pm",
    "1:30",
    "5:59",
    "6",
    "05",
    "12",
    "12 am",
    "12 pm",
    "23:59",
    "24",
    "9:60",
    "x",
    "",
    "1330",
)
WEEKDAYS = (
    "mon",
    "m",
    "mo",
    "t",
    "th",
    "tth",
    "mwf",
    "mon-fri",
    "fri-mon",
    "mon wed-fri",
    "mon,tue;wed/thu&fri+sat",
    "mon and tue",
    "mon thru wed",
    "mon-",
    "mon-tue-wed",
    "x",
    "s",
    "sa",
    "12/7",
    "",
)
QUERIES = (
    "lab", "“lab report” x", '"lab', '""', "#lab", "#", "tag:#lab,math", "who:ama,ben", "who:", "kind:quick", "kind:quick,one", "kind:xyz", "minutes:5", "minutes:>5", "minutes:>=5", "minutes:<5", "minutes:<=5", "minutes:=5",
    "minutes:5-10", "minutes:>5-10", "minutes:12345", "minutes:5 ", "feeling:3", "since:11/1", "from:11/1 from:11/5", "to:11/9 until:11/5", "from:12/1 to:11/1", "from:x", "on:11/5", "is:jot", "has:x", "tone:concern", "family:aunt",
    "http://x.example", "kndi:quick", "a:b", "ab:c", "Tone:celebrate TONE:concern", "by:student", "staff:", "#lab#math", "kind:quick lab #x minutes:>5 since:11/1",
    "from:11/1 to:11/1", '"#lab"', '"ab:c"', "tag:~x", "tag:~", "tag:#", 'minutes:"5 - 10"', 'minutes:" > 5"', "ab:c d:e", "#é", "# x",
)  # fmt: skip


def _line(text: str) -> list[object]:
    read = read_capture(text, TODAY, named=True, next_period_on=FRIDAY)
    usual = read_capture("ama x", TODAY, named=True, next_period_on=FRIDAY)
    names = [one.text for one in read.names]
    return [
        names,
        *(f"{key}={value}" for key, value in _fields(read).items() if key != "names" and value != _fields(usual)[key]),
    ]


def _fields(value: Any) -> dict[str, Any]:
    return value._asdict() if hasattr(value, "_asdict") else asdict(value)


def _asked(text: str) -> list[object]:
    return [
        f"{key}={_shown(value)}"
        for key, value in asdict(read_query(text, TODAY)).items()
        if value not in ((), date.min, date.max)
    ]


def _dates(text: str) -> list[object]:
    return [
        _tried(partial(read_day, text, TODAY, past=past, day_first=first))
        for past, first in ((False, False), (True, False), (False, True))
    ]


def _tried(act: Callable[[], object]) -> object:
    try:
        return act()
    except Refusal:
        return "–"


def _strip(*check_ins: dict[str, object], **fields: object) -> str:
    seen = [make(CheckIn, at, **{"happened_on": TODAY, **one}) for at, one in enumerate(check_ins, 1)]
    return " ".join(
        cell.value
        for cell in contact_strip(make(Student, **fields), seen, CALENDAR.last_school_days(TODAY)[-6:], CALENDAR)
    )


TALKED = {"counts_contact": True, "counts_one_to_one": True}
NOTHING = {"counts_contact": False, "counts_one_to_one": False}
PEOPLE = (
    FamilyContact(name="Ana Ruiz", relation="aunt"),
    FamilyContact(name="Ana Poe"),
    FamilyContact(name="Ben", relation="uncle"),
)
TYPED: tuple[Case, ...] = (
    ("a line", _line, one_each(LINES)),
    ("a mark completed", lambda line, cursor: mark_completion(line, cursor, PEOPLE), [
        ("ama &fam", 8), ("ama &c came", 6), ("ama &family_contact", 19), ("ama -", 5), ("ama -no", 7), ("ama %te x", 6), ("ama !s", 6), ("ama @", 5), ("ama @a", 6), ("ama @b came", 5), ("ama @x", 6), ("ama >fri @s", 11), ("ama > @s", 8),
        ("ama >f @", 8), ("ama >fri x @a", 13), ("@", 1), ("", 0), ("x", 1), ("ama #l", 6), ("ama &one-to", 11), ("ama &", 2), ("ama >fri %p", 11), ("ama &qui", 8), ("ama &seen_b", 11), ("ama >fri -abs", 13), ("ama %Phone", 10), ("ama  &fam  x", 9), ("ama >fri @student", 17),
    ]),
    ("a search", _asked, one_each(QUERIES)),
    ("a day: to come, past, day first", _dates, one_each(DAYS)),
    ("hours", read_hours, one_each(HOURS)),
    ("an hour", lambda text: time_words(read_hour(text)), one_each(HOUR)),
    ("weekdays", lambda text: [read_weekdays(text), weekday_words(read_weekdays(text))], one_each(WEEKDAYS)),
    ("weekdays in words", weekday_words, one_each([(), (0,), (0, 1), (0, 1, 2), (6, 0), (0, 2, 3, 4, 6, 6)])),
)  # fmt: skip
SHOWN: tuple[Case, ...] = (
    ("a day in words", lambda day: [format_day(day, TODAY), short_day(day, TODAY), short_day(day, TODAY, weekday=True), typed_day(day)], one_each([
        TODAY, TOMORROW, YESTERDAY, TODAY + 2 * DAY, TODAY - 2 * DAY, date(2026, 7, 31), date(2026, 8, 1), date(2027, 7, 31), date(2027, 8, 1), date(2027, 1, 1),
    ])),
    ("no day", lambda: [short_day(None, TODAY), typed_day(None), time_words(None)], [()]),
    ("the next review", lambda day: [next_review(day, every) for every in ReviewEvery], one_each([TODAY, date(2027, 1, 31), date(2028, 1, 31), date(2026, 12, 31)])),
    ("the next birthday", next_birthday, [("11-23", TODAY), ("11-22", TODAY), ("11-24", TODAY), ("02-29", TODAY), ("02-29", date(2027, 3, 1)), ("02-28", date(2027, 2, 28))]),
    ("a clock", lambda on, interval: derive_clock(on, interval, CALENDAR, TODAY), [
        (None, 5), (date(2026, 8, 30), 5), (date(2026, 8, 31), 500), (TODAY, 5), (TODAY - WEEK, 5), (TODAY - WEEK, 4), (TODAY - 2 * WEEK, 6), (TODAY - 2 * WEEK, 7), (TODAY - 8 * DAY, 4),
    ]),
    ("school days", lambda calendar, after, until, student: calendar.days_between(after, until, student), [
        (calendar, after, until, student) for calendar in (CALENDAR, PLAIN) for student in ("", "s0000001") for after, until in (
            (TODAY, TODAY), (YESTERDAY, TODAY), (TODAY, YESTERDAY), (date(2026, 11, 16), TODAY), (TODAY, date(2026, 11, 30)), (date(2026, 6, 26), date(2026, 9, 4)), (date(2026, 12, 11), date(2027, 1, 8)),
            (date(2027, 6, 4), date(2027, 9, 10)), (date(2025, 12, 1), date(2028, 2, 1)),
        )
    ]),
    ("what a day is", lambda day: [
        CALENDAR.is_school_day(day), CALENDAR.is_in_term(day), CALENDAR.lacks_term(day), CALENDAR.is_summer(day), CALENDAR.is_between_terms(day), CALENDAR.school_day_from(day), *CALENDAR.term_at(day), uncovered_words(CALENDAR, day),
        PLAIN.is_school_day(day), PLAIN.lacks_term(day), PLAIN.is_summer(day), *PLAIN.term_at(day), uncovered_words(PLAIN, day),
    ], one_each([
        date(2026, 6, 30), date(2026, 7, 1), date(2026, 8, 30), date(2026, 8, 31), date(2026, 9, 1), TODAY, date(2026, 11, 26), date(2026, 12, 18), date(2026, 12, 19), date(2027, 1, 3), date(2027, 1, 4), date(2027, 6, 11),
        date(2027, 6, 12), date(2027, 8, 31), date(2027, 9, 1), date(2028, 7, 3),
    ])),
    ("a leave that is open", lambda status, left_on: list(open_leave(make(Student, status=status, left_on=left_on), TODAY)), [
        (Status.ON_LEAVE, YESTERDAY), (Status.ON_LEAVE, TOMORROW), (Status.ON_LEAVE, None), (Status.TRANSFERRED, YESTERDAY),
    ]),
    ("a period", lambda *at: [
        (found := period_at([make(MeetingPattern, 1, weekdays=(0, 3)), make(MeetingPattern, 2, weekdays=(0,), starts=time(9, 50), ends=time(10, 5))], CALENDAR, datetime(*at))) and found.id, found and minutes_left(found, datetime(*at)),  # noqa: DTZ001
    ], [(2026, 11, 23, 9, 39, 59), (2026, 11, 23, 9, 40), (2026, 11, 23, 9, 50), (2026, 11, 23, 10, 4, 59), (2026, 11, 23, 10, 5), (2026, 11, 23, 10, 9, 0, 1), (2026, 11, 23, 10, 10), (2026, 11, 24, 9, 45), (2026, 11, 26, 9, 45)]),
    ("the next period", lambda weekdays, after: next_period_on([make(MeetingPattern, weekdays=weekdays)] if weekdays else [], CALENDAR, after), [
        ((0,), TODAY), ((0, 1), TODAY), ((3,), TODAY), ((5,), TODAY), ((), date(2026, 11, 25)), ((), date(2026, 12, 18)), ((0,), date.max),
    ]),
    ("a strip", _strip, [(), (TALKED,), ({**TALKED, "counts_one_to_one": False},), ({**NOTHING, "contact_made": False, "kind": Kind.QUICK_TOUCH},), ({**NOTHING, "contact_made": False, "kind": Kind.OBSERVATION},), (NOTHING,), (
        {**TALKED, "happened_on": TODAY - DAY}, {**TALKED, "happened_on": TODAY - 2 * DAY}, {**TALKED, "happened_on": date(2026, 11, 13)},
    )]),
    ("a strip on leave", lambda: _strip(status=Status.ON_LEAVE), [()]),
    ("a strip of one who came", lambda: _strip(joined_on=TODAY - 4 * DAY), [()]),
)  # fmt: skip


def told() -> Iterator[str]:
    for name, function, inputs in (*TYPED, *SHOWN, *WAYS, *KEPT):
        yield f"# {name}"
        for number, given in enumerate(inputs, 1):
            shown = _shown(given[0] if len(given) == 1 else given)
            yield f"{shown if len(shown) < 150 else f'case {number}'} → {_result(function, given)}"


def _result(function: Callable[..., object], given: tuple[Any, ...]) -> str:
    try:
        return _shown(function(*given))
    except CaptureRefusal as refusal:
        return f"refused at {refusal.position}{f' {refusal.word!r}' if refusal.word else ''}: {refusal}"
    except Refusal as refusal:
        return f"refused: {refusal}"


def _shown(value: object) -> str:
    if isinstance(value, Calendar):
        return "terms" if value.has_terms else "no terms"
    if isinstance(value, str):
        return repr(str(value))
    if isinstance(value, frozenset):
        return f"{{{', '.join(sorted(map(_shown, value)))}}}"
    if isinstance(value, list):
        return " | ".join(map(_shown, value))
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return f"({', '.join(map(_shown, value))})"
    return str(value)


def words() -> str:
    """All of it as one text."""
    return "\n".join(told()) + "\n"
