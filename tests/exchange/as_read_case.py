"""What is read of every sample file, and of many small ones that are bent in one place each, whole, in as_read.txt.

`kept_text` says how as_read.txt is written anew, when something is meant to be read or said
otherwise. Read the difference before you keep it.
"""

import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from bent_case import BENT, EVENTS_BENT
from ics_case import CALENDARS, FIRST, LAST, event, ics
from matched_case import MATCHED, WANTED
from msgspec.structs import asdict
from oneroster_case import CLASSES, ENROLLMENTS, SESSIONS, USERS, write_set
from roster_case import NOW, ROSTERS, SETS, SINGLE_FILES, TODAY, carry_out, student

from advisory.exchange.calendar.calendar_report import attention_lines, left_out_words
from advisory.exchange.calendar.school_calendar import read_school_calendar, two_years
from advisory.exchange.columns.chosen import UnknownColumnsError, read_columns
from advisory.exchange.file.error import FileError
from advisory.exchange.read_roster import read_roster
from advisory.exchange.roster.dry_run import compare, fields_of, values_of
from advisory.exchange.roster.dry_run_report import report_lines
from advisory.exchange.roster.roster import ClassChoice, Roster, RosterRow
from advisory.exchange.roster.top import NO_CHOICE, Choice
from advisory.model.words import Status

WORDS = Path(__file__).with_name("as_read.txt")

