"""What the smallest parts of reading and writing make of what lies at their edges, whole, in parts_words.txt.

`kept_text` says how parts_words.txt is written anew. Read the difference before you keep it.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from ics_case import FIRST
from parts_sets_case import told_of_sets
from record_case import TODAY

from advisory.exchange.calendar.ics_property import Properties, as_shown
from advisory.exchange.calendar.ics_text import read_ics_text
from advisory.exchange.calendar.ics_time import Moment, Zones, is_midnight, read_moment, view_of
from advisory.exchange.calendar.recurrence import OddRuleError, recurring_days
from advisory.exchange.columns.chosen import Columns, header_key, read_columns
from advisory.exchange.columns.column_names import core_of, fold_header, meanings
from advisory.exchange.columns.header import read_header
from advisory.exchange.file.cell import guard, may_begin_a_cell
from advisory.exchange.file.controls import has_control, texts_in, without_controls
from advisory.exchange.file.csv_out import csv_lines
from advisory.exchange.file.error import FileError
from advisory.exchange.file.excerpt import excerpt, line_list
from advisory.exchange.file.on_disk import as_size
from advisory.exchange.page.markdown_text import escaped, quoted
from advisory.exchange.page.paper import letter, lines
from advisory.exchange.picture.shapes import text
from advisory.exchange.roster.no_student import why_no_student
from advisory.exchange.roster.plain_list import is_list_of_names
from advisory.exchange.roster.sheet import records, split_loosely
from advisory.exchange.roster.standing import has_left, left_on_of, staff_role, standing_of
from advisory.exchange.roster.value import is_date, unwrap, value_of, was_shortened
from advisory.exchange.survey.survey import grid_line
from advisory.exchange.survey.titles import question_of
from advisory.exchange.tables.audience import columns_for, need_for
from advisory.exchange.tables.export import format_of
from advisory.exchange.workbook.cell_text import cell_text
from advisory.exchange.workbook.container import column_number
from advisory.model.words import Audience
from advisory.rules.refusal import Refusal

WORDS = Path(__file__).with_name("parts_words.txt")
LONG = "x" * 59
CELLS = (
    "", " ", "9", "09", "20", "21", "K", "0", "00", "0.0", "0,00", "12.0", "12,00", "12,0", "12.5", "1.0E+11", "1e3", "1E123", "#12", "#1 2", "'12",
    "’12", "'x", "'=1", '="00071"', '="a""b"', "=12", '= "x"', "=x", '=""', "n/a", "N/A", "Null", "NULL", "null", "nUll", "NA", "None", "-", "?",
    "unknown", "\u200bx\u200b", "\u200b", "\ufeff12", "92%", "92,5 %", "A+", "A−", "B-", "G+", "2026-27", "2026/2027", "1999-00", "8/10", "8 / 10", "8.5/10",
    "a%", "9-10", "A", "keine Angabe", "sin datos", "Not Available", " x ", "#N/A", "x" * 40,
)  # fmt: skip
GRADES = (
    "9-Oct", "Oct-9", "9. Okt", "9-Oct-26", "9 Oct. 2026", "9-Xyz", "123-Oct", "9-Oc", "2026-10-09", "2026-10-09 00:00:00", "2026/10/9", "2026-10/9",
    "10/9/2026", "10.9.26", "10/9-26", "10/9/2026 8:00", "10/9/202", "9", "9th", "", "9-okt", "sept 9", "9--Oct", "9---Oct",
)  # fmt: skip
NUMBERS = ("1.00073E+11", "1,5e11", "1E+1", "1E+123", "E+11", "12E", "1e11x", "1.e11", "")
STANDINGS = (
    "active", "Active (9/1)", "Dropped 9/12", "dropped-2026", "withdrawn on 9/12", "left since 2026-09-01", "left as of 9/1", "left 9", "pre-registered",
    "graduated", "inactive", "0", "1", "2", "-1", "5", "yes", "mystery", "", "Not enrolled",
)  # fmt: skip
STATUS_TITLES = ("Status", "enroll_status", "Students.Enroll Status", "Student Enroll_Status", "Active", "Is Active")
DAYS = (
    "2026-11-23", "2026-11-24", "2026-11-22T09:00", "11/23/2026", "23.11.2026", "24-11-2026", "1/2/26", "12/11/2026", "11/12/2026", "1/2/99", "1/2/100",
    "1/1", "1/1/1/1", "31/31/2026", "2026", "soon", "", " ", "9/1/2026 8:00", "a/b/c",
)  # fmt: skip
NOBODIES = (
    ("Ada", "Stone"), ("Points", "Possible"), ("Possible", "Points"), ("Test", "Student"), ("Student", "Test"), ("Test", "Stone"), ("Total", ""),
    ("", "Total"), ("Total", "Eclipse"), ("12", "students"), ("Total:", "12"), ("Grand", "total"), ("of students", "Count"), ("Page", "1"), ("Page", "One"),
    ("Printed", "by"), ("Printed", "Smith"), ("Confidential", ""), ("**", ""), ("©", "2026"), ("10:15", "Ada"), ("Ada", "2026-09-01"), ("Ada", "9/1/26"),
    ("Room", "12"), ("Room 12", "Ada"), ("Ada", "B-12"), ("Ada", "101"), ("Ada", "7"), ("Ada", "7th"), ("Ada", "A1B2C3"), ("", ""), ("Ada", "Jr. 2"), ("Sum", "Ada"),
    ("Mean", "x"), ("Ada:", "Stone"), ("Run", "Stone"), ("run by", "Stone"), ("Source: x", ""), ("x\nTotal", ""),
)  # fmt: skip
LISTS = (
    ("Ada Stone",), (), ("9",), ("Stone, Ada", "Pike,Cy"), ("Stone, Ada", "Pike,Cy", "Roe,Di"), ("Ada Stone", "1 2 3"), ("Ada Stone", "1 2 3", "4"),
    ("a b c d e f g h",), ("a b c d e f g h i",), ("Ada\tStone",), ("Ada; Stone",), ("Ada | Stone",), ("Ada, Stone, 9",), ("Stone, Ada, 9", "Bo Vance"),
    ("Stone, Ada, 9", "Vance, Bo, 9", "Cy Pike"), ("x" * 1000 + " y",), ("x" * 1001 + " y",), ("Stone, Ada, Jr.",), ("Stone, Ada, 9b",), ("# Ada Stone",),
    ('"Ada Stone"',), ("", "Ada Stone"),
)  # fmt: skip
TITLES = (
    "Student #", "Student No.", "No.", "no", "Nom de l'élève", "Name des Schülers", "Student", "student name", "Name of the student", "1. First name",
    "123) Last name", "1234. Last name", "First name [Students]", "first name (legal)", "Last name【x】", "students.lastName", "stu.FN", "№", "Given", "Kid", "",
    "E-mail address", "Student's e-mail", "Grade level", "élève", "学生", "Name", "studentstudent", "Preferred first name", "x" * 1001,
)  # fmt: skip
QUESTIONS = (
    "What do you like?", "1. What do you like?", "12: What?", "3) What?", "Q4: What?", "Question 5 - What?", "Q6 What?", "2nd try?", "Points - What?",
    "Feedback: What?", "Points", "Timestamp", "Start time", "  a   b  ", "What? [Pictures]", "[Pictures]", "What?[a][b]", "What? [ a ]", "What? []", "9",
)  # fmt: skip
TIMES = (
    "20261126", "2026-11-26", "2026-1126", "20261126T0900", "20261126T090000", "20261126T090000Z", "20261126 09:00:59", "2026-11-26T09:00:00.000+00:00",
    "20261126T090000+0100", "20261126T240000", "20261126T240100", "20261126T250000", "20261126T480000", "20261126T096000", "20261126T090060", "20261126T090099",
    "99991231T240000", "20261301", "20260230", "2026112", " 20261126 ", "20261126t090000z", "",
)  # fmt: skip
RULES = (
    "FREQ=DAILY;COUNT=3", "FREQ=DAILY;INTERVAL=2;COUNT=3", "FREQ=WEEKLY;COUNT=2;WKST=SU", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2",
    "FREQ=YEARLY;BYMONTH=12;COUNT=2", "FREQ=YEARLY;BYMONTH=12,1;COUNT=3", "FREQ=MONTHLY;BYDAY=4TH;COUNT=2", "FREQ=MONTHLY;BYDAY=TH;BYSETPOS=1;COUNT=2",
    "FREQ=YEARLY;BYDAY=FR;BYSETPOS=-1;COUNT=2", "FREQ=WEEKLY;BYSETPOS=1", "FREQ=DAILY;BYSETPOS=1", "FREQ=HOURLY", "", "FREQ=DAILY;BYHOUR=1;BYEASTER=0",
    "FREQ=DAILY;INTERVAL=10000", "FREQ=DAILY;INTERVAL=10001", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=-1", "FREQ=DAILY;INTERVAL=+1", "FREQ=DAILY;INTERVAL=",
    "FREQ=DAILY;COUNT=1", "FREQ=DAILY;COUNT=100001", "FREQ=DAILY;COUNT=1000000", "FREQ=DAILY;COUNT=0000001", "FREQ=YEARLY;BYMONTH=0", "FREQ=YEARLY;BYMONTH=13",
    "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=MONTHLY;BYMONTHDAY=-31;COUNT=1", "FREQ=MONTHLY;BYMONTHDAY=-32", "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=MONTHLY;BYDAY=9XX",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;UNTIL=20261128", "FREQ=WEEKLY;BYDAY=SA,SU;COUNT=3",
)  # fmt: skip
SCHOOL_ZONE = (
    "BEGIN:VTIMEZONE", "TZID:School", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:-0330", "TZOFFSETTO:-0330", "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip
Case = tuple[str, Callable[..., object], Iterable[tuple[Any, ...]]]


def _one(values: Iterable[object]) -> list[tuple[object]]:
    return [(value,) for value in values]


def _properties(*written: str) -> list[object]:
    """What is read of the lines of an event, and which of them are odd."""
    found = Properties("\r\n".join(("BEGIN:VEVENT", *written, "END:VEVENT")), Zones())
    read = [found.word("SUMMARY"), found.words("CATEGORIES"), found.moment("DTSTART"), [*found.moments("RDATE")]]
    return [*read, found.length(), found.rule(), found.until(), found.odd]


def _days(rule: str) -> list[date]:
    return [
        day for day, _ in zip(recurring_days(rule, date(2026, 11, 26), None, date(2030, 1, 1)), range(5), strict=False)
    ]


def _header(*cells: str) -> list[object]:
    found = read_header(cells)
    return [found.columns, found.format, found.system, found.has_names]


def _columns(text: str, *rows: tuple[str, ...]) -> list[object]:
    found = read_columns(text)
    places = [(found.places(row), found.by_name_in(row), found.header(row) is not None) for row in rows]
    return [found.by_field, found.text, found.are_numbers, *places]


def _seen_in(begins: str, ends: str, *named: str) -> list[object]:
    """In which zone an event is seen, of those that a file names."""
    one, other = (read_moment(text, None) for text in (begins, ends))
    assert isinstance(one, Moment)
    assert isinstance(other, Moment)
    zone = view_of(one, other, Zones(named).own)
    return [str(zone), one.is_utc, one.seen_in(zone), is_midnight(one.seen_in(zone))]


def _zones(*lines: str) -> list[object]:
    """How far from UTC the zones are that a calendar names, and what each event is."""
    found = read_ics_text("FILE", "\r\n".join(("BEGIN:VCALENDAR", *lines, "END:VCALENDAR", "")).encode())
    away = [str(zone.utcoffset(datetime(2026, 11, 26))) for zone in found.zones.own]  # noqa: DTZ001 - in that zone
    return [
        away,
        str(found.zones.zone("School")),
        [(one.line, one.text) for one in found.events],
        found.cancels,
        found.notices,
    ]


def _guarded(text: str) -> list[object]:
    return [may_begin_a_cell(text), guard(text)]


FILES: tuple[Case, ...] = (
    ("may begin a cell, guarded", _guarded, _one([*(f"é{mark}+1" for mark in "x\u034f\u115f\u1160\u2800\u3164\uffa0＝;|=\n\u200b"), "Zoë Müller–Ng", "+é", "a+1", "a =1"])),
    ("size", as_size, _one([0, 1, 999, 1_048_575, 1_048_576, 1_572_863, 1_572_865, 2_000_000_000])),
    ("excerpt", excerpt, [(LONG + "y",), (LONG + "yz",), ("a\x07\u202eb",), ("abcde", 5), ("abcdef", 5), ("  a  ",), ("abc  def", 4), ("  abcdef", 5), ("   abcdef", 5), ("    abcdef", 5), ("abcd  ", 4), ("abcd  ", 5)]),
    ("lines", line_list, _one([[3], [3, 5], [3, 5, 8], [*range(1, 11)], [*range(1, 12)], [*range(1, 2013)]])),
    ("is a control", has_control, _one("\0\x08\t\n\x0b\x0c\r\x1f ~\x7f\x80\x9f\xa0é")),
    ("without controls", without_controls, _one(["a\r\nb\rc\x1bd", {"a\x07": ["\x07", ("x\r",)]}, 5, None])),
    ("texts in", lambda value: list(texts_in(value, "top")), _one(["a", {"b": ["c", {"d": "e"}]}, ["f"], 5])),
    ("texts in nothing", lambda value: list(texts_in(value)), _one([{"b": {"d": "e"}}, ["f"]])),
    ("csv", csv_lines, _one([[], [("",)], [(None,), (None,)], [(None,), ("a",)], [("a", 1)] * 2, [(True,), (None,)], [("é",), ("a",)], [("-",), ("a",)], [("a;",), ("b",)]])),
    ("a file's format", format_of, _one(["a.csv", "a.XLSX", "xlsx", "a", "a.xls", "a.ods", "a.b.xlsx", "a.txt", "xls"])),
    ("escaped", escaped, _one(["a  b", "*a*", "- a", "a - b", "1. a", "12) a", "a 1. b", "+ a", "= a", "# a", "", "a_b:c@d", " - a"])),
    ("quoted", lambda text: list(quoted(text)), _one(["a", "a\nb", "a\n\nb", "a\n"])),
    ("text in a picture", text, _one(["a\u0378b", "a\ud800b", "a\ue000b", "a\u202eb", "a\x07b", "a\tb\u2028c", "<a & 'b'>"])),
    ("width", letter, _one(" ifmwM@aA1é\u0301世…%—/")),
    ("lines in a width of two", lambda text: lines(text, 2.0), _one(["", "a", "aaa", "aaaa", "aa aa", "a a", "a a a", "aaaaaaaaa", "A A", "mm m", "世界", "世界世"])),
)  # fmt: skip
ROSTERS: tuple[Case, ...] = (
    ("value", lambda cell: [value_of(field, cell) for field in ("given_name", "grade", "student_number", "status", "email")], _one(CELLS)),
    ("unwrapped", unwrap, _one([cell for cell in CELLS if "=" in cell or "'" in cell or "’" in cell])),
    ("a date in place of a grade", is_date, _one(GRADES)),
    ("a shortened number", was_shortened, _one(NUMBERS)),
    ("standing", lambda word: [standing_of(word, title) for title in STATUS_TITLES], _one(STANDINGS)),
    ("a role of staff", staff_role, _one(["Teacher", "co-teacher", "student", "", "TA", "Site Admin"])),
    ("has left", lambda day: [has_left(day, TODAY), left_on_of(day)], _one(DAYS)),
    ("why no student", why_no_student, NOBODIES),
    ("a list of names", is_list_of_names, _one(LISTS)),
    ("split loosely", split_loosely, [('a;"b;c";d\r\n', ";"), ("a,b", ","), ('a,"b', ","), ('"a"b,c', ","), ("", ",")]),
    ("rows", lambda *rows: [*records(rows, ",")], [
        ("a,b\n", "c\n"), ('"a",b\n',), ('"a" ,b\n',), ('"a"x,b\n',), ('"a\n', 'b",c\n'), ('"a\n', "b\n"), ("a\0\n", "b\n"), (",\n", "b\n"), (' "a""b" \n',), ("a,\n",),
        ('"a",\n',), ("\n", "x\r\n"), ("a" + ",b" * 9_999,), ("a" + ",b" * 10_000,),
    ]),
    ("columns of a title", lambda title: [fold_header(title)[:40], core_of(title), *meanings(title)[:2]], _one(TITLES)),
    ("header", _header, [
        ("First Name", "Last Name"), ("Name", "First Name"), ("Full name", "First name"), ("Full Name", "Preferred Name"), ("Last Name", "Preferred Name"), ("id", "given_name"),
        ("Name", "Name"), ("Person ID", "Last Name", "First Name"), ("student.personID", "lastName", "firstName"), ("sourcedId", "givenName", "familyName"), ("Student", "ID", "SIS User ID"),
        ("School_id", "Student_id", "State_id", "Last_name", "First_name"), ("SIS ID", "School SIS ID", "First Name", "Last Name"), ("Student_Number", "LastFirst"),
        ("Student_Number", "Grade_Level", "Name"), ("Last Name", "First Name", "Email Address"), ("Source ID", "First name", "Last name"), ("a", "b"),
    ]),
    ("named columns", _columns, [
        ("given=A,family=B", ("a", "B"), ("B",), ("x", "a", "b")), ("given=1,family=2", ("x", "y"), ("x",), ("2", "1")), ("name=3", ("x", "y"), ("x", "y", "z")),
        ("lastfirst=Name, of all,grade=K", ("Name, of all", "K")), ("Given = A , Family=B", ("a", "b")), ("given=A",), ("family=B",), ("x=A",), ("A",), ("given=,family=B",), ("given=0,family=B",), ("",),
        ("given=A=B,family=C", ("A=B", "C")), ("given=A,x=B",), ("name=1,grade=Year", ("x", "Year")), ("name=Who,given", ("Who,given",)), ("given",), ("name=A,grade", ("A,grade",)),
    ]),
    ("the key of a header", header_key, _one([("First Name", "Última"), ("", "A", ""), ("a b",)])),
    ("columns without a name", lambda: [Columns({}).text, Columns({}).are_numbers], [()]),
    ("asked", question_of, _one(QUESTIONS)),
    ("the line of a grid", grid_line, _one(QUESTIONS)),
    ("a cell of a workbook", cell_text, [
        (None,), (True,), (False,), (7,), (7, 3), (-7, 3), (7.0, 2), (7.5, 3), (999_999_999_999_999,), (1_000_000_000_000_000,), (-999_999_999_999_999.0,), (datetime(2026, 11, 23),),  # noqa: DTZ001
        (datetime(2026, 11, 23, 9, 5),), (date(2026, 11, 23),), (time(9, 5),), (timedelta(minutes=605),), (timedelta(seconds=89),), (timedelta(seconds=91),), ("a\nb\r\0",), ("",), (0, 2),  # noqa: DTZ001
    ]),
    ("the number of a column", column_number, _one(["A", "z", "AA", "AZ", "XFD"])),
    ("columns for the counts", lambda what: columns_for(what, ("student_id", "celebrations", "grade"), Audience.COUNTS), _one(["time", "summary"])),
    ("may not have", lambda what, audience, of_one: need_for(what, audience, of_one=of_one), [
        (what, audience, of_one) for what in ("caseload", "checkins", "time") for audience in Audience for of_one in (False, True)
    ]),
)  # fmt: skip
CALENDARS: tuple[Case, ...] = (
    ("moment", lambda text: read_moment(text, UTC), _one(TIMES)),
    ("is midnight", lambda at, ends: is_midnight(at, ends=ends), [
        (datetime.combine(FIRST, at), ends) for at in (time(), time(0, 1), time(23, 58, 59), time(23, 59), time(23, 59, 59)) for ends in (False, True)
    ]),
    ("seen in", _seen_in, [
        ("20261126T050000Z", "20261127T050000Z"), ("20261126T050000Z", "20261127T050000Z", "America/Chicago"), ("20261126T060000Z", "20261127T060000Z", "Nowhere", "America/Chicago"),
        ("20261126T050000Z", "20261126T150000Z"), ("20261126T000000Z", "20261127T000000Z", "America/Chicago"), ("20261126T050000Z", "20261127T030000Z"), ("20261126T050000Z", "20261127T025959Z"),
        ("20261101T040000Z", "20261102T050000Z"), ("20261126T050000Z", "20261127T045900Z"), ("20261126T050000Z", "20261127T045800Z"), ("20261126T000000", "20261127T000000", "America/Chicago"),
        ("20261126T090000", "20261127T090000"), ("20261126T050000Z", "20261127T065900Z"),
        ("20261101T040000Z", "20261102T045900Z"), ("20261101T040000Z", "20261102T045800Z"), ("20270314T050000Z", "20270315T040000Z"), ("20270314T050000Z", "20270315T035900Z"),
    ]),
    ("zones of a file", _zones, [
        (), SCHOOL_ZONE, (*SCHOOL_ZONE[:1], "", *SCHOOL_ZONE[1:]), ("X-WR-TIMEZONE: America/Chicago ", *SCHOOL_ZONE), ("x-wr-timezone:UTC", "BEGIN:VEVENT", "", "SUMMARY:a ", "END:VEVENT"), SCHOOL_ZONE[:-1],
        ("BEGIN:VTIMEZONE", "TZID:School", "END:VTIMEZONE"), ("END:VTIMEZONE", "METHOD:CANCEL", "BEGIN:VEVENT", "BEGIN:VEVENT", "DTSTART;TZID=America/Denver:20261126T090000", "END:VEVENT", "END:VEVENT", "BEGIN:VEVENT"),
        tuple(f"DTSTART;TZID={zone}:x" for zone in ("1", "2", "3", "4", "5", "6", "7", "8", "9", "America/Chicago", "America/Denver")), ("BEGIN:VCALENDAR", 'DTSTART;TZID="Europe/Berlin":x'),
    ]),
    ("repeats", _days, _one(RULES)),
    ("as shown", as_shown, _one([r"a\, b\; c\\d\ne\Nf", "&amp;amp;", "&#39;&#x27;&nope;", "<b>a</b><br/>c<x>", "<b", "&amp;#39;", "5 &lt; 6"])),
    ("properties", _properties, [
        ("SUMMARY:a", "SUMMARY:b"), ("SUMMARY: ",), ("CATEGORIES:a,b\\,c,, d", "CATEGORIES:e"), ("DTSTART;VALUE=DATE:20261126",), ("DTSTART:soon",), ("RDATE:20261126,20261127,soon", "RDATE:20261128/P1D"),
        ("DURATION:P1D",), ("DURATION:P1DT2H", "DURATION:P9D"), ("DURATION:soon",), ("RRULE:FREQ=DAILY;", "RRULE:FREQ=WEEKLY"), ("RRULE:soon",), ("RRULE:FREQ=DAILY;UNTIL=20261126",),
        ("RRULE:UNTIL=20261126;FREQ=DAILY",), ("RRULE:FREQ=DAILY;XUNTIL=20261126",), ("RRULE:FREQ=DAILY;UNTIL=soon",), ('SUMMARY;X="a:b":c',), ("SUM", " MARY:folded"), ("BEGIN:VALARM", "SUMMARY:alarm", "END:VALARM"),
        ("SUMMARY;ENCODING=QUOTED-PRINTABLE:=C3=A9",), ("DTSTART;TZID=(UTC-05:00) Eastern:20261126T090000",), ("DTSTART;TZID=x:20261126T090000",), ("DTSTART:20261126,20261127",),
    ]),
)  # fmt: skip


def told() -> Iterator[str]:
    for name, function, inputs in (*FILES, *ROSTERS, *CALENDARS):
        yield f"# {name}"
        for given in inputs:
            yield f"{_shown(given[0] if len(given) == 1 else given)} → {_result(function, given)}"
    yield from told_of_sets()


def _result(function: Callable[..., object], given: tuple[Any, ...]) -> str:
    try:
        return _shown(function(*given))
    except (FileError, Refusal, OddRuleError) as error:
        return f"refused: {error}"


def _shown(value: object) -> str:
    shown = ascii(value) if isinstance(value, str) else str(value)
    return (shown if len(shown) < 300 else f"{shown[:100]} … {len(shown)}").encode("ascii", "backslashreplace").decode()


def words() -> str:
    """All of it as one text."""
    return "\n".join(told()) + "\n"