_HEADERS = (
    "Student_Number,LastFirst,Grade_Level,Home_Room",
    "student.personID,student.stateID,student.lastName,student.firstName,student.birthdate,student.grade",
    "students.personID,lastName,firstName",
    "School_id,Student_id,Student_number,State_id,Last_name,First_name,Grade,DOB,Student_email",
    "School_id,Student_id,State_id,Last_name,First_name",
    "School_id,Student_id,Last_name,First_name",
    "SIS ID,School SIS ID,Username,First Name,Last Name,Secondary Email,Grade",
    "Last Name,First Name,Email Address",
    "Last Name,First Name,Email Address,Grade",
    "Student Number,Grade Level,Last,First",
    "sourcedId,id,given,family",
    "Surname,preferredGivenName",
    "Surname,givenName,preferredGivenName,Pronoun",
    "legal first name,legal last name,Known As,local ID,year group,school e-mail",
    "forename,surname,nickname,state id,year,e-mail",
    "Student,Grade",
    "Full Name,First Name,Grade",
    "Name,Given Name,Family Name",
)
_LONG = "x" * 20_001
TEXTS: tuple[str | bytes, ...] = (
    *(
        f"{header}\n" + ",".join(f"A{n}, B{n}".replace(", ", " ") for n in range(1 + header.count(","))) + "\n"
        for header in _HEADERS
    ),
    *(
        f"{header}\n" + ",".join(f'"L{n}, F{n}"' for n in range(1 + header.count(","))) + "\n"
        for header in _HEADERS[-3:] + _HEADERS[:1]
    ),
    "First name\tLast name\nAda\tStone\n",
    "First name;Last name\nAda;Stone\n",
    "First name;Last name,Grade\nAda;Stone\n",
    "sep=;\nFirst name;Last name\nAda;Stone\n",
    '"sep=,"\nFirst name,Last;name\nAda,Stone\n',
    "\n\nFirst name,Last name\n\nAda,Stone\n",
    "# crew 4\nFirst name,Last name\nAda,Stone\n",
    "# crew 4\n# of Ms Okafor\nAda Stone\n",
    "crew 4\nFirst name,Last name\nAda,Stone\n",
    "crew 4\nFirst name,Last name\nAda,Stone\nBo,Vance\n",
    "Name\nStone, Ada\nBo Vance\nCher\n",
    'Name,Grade\n"Stone, Ada",9\nBo Vance,010\nCher,9\n,9\n',
    "First name,Last name\n'=Ada,''@Stone\n'Neil,O'Neil\n",
    "first,last,student id\n,Stone,1\nAda,,2\n , \u200b,7\nA\0da,Stone,4\nDi,Ray,77\nBo,Vance,77\nDi,Ray,5\n",
    f"first,last\n{_LONG},Stone\n{_LONG[1:]},Stone\n",
    "first,last,email,grade\nAda,Stone,a@x.example,00\nBo,Vance,A@X.example,K\nCy,Pike,,K09\n",
    "first,last\nAda,Stone,\nBo,Vance,x\nCy,Pike,,y\nDi,Roe,z\n",
    "first,last\n,\n,Stone\n",
    "first,grade\nAda,9\n",
    "a,b,c,d,e,f,g,h,i,j,k,l\n1,2\n",
    "a,b,c,d,e,f,g,h,i,j,k,l,m\n1,2\n",
    "Omar\tTran\n",
    "Tran,Omar\n",
    "Cher\nMadonna\n",
    "Student_Number,LastFirst\n1,Tran Omar\n2,\n",
    '"Cy,Unclosed\nfirst,last\n',
    'first,last\n"Cy" x,Unclosed\nAda,"Sto""ne"\n"Bo\nBo",Vance\n',
    'first,last\n"a\n' + "\n" * 98 + 'a",Stone\nAda,Stone\n',
    'first,last\n"a\n' + "\n" * 99 + 'a",Stone\nAda,Stone\n',
    "Zoë Müller\n# Ng, Ama\nNg, Nia\n",
    "• Sam Fox\n2. Tim Poe\n123) Jo Ray\n1234. Al Oz\n- Ann Lee\n-Bea Kay\n",
    '"Fox, Sam"\n"Tim" Poe\n"Lee, Ann",9\nFox|Ann|9\nA,"b\n',
    "Fox, Sam, Jr.\nPoe, III, Tim\nJr., Lee, Ann\nRay, Jo, MD\n",
    "a b c d e f g h\n",
    "a b c d e f g h i\n",
    "Sam Fox\nthese are far too many words for the name of anybody\n",
    "Sam Fox\nTim Poe\nthese are far too many words for the name of anybody\n",
    "Fox, Sam\nPoe,Tim\n",
    "Fox, Sam\nPoe,Tim\nLee,Ann\n",
    "Sam Fox\n1 2 3\n",
    f"{_LONG[:1_000]} Fox\n",
    f"{_LONG[:1_001]} Fox\n",
    f"~{_LONG[:1_001]}\n",
    f"{_LONG[:1_001]};\n",
    f"{_LONG[:600]} {_LONG[:600]}\n",
    f"{_LONG[:600]},{_LONG[:600]}\n",
    "Sam;Fox\n",
    "",
    "\ufeff \r\n",
    b"%PDF-1.7 rest",
    b"\xd0\xcf\x11\xe0\xa1\xb1",
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff\xe0",
    b"GIF89a",
    b"\x1f\x8b\x08\x00",
    b"\xef\xbb\xbf<!DOCTYPE html><p>Sign in",
    b" <HTML>",
    b' [{"given": "Ada"}]',
    b'{"given": "Ada"}',
    bytes(range(256)) * 16,
    b"\xff\xfeA",
    b"D" * 1_001,
    b"Sam Fox\n" * 30 + b"S\x01m F\x02x\n",
    b"S\x01m F\x02x\n\xe9\n",
    b"S\x7fm Fox\n",
    b"S~m~ ~Fox\n",
    "Ada Stone\n".encode("utf-16-le"),
    "\ufeffAda Stone\n".encode("utf-16-be"),
    "Ada Stone\n".encode("utf-32"),
    "Zoë Müller\nJosé Núñez\n".encode() + "Søren Ng\n".encode("cp1252"),
    "Zoë Müller\n".encode() + "José Núñez\nAda Brontë–Œuvre\n".encode("cp1252"),
    "".join(f"José {chr(65 + n)}\n" for n in range(10)).encode("cp1252"),
    "".join(f"José {chr(65 + n)}\n" for n in range(11)).encode("cp1252"),
)

CHOSEN = (
    ("given=1,family=2", "Ada,Stone\nBo,Vance\n"),
    ("given=1,family=2", "\n# crew 4\nAda,Stone\nBo,Vance\n"),
    ("given=1,family=2", "School\nFirst,Last\nAda,Stone\n"),
    ("given=2,family=1", "First,Last\nStone,Ada\n"),
    ("given=1,family=4", "First,Last\nAda,Stone\n"),
    ("given=2,family=1", "1,2\nAda,Stone\n"),
    ("name=1", "Who\nAda Stone\n"),
    ("name=Who", '"bad"x,y\nWho,Grade\nAda Stone,9\nWho,Grade\n'),
    ("name=Who", "Name,Grade\nAda Stone,9\n"),
    ("lastfirst=Who,grade=G", 'Office\n\nWho,G\n"Stone, Ada",9\n'),
)
"""The columns that the advisor names, and the table."""

_STUDENT_1_2 = (
    USERS.replace(",role,", ",").replace(",student,", ",").replace(",Student,", ",").replace(",teacher,", ",")
)
_ROLES = "userSourcedId,role,status,beginDate,endDate\n"
BENT_SETS: tuple[dict[str, str | None], ...] = (
    {},
    *({"users": USERS.replace("u1,active,true", f"u1,{bent}")} for bent in ("tobedeleted,true", "Active,FALSE", ",")),
    {"users": USERS.replace("u1,active,true,student", "u1,active,true,aide")},
    {"users": USERS.replace(",555,09,", ',555,"09,10",')},
    {"users": USERS.replace("sourcedId", "id")},
    {"users": USERS.replace(",role,", ",rolle,")},
    {"users": USERS.replace(",", ";")},
    {"users": USERS + '"u7,active\nu8,active,true,student,,Al,Bo,,,,,,,,extra\nu9,active,true,student,,,,,,,,,,\n'},
    {"users": USERS + "u1,active,true,student,,Ada,Stone,1001,,,,,,\n"},
    {"users": "a,b,c,d,e,f,g,h,i,j,k,l,m,n\n"},
    {"users": None},
    {"classes": CLASSES.replace("active,Crew", "inactive,Crew")},
    {"classes": CLASSES + "c2,active,Algebra,scheduled\nc3,,Advisory 9,\nc4,,Home room 9,\nc5,,,homeroom\n,,Nobody,\n"},
    {
        "classes": CLASSES
        + "c2,active,Algebra,scheduled\nc3,,Advisory 9,\nc4,,Home room 9,\nc5,,,homeroom\nc6,,the Crew,\nc7,,Screwdrivers,\n",
        "enrollments": ENROLLMENTS
        + "".join(f"t{n},active,c{n},{who},Teacher,,\n" for n in range(2, 8) for who in ("t1", "t1", "x9"))
        + "s9,,c6,t1,student,,\ns2,,c2,u1,student,,2026-11-22\ns3,,c3,u1,student,,\ns4,,c4,u1,student,soon,\nt8,,c3,u2,teacher,,2026-11-22\n",
    },
    *(
        {"enrollments": ENROLLMENTS.replace("c1,u1,student,,", f"c1,u1,student,{dates}")}
        for dates in ("2026-11-23,2026-11-23", "2026-11-24,", ",2026-11-22", "10/01/2026,", "2026-11-23T08:00:00.000Z,")
    ),
    {"enrollments": ENROLLMENTS.replace("e1,active", "e1,inactive").replace("e2,,", "e2,gone,")},
    {"enrollments": ENROLLMENTS + "e9,active,c1,u9,student,,\ne8,,c1,u1,student,,\ne7,,c1,t1,student,,\n"},
    {"manifest": "propertyName,value\noneroster.version,1.1\nfile.enrollments,delta\nfile.users,bulk\n"},
    {"manifest": "propertyName,value\nOneroster.Version,1.2.345678901\nfile.Users,DELTA\n"},
    {"manifest": "nothing\n"},
    *(
        {"users": _STUDENT_1_2, "roles": f"{_ROLES}u2,student,active,,\n{role}\n"}
        for role in (
            "u1,STUDENT,,2026-11-23,2026-11-23",
            "u1,student,tobedeleted,,",
            "u1,student,,2026-11-24,",
            "u1,student,,,2026-11-22",
            "u1,student,,,someday",
            "u1,aide,,,",
        )
    ),
    {"academicSessions": None},
    {"academicSessions": "sourcedId,title\na,Fall\n"},
    *(
        {"academicSessions": SESSIONS.splitlines()[0] + "\n" + rows}
        for rows in (
            "y,,Year,schoolYear,2026-08-24,2027-06-11\ng,,Q1,gradingPeriod,2026-08-24,2026-10-30\n",
            "s,,S1,semester,2026-08-24,2027-01-15\ng,,Q1,gradingPeriod,2026-08-24,2026-10-30\nt,,T,TERM,2026-07-01,2026-07-01\n",
            "b,,Other,term,2027-01-15,2027-02-01\na,,Fall,term,2026-08-24,2027-01-15\nc,,Next,term,2027-01-16,2027-06-30\n",
            "a,,Old,term,2025-08-24,2026-06-30\nb,,Later,term,2027-07-01,2027-12-24\nc,,Day,term,2026-09-01,2026-09-01\n",
            "y,,Old,schoolYear,2025-08-24,2026-06-11\nz,,Year,schoolYear,2026-08-24,2026-11-23\nt,,T,term,2026-11-23,2026-12-01\n",
            "a,tobedeleted,Fall,term,2026-08-24,2027-01-15\n,,,term,2026-08-24,2027-01-15\n",
            "x,,Bad,term,soon,later\nz,,Back,term,2027-05-01,2027-04-01\nw,,Open,term,2027-05-01,\n",
        )
    ),
)

EVENTS = (
    *(
        event("20261126", *lines)
        for lines in (
            (),
            ("DTEND;VALUE=DATE:20261128",),
            ("DTEND;VALUE=DATE:20261126",),
            ("DURATION:P3D",),
            ("DURATION:P366D",),
            ("DURATION:P367D",),
            ("DURATION:P9999999D",),
            ("DURATION:soon",),
            ("DTEND;VALUE=DATE:22010101",),
            ("STATUS:cancelled",),
            ("RRULE:FREQ=WEEKLY;COUNT=3",),
            ("RRULE:FREQ=WEEKLY;UNTIL=20261203",),
            ("RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;VALUE=DATE:20261126,20261210"),
            ("RDATE;VALUE=DATE:20270105,20270106",),
            ("RRULE:FREQ=MONTHLY;BYDAY=TH;BYSETPOS=-1;COUNT=2",),
            ("RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2",),
            *(
                (f"RRULE:{rule}",)
                for rule in (
                    "FREQ=HOURLY",
                    "FREQ=DAILY;BYEASTER=1;BYHOUR=2",
                    "FREQ=WEEKLY;BYSETPOS=1",
                    "FREQ=DAILY;INTERVAL=0",
                    "FREQ=DAILY;INTERVAL=10000",
                    "FREQ=DAILY;INTERVAL=10001",
                    "FREQ=DAILY;COUNT=1000001",
                    "FREQ=YEARLY;BYMONTH=13",
                    "FREQ=MONTHLY;BYMONTHDAY=32",
                    "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2",
                    "FREQ=MONTHLY;BYDAY=9XX",
                    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                )
            ),
        )
    ),
    event("20261126T000000", "DTEND:20261127T000000"),
    event("20261126T000000", "DTEND:20261126T235900"),
    event("20261126T000000", "DTEND:20261126T235859"),
    event("20261126T000100", "DTEND:20261128T000000"),
    event("20261125T150000", "DTEND:20261130T080000"),
    event("20261126T090000", "DTEND:20261126T150000"),
    event("20261126T000000", "DURATION:PT24H"),
    event("20261126T000000Z", "DTEND:20261127T000000Z"),
    event("18991231", "DTEND;VALUE=DATE:19000102"),
    event("20260801"),
    event("20260731", "DTEND;VALUE=DATE:20260802"),
    event("20270731"),
    event("20261126", title="x" * 121),
    event("20261126", title=""),
)
TITLES = (
    "No school", "No classes today", "Schools closed", "Closed", "Campus will be closed", "We closed the deal",
    "Student holiday", "Non-student day", "Pupil-free day", "Snow day", "No school uniforms", "No school lunch",
    "Fall break", "Mid-winter recess", "Break", "Break dance", "Holiday", "Holidays!", "Holiday concert", "Holiday party",
    "Teacher work day", "Teacher workdays", "Staff development", "Professional learning", "PD day", "In-service",
    "Labor Day", "Thanksgiving", "Christmas Eve", "New Year’s Day (observed)", "Dr. Martin Luther King, Jr. Day", "MLK",
    "Presidents' Day", "Veterans Day parade", "Labor Day –", "Labor Day sale", "Possible snow day", "Spring break begins",
    "School resumes after winter break", "Last day before break", "Half day", "Early release", "Delayed opening",
    "No school: kindergarten", "Grade 9 no school", "Library closed", "Seniors: no classes", "Make-up day", "Algebra",
)  # fmt: skip


def rosters(folder: Path) -> Iterator[str]:
    for name in (
        *SINGLE_FILES,
        "empty.csv",
        "header-only.csv",
        "no-names.csv",
        "binary.csv",
        "nowhere.csv",
        "../rosters",
    ):
        yield from _roster(name, ROSTERS / name)
    for name in SETS:
        yield from _roster(name, ROSTERS / name)
    for class_id in ("cls-a0", "cls-m2", "nowhere"):
        yield from _roster(f"{SETS[0]}, {class_id}", ROSTERS / SETS[0], class_id)
    for text in (*TEXTS, *BENT):
        path = folder / "roster.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        shown = repr(text)
        yield from _roster(shown if len(shown) < 150 else f"{shown[:90]} … {len(text)}", path)
    for columns, text in CHOSEN:
        path.write_text(text, encoding="utf-8")
        chosen = Choice(read_columns(columns))
        yield from _roster(f"{columns}: {text!r}", path, choice=chosen)
        yield from _roster(
            "remembered", path, choice=Choice(remembered={"who|g": columns, "who": "x=1", "1|2": columns})
        )
    for number, files in enumerate(BENT_SETS):
        path = write_set(folder / f"set{number}", **files)
        bent = [f"{name} {_bent(name, text)!r}" for name, text in files.items()]
        yield from _roster(", ".join(["a set", *bent]), path)
        if "classes" in files:
            yield from _roster(", ".join(["a set, c1", *bent]), path, " c1 ")
    for count in (12, 13):
        there = range(1, count)
        classes = CLASSES + "".join(f"d{number},active,Advisory {number},homeroom\n" for number in there)
        enrolled = ENROLLMENTS + "".join(
            f"x{at},active,d{at},t1,teacher,,\ny{at},active,d{at},u1,student,,\n" for at in there
        )
        path = write_set(folder / f"of{count}", classes=classes, enrollments=enrolled)
        yield from _roster(f"a set of {count} classes, nowhere", path, "nowhere")


def _bent(name: str, text: str | None) -> str | None:
    """The lines that are not as usual."""
    usual = {"users": USERS, "classes": CLASSES, "enrollments": ENROLLMENTS}.get(name, "").splitlines()
    return text and "\n".join(line for line in text.splitlines() if line not in usual)[:200]


def _roster(name: str, path: Path, class_id: str | None = None, choice: Choice = NO_CHOICE) -> Iterator[str]:
    yield f"# {name}"
    try:
        found = read_roster(path, today=TODAY, class_id=class_id, choice=choice)
    except FileError as error:
        yield f"refused: {error}".replace(str(path), "FILE").replace(str(ROSTERS), "ROSTERS")
        if isinstance(error, UnknownColumnsError):
            yield f"asked about: {error.rows}"[:200]
        return
    if isinstance(found, ClassChoice):
        for one in found.classes:
            yield f"class {one.id}: {one.title}, homeroom {one.is_homeroom}, {', '.join(one.teachers)}, {one.students}"
        return
    yield from _read(found, path)


def _read(roster: Roster, path: Path) -> Iterator[str]:
    yield f"{roster.format}, {len(roster.rows)}"
    for row in roster.rows:
        fields = {
            name: value[:60] for name, value in asdict(row).items() if value and name not in {"line", "is_guessed"}
        }
        yield f"line {row.line}: {fields}"
    for line in roster.refused:
        yield f"refused: line {line.line}: {line.why} ({line.value!r})"
    for notice in roster.notices:
        yield f"note: {notice}".replace(str(path), "FILE")
    if roster.header_key:
        yield f"remembered as {roster.header_key}"
    for term in roster.terms:
        yield f"term: {term.title}, {term.starts_on} to {term.ends_on}, {term.source_id}"


def calendars(folder: Path) -> Iterator[str]:
    for name in ("school-year", "hostile", "windows-1252", "utf-16", "empty", "binary", "web-page", "nowhere"):
        yield from _calendar(name, CALENDARS / f"{name}.ics")
    path = folder / "school.ics"
    for lines in (*EVENTS, *EVENTS_BENT):
        path.write_bytes(ics(lines))
        yield from _calendar(repr(lines), path)
    nested = ics(event("20261126")).replace(b"END:VEVENT", b"BEGIN:VEVENT\r\nSUMMARY:Inside\r\nEND:VEVENT")
    for name, data in {
        "no end": ics(event("20261126")).replace(b"END:VEVENT\r\nEND:VCALENDAR\r\n", b""),
        "one in another": nested,
        "no first day": ics("SUMMARY:Nothing"),
        "no text": b"BEGIN:VCALENDAR\0",
        "half of UTF-16": b"\xff\xfeB",
        "a list": b"Ada Stone",
        "each title": ics(*[event("20261126", title=title) for title in TITLES]),
    }.items():
        path.write_bytes(data)
        yield from _calendar(name, path)
    for today in (date(2026, 7, 31), date(2026, 8, 1), date(2027, 2, 28)):
        yield f"two years on {today}: {' to '.join(map(str, two_years(today)[:2]))}"


def _calendar(name: str, path: Path) -> Iterator[str]:
    yield f"# {name}"
    try:
        calendar = read_school_calendar(path, FIRST, LAST)
    except FileError as error:
        yield f"refused: {error}".replace(str(path), "FILE")
        return
    for one in calendar.events:
        yield f"{one.starts_on} to {one.ends_on}: {one.title}{' *' if one.looks_like_no_school else ''}"
    yield from (f"odd: {line}".replace(str(path), "FILE") for line in attention_lines(calendar))
    yield from filter(None, [left_out_words(calendar)])


def imports() -> Iterator[str]:
    """Reports of one file after another into one caseload, and of namesakes."""
    held = [
        student(1, "Ada", "Stone", grade="9"),
        student(2, "Maya", "Okafor", status=Status.GRADUATED, left_on=date(2026, 6, 1)),
        student(3, "Gone", "Before", deleted_at=NOW),
        student(4, "Sun", "Lee", status=Status.ON_LEAVE, email="sun@x.example"),
        student(5, "Omar", "Tran", preferred_name="Om", pronouns="he/him"),
    ]
    for name in ("names.txt", "powerschool.txt", "sds-student.csv", "hostile.csv", "ragged.csv"):
        dry_run = compare(read_roster(ROSTERS / name, today=TODAY), held)
        yield f"# {name} into {len(held)}"
        yield from report_lines(dry_run, to_mark_left="archive them")
        held = carry_out(held, dry_run)
    yield "# notices as long as may be, and longer"
    yield from report_lines(compare(Roster("list", (), (), ("x" * 400, "x" * 401)), ()), to_mark_left="archive them")
    for name, (rows, known) in {**NAMESAKES, **MATCHED}.items():
        students = [student(at, *names, **fields) for at, (*names, fields) in enumerate(known, 1)]
        file = Roster("list", tuple(RosterRow(at, *names, **fields) for at, (*names, fields) in enumerate(rows, 1)))
        before: list[str] = []
        for wish, wanted in WANTED.items() if name in MATCHED else [("", WANTED[""])]:
            dry_run = compare(file, students, wanted)
            said = [
                *(f"line {row.line} is {one.id}" for row, one in dry_run.unchanged),
                *(f"line {one.row.line} is {one.student.id}: {one.fields} {values_of(one)}" for one in dry_run.changed),
                *(f"line {row.line} makes {fields_of(row)}" for row in dry_run.new if name in MATCHED),
                *(f"{one} left as {how.value}" for one, how in dry_run.left_as.items()),
                *report_lines(dry_run, to_mark_left="archive them"),
            ]
            if said != before:
                yield f"# {name}{', ' if wish else ''}{wish}"
                yield from said
            before = before or said


NAMESAKES = {
    "pronouns tell two apart": (
        [("Sam", "Lee", {"pronouns": "she"}), ("Sam", "Lee", {"pronouns": "he"})],
        [("Sam", "Lee", {"pronouns": "he"}), ("Sam", "Lee", {"pronouns": "she"})],
    ),
    "three alike for two": ([("Sam", "Lee", {})] * 3, [("Sam", "Lee", {})] * 2),
    "two alike for three": ([("Sam", "Lee", {})] * 2, [("Sam", "Lee", {})] * 3),
    "a name and one who goes by it": (
        [("Bee", "Lee", {"preferred_name": "Ace"}), ("Ace", "Lee", {})],
        [("Ace", "Lee", {}), ("Bee", "Lee", {"preferred_name": "Ace"})],
    ),
    "one who goes by the name of two": (
        [("Ace", "Lee", {})],
        [("Ace", "Lee", {"grade": "9"}), ("Bee", "Lee", {"preferred_name": "Ace", "grade": "10"})],
    ),
    "grades that only some have": (
        [("Sam", "Lee", {"grade": "9"}), ("Sam", "Lee", {})],
        [("Sam", "Lee", {}), ("Sam", "Lee", {"grade": "09"})],
    ),
    "two of a grade for one": (
        [("Sam", "Lee", {"grade": "9"}), ("Sam", "Lee", {"grade": "9"}), ("Sam", "Lee", {"grade": "10"})],
        [("Sam", "Lee", {"grade": "9"}), ("Sam", "Lee", {"grade": "10"})],
    ),
    "one of a grade for two": (
        [("Sam", "Lee", {"grade": "9"})],
        [("Sam", "Lee", {"grade": "9"}), ("Sam", "Lee", {"grade": "9"})],
    ),
    "one who goes by another's name, which the file does not say": (
        [("Bee", "Lee", {}), ("Ace", "Lee", {})],
        [("Ace", "Lee", {}), ("Bee", "Lee", {"preferred_name": "Ace"})],
    ),
    "one of two names, of which the other is not in the file": (
        [("Ace", "Lee", {"preferred_name": "Bee"}), ("Ace", "Lee", {})],
        [("Ace", "Lee", {}), ("Bee", "Lee", {"preferred_name": "Ace"})],
    ),
    "names that join three, of whom each row may be two": (
        [("Ace", "Lee", {}), ("Bee", "Lee", {})],
        [("Ace", "Lee", {}), ("Bee", "Lee", {"preferred_name": "Ace"}), ("Bee", "Lee", {})],
    ),
    "two rows for the only one": (
        [("Sam", "Lee", {"grade": "9"}), ("Sam", "Lee", {"grade": "10"})],
        [("Sam", "Lee", {"grade": "11"})],
    ),
    "one of a grade, and two without for one of another": (
        [("Sam", "Lee", {"grade": "9"}), ("Sam", "Lee", {}), ("Sam", "Lee", {})],
        [("Sam", "Lee", {"grade": "9"}), ("Sam", "Lee", {"grade": "10"})],
    ),
    "one of a grade, and one of another for one without": (
        [("Sam", "Lee", {"grade": "9"}), ("Sam", "Lee", {"grade": "10"})],
        [("Sam", "Lee", {"grade": "9"}), ("Sam", "Lee", {})],
    ),
    "one of a grade, and one of another for one of a third": (
        [("Sam", "Lee", {"grade": "9"}), ("Sam", "Lee", {"grade": "10"})],
        [("Sam", "Lee", {"grade": "9"}), ("Sam", "Lee", {"grade": "11"})],
    ),
    "two who go by each other's name": (
        [("Ace", "Lee", {"preferred_name": "Bee"}), ("Bee", "Lee", {"preferred_name": "Ace"})],
        [("Bee", "Lee", {"preferred_name": "Ace", "grade": "9"}), ("Ace", "Lee", {"preferred_name": "Bee"})],
    ),
    "preferred names of which one is shared": (
        [("Sam", "Lee", {"preferred_name": "Ace"}), ("Sam", "Lee", {"preferred_name": "Bee"})],
        [("Sam", "Lee", {"preferred_name": "Ace", "grade": "9"}), ("Sam", "Lee", {"preferred_name": "Cee"})],
    ),
    "nobody of the grade": (
        [("Sam", "Lee", {"grade": "9"}), ("Sam", "Lee", {"grade": "9"})],
        [("Sam", "Lee", {}), ("Sam", "Lee", {"grade": "10"})],
    ),
    "addresses that differ": (
        [("Sam", "Lee", {"email": "a@x"}), ("Sam", "Lee", {"email": "b@x"})],
        [("Sam", "Lee", {}), ("Sam", "Lee", {})],
    ),
    "an address of two": (
        [("Ben", "Lee", {"email": "f@x"})],
        [("Ana", "Lee", {"email": "f@x"}), ("Ben", "Lee", {"email": "F@x"})],
    ),
    "a number that another keeps": (
        [("Sam", "Lee", {"source_id": "a:1", "student_number": "2"})],
        [("Sam", "Lee", {"source_id": "a:1", "student_number": "1"}), ("Ana", "Roe", {"student_number": "2"})],
    ),
    "another school's number": ([("Tom", "Fox", {"student_number": "1"})], [("Sam", "Lee", {"student_number": "1"})]),
    "married": ([("Sam", "Fox", {"student_number": "1"})], [("Sam", "Lee", {"student_number": "1"})]),
    "a sister's address": (
        [("Ben", "Lee", {"student_number": "2", "email": "f@x"})],
        [("Ana", "Lee", {"student_number": "1", "email": "f@x"})],
    ),
}


def words() -> str:
    """All of it as one text."""
    with tempfile.TemporaryDirectory() as place:
        return _text([*rosters(Path(place)), *calendars(Path(place)), *imports()])


def _text(lines: Iterable[str]) -> str:
    """Each on a line of its own, whatever is in it."""
    shown = (line if line.isprintable() else ascii(line)[1:-1] for line in lines)
    return "\n".join(shown) + "\n"
