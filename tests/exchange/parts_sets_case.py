"""Parts of reading and writing that need more than a text: a school, a survey, a form, a picture, dates, in parts_words.txt."""

import base64
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from msgspec.structs import replace
from oneroster_case import write_set
from record_case import TODAY, make
from roster_case import student

from advisory.exchange.calendar.ics_out import calendar_file
from advisory.exchange.calendar.own_dates import OwnDate, own_dates
from advisory.exchange.file.error import FileError
from advisory.exchange.handover.encrypted import decrypt
from advisory.exchange.handover.recognize import is_handover
from advisory.exchange.oneroster.class_choice import candidate_classes
from advisory.exchange.oneroster.file_set import read_folder
from advisory.exchange.oneroster.other_days import about_other_days
from advisory.exchange.oneroster.school import ClassRow, Enrollment, School, User, is_within
from advisory.exchange.picture.file import picture_file
from advisory.exchange.picture.picture import Column, Picture, PictureRow
from advisory.exchange.survey.match_survey import match_survey
from advisory.exchange.survey.read_survey import read_survey
from advisory.exchange.survey.survey_report import report_lines
from advisory.exchange.year_end.pact_endings import read_endings
from advisory.model import DefensePlan, FollowUp, Milestone, Pact, Student
from advisory.model.defense_words import DefenseOutcome, MilestoneStatus
from advisory.model.words import Facet, PactStatus, Party, Status

_YESTERDAY, _TOMORROW = TODAY - timedelta(1), TODAY + timedelta(1)
_ANSWERED = (
    "2026-10-02", "2026/1/2 9:00", "10/2/2026 9:00", "2.10.2026", "13/2/2026", "2/13/2026", "12/12/26", "31.4.2026", "1.2.99", "1.2.100", "soon", "",
)  # fmt: skip
_SURVEYS = (
    "Timestamp,Email Address,What do you like?,How? [Pictures],Score,1\n"
    + "".join(f"{day},maya@x.example,Chess {number},Agree,5,7\n" for number, day in enumerate(_ANSWERED)),
    "Zeitstempel,E-Mail,Was magst du?\n3/4/2026 9:00,maya@x.example,Schach\n",
    "What is your first name?,What is your last name?,Anything else?\nMaya,Okafor,Chess\nNoah,Lin,pictures\nJun,,x\n,,y\nMaya,Okafor,\n",
    "Username,Hobby\nmaya@x.example,Chess\ntwins@x.example,Judo\nanonymous,Go\nnobody@x.example,Bridge\n",
    "Student Number,Hobby [Chess]\n1,Yes\n2,chess\n3\n9,No\n",
    "ID,Name,Hobby\n1,Maya Okafor,Chess\n",
    "First name,Last name,Email,Hobby\nMaya,Okafor,other@x.example,Chess\nNoah,Lin,twins@x.example,Judo\n",
    "Hobby\nChess\n",
    "Email,Score,7\nmaya@x.example,5,6\n",
    "a,b,c,d,e,f,g,h,i,j,k,l\nx\n",
    "a,b,c,d,e,f,g,h,i,j,k,l,m\nx\n",
    'Email,Hobby\nmaya@x.example,"a\n\n  b"\nmaya@x.example,n/a\n"broken"x,y\n',
    "Respondent ID,Collector ID,Email Address,What do you like?,,\n,,Open-Ended Response,Chess,Judo,Response\n1,2,maya@x.example,Chess,,Go\n",
    'ResponseId,RecordedDate,Q1,Q2\nResponse ID,Recorded Date,What is your email?,Your hobby?\n"{""ImportId"":""_recordId""}",x,y,z\nR_1,2026-10-02,maya@x.example,Chess\n',
)  # fmt: skip
_CALLED = (
    student(1, "Maya", "Okafor", email="maya@x.example", student_number="1"),
    student(2, "Noah", "Lin", email="twins@x.example", student_number="2"),
    student(3, "Eli", "Lin", email="Twins@x.example", student_number="3"),
)
_FORMS = (
    "", "\n", ",\n", "id,ending\n", "id,ending\ng1,met\n", "id;ending;student_says\ng1;Goes on;'=x\n", "id,ending\ng1\ng2,pause,x\n", "id,pact\ng1,x\n", "id,ending\ng1,lost\n",
    "ending,id\nmet, g1 \nmet\n", 'id,ending\n"g1"x,met\n',
)  # fmt: skip


def told_of_sets() -> Iterator[str]:
    yield from _school()
    with tempfile.TemporaryDirectory() as place:
        yield from _surveys(Path(place) / "answers.csv")
        yield from _forms(Path(place) / "endings.csv")
        yield from _folders(Path(place))
        yield from _handovers(Path(place))
    yield from _dates()
    yield from _pictures()


def _school() -> Iterator[str]:
    """Who is in a class today and on another day, and which classes there are to choose from."""
    days = ("", _YESTERDAY.isoformat(), TODAY.isoformat(), _TOMORROW.isoformat())
    yield "# enrolled from and until"
    yield from (f"{begin or '–'} {end or '–'}: {is_within(begin, end, TODAY)}" for begin in days for end in days)
    users = {
        one.id: [one]
        for one in (
            _user("t1", role="teacher"), _user("u1"), _user("u2", enabled="FALSE"), _user("u3", status="tobedeleted"), _user("u4", role=""), _user("u5", role=""),
            _user("u6", enabled="", role="Student"),
        )
    }  # fmt: skip
    rooms = {
        one.id: one
        for one in (
            ClassRow(2, "c1", "Algebra", "", "scheduled"), ClassRow(3, "c2", "", "", "Homeroom"), ClassRow(4, "c3", "the Crew", "", ""), ClassRow(5, "c4", "Zoo", "", ""),
            ClassRow(6, "c5", "algebra", "", ""),
        )
    }  # fmt: skip
    enrolled: dict[str, list[Enrollment]] = {}
    for line, (room, user, role, begins, ends) in enumerate(
        (
            ("c1", "t1", "Teacher", "", ""), ("c2", "t1", "teacher", "", ""), ("c2", "t9", "teacher", "", ""), ("c3", "t1", "teacher", days[3], ""), ("c3", "t9", "teacher", "soon", ""),
            ("c5", "t1", "teacher", "", ""), *(("c1", f"u{number}", "student", "", "") for number in range(1, 8)), ("c1", "u1", "STUDENT", "", ""),
            ("c2", "u1", "student", days[3], ""), ("c2", "u6", "student", "2026-12-01", ""), ("c3", "u1", "student", "", days[1]), ("c3", "u6", "student", "", "2026-09-01"),
            ("c4", "u1", "student", "", days[2]), ("c4", "u6", "student", "", days[1]), ("c5", "u1", "student", days[3], ""), ("c5", "u6", "student", days[3], ""),
            ("c5", "t1", "aide", days[3], ""),
        ), 2,
    ):  # fmt: skip
        enrolled.setdefault(room, []).append(Enrollment(line, room, user, role, "", begins, ends))
    school = School(users, rooms, enrolled, frozenset({"u4"}), {}, [], [])
    yield "# classes to choose from"
    yield from map(str, candidate_classes(school, TODAY))
    yield "# and where no class has a teacher"
    untaught = {"c4": enrolled["c4"]}
    yield from map(str, candidate_classes(replace(school, enrollments=untaught), TODAY))
    yield "# other days"
    yield from (f"{room}: {about_other_days(school, room, TODAY)}" for room in (*rooms, "c9"))


def _user(id_: str, *, role: str = "student", status: str = "", enabled: str = "true") -> User:
    return User(2, id_, "Ada", id_.upper(), status, enabled, role, "", "", "", "", "", "")


def _surveys(path: Path) -> Iterator[str]:
    for text in _SURVEYS:
        yield f"# a survey: {text[:40]!r}"
        path.write_text(text, encoding="utf-8")
        try:
            survey = read_survey(path, today=TODAY, day_first="Username" in text)
        except FileError as error:
            yield f"refused: {error}".replace(str(path), "FILE")
            continue
        yield from (f"{one.column}: {one.text!r} {one.facet} {one.samples}" for one in survey.questions)
        for row in survey.rows:
            answers = [row.answer(question) for question in survey.questions]
            who = row.who and f"{row.who.given_name} {row.who.family_name}"
            yield f"line {row.line}: {who} {row.email} {row.number} {row.on} {row.answered_on(TODAY)} {answers}"
        answered = match_survey(survey, _CALLED)
        yield from (f"line {row.line} is {one.id}" for row, one in answered.pairs)
        columns = [one.column for one in survey.questions]
        yield from report_lines(survey, answered, dict.fromkeys(columns[:1], Facet.HOPES), frozenset(columns[:1]))
        yield from report_lines(survey, answered, dict.fromkeys(columns, Facet.SKILLS), frozenset())


def _forms(path: Path) -> Iterator[str]:
    for text in _FORMS:
        yield f"# a form: {text!r}"
        path.write_text(text, encoding="utf-8")
        try:
            yield from map(str, read_endings(path))
        except FileError as error:
            yield f"refused: {error}".replace(str(path), "FILE")


def _folders(place: Path) -> Iterator[str]:
    (place / "b" / "deeper").mkdir(parents=True)
    (place / "a.txt").write_text("x")
    for name in ("a.txt", "b.TSV", "c.text", "d.csv", "e.pdf"):
        (place / "b" / "deeper" / name).write_text("x")
    for name in ("nothing", "a.txt", "b", "b/deeper"):
        yield f"# the folder {name}"
        yield _refusal(place, name)
    write_set(place / "c" / "of it", academicSessions=None)
    (place / "c" / ".users.csv").write_text("x")
    yield f"# the folder c\n{', '.join(read_folder(place / 'c'))}"
    write_set(place / "c" / "another")
    yield _refusal(place, "c")
    write_set(place / "c")
    yield f"# the folder c with a set of its own\n{', '.join(read_folder(place / 'c'))}"


def _refusal(place: Path, name: str) -> str:
    try:
        return f"read: {', '.join(read_folder(place / name))}"
    except FileError as error:
        return f"refused: {error}".replace(str(place), "PLACE")


def _handovers(place: Path) -> Iterator[str]:
    """Files that are no handover, or are damaged, or ask for more work than any."""
    begin = b"age-encryption.org/v1\n"
    armored = b"-----BEGIN AGE ENCRYPTED FILE-----\n", b"\n-----END AGE ENCRYPTED FILE-----\n"
    whole = base64.b64encode(begin + b"-> X25519 abc\n")
    yield "# encrypted"
    for data in (
        begin, begin + b"-> X25519 abc\n", begin + b"-> scrypt abc\n", begin + b"-> scrypt abc 21\n", begin + b"-> scrypt abc 20\nx", armored[0] + whole + armored[1], armored[0] + whole,
        armored[0] + b"!" + armored[1], armored[0] + base64.b64encode(b"x") + armored[1],
    ):  # fmt: skip
        try:
            decrypt("maya.age", data, "x")
        except FileError as error:
            yield f"{data[:60]!r}: {error}"
    yield "# known as a handover"
    for data in (
        b" " * 4075 + b'"advisory_handover"',
        b" " * 4078 + b'"advisory_handover"',
        b"advisory_handover",
        armored[0],
        b"",
    ):
        (place / "handed").write_bytes(data)
        yield f"{data.strip()[:40]!r} at {len(data) - len(data.lstrip())}: {is_handover(place / 'handed')}"


class _Book:
    """Dates of each kind: of today, of yesterday, and of those whose time it isn't."""

    today = TODAY
    students = (make(Student, 1), make(Student, 2, status=Status.ON_LEAVE))
    defenses = (
        make(
            DefensePlan, 1, held_on=TODAY, starts=time(9), place=" Library ", milestones=(
                Milestone(key="mine", label="invite", days_before=4, due_on=TODAY, mine=True), Milestone(key="theirs", label="theirs", days_before=4, due_on=TODAY),
                Milestone(key="done", label="done", days_before=4, due_on=TODAY, mine=True, status=MilestoneStatus.READY, done_on=TODAY),
                Milestone(key="day", label="day", days_before=0, due_on=TODAY, mine=True), Milestone(key="late", label="late", days_before=4, due_on=_YESTERDAY, mine=True),
            ),
        ),
        make(DefensePlan, 2, held_on=_YESTERDAY, student="s0000002"), make(DefensePlan, 3, held_on=TODAY, student="s0000009"),
        make(DefensePlan, 4, held_on=_TOMORROW, outcome=DefenseOutcome.POSTPONED, milestones=(Milestone(key="a", label="a", days_before=4, due_on=TODAY, mine=True),)),
        make(DefensePlan, 5, held_on=TODAY, outcome=DefenseOutcome.PASSED, feedback_on=TODAY),
    )  # fmt: skip
    pacts = (
        *(make(Pact, number, status=status, next_review_on=TODAY) for number, status in enumerate(PactStatus, 1)),
        make(Pact, 8, status=PactStatus.ACTIVE), make(Pact, 9, status=PactStatus.ACTIVE, next_review_on=_YESTERDAY), make(Pact, 10, status=PactStatus.ACTIVE, student="s0000009", next_review_on=TODAY),
    )  # fmt: skip
    follow_ups = (
        make(FollowUp, 1, due_on=TODAY), make(FollowUp, 2), make(FollowUp, 3, due_on=TODAY, owner=Party.STAFF), make(FollowUp, 4, due_on=TODAY, student="s0000009"),
        make(FollowUp, 5, due_on=TODAY, student="s0000002"),
    )  # fmt: skip


def _dates() -> Iterator[str]:
    yield "# your dates"
    found = own_dates(_Book(), {"s0000001": "MO", "s0000002": "BO"})
    yield from (
        f"{one.day} {one.starts} {one.minutes} {one.summary} | {one.place} | {one.uid} {one.record_id}" for one in found
    )
    changed = datetime(2026, 11, 23, 9, 0, 30, tzinfo=UTC)
    for one in (
        OwnDate("a", TODAY, "A day", changed, changed - timedelta(minutes=1), place="nowhere"), OwnDate("b", TODAY, "An hour", changed - timedelta(minutes=1), changed, time(9), 60, "Room 9"),
        OwnDate("c", TODAY, "No length", changed, changed, time(9)),
    ):  # fmt: skip
        yield from calendar_file([one], UTC).decode().splitlines()[4:-1]


def _pictures() -> Iterator[str]:
    """Pictures with nothing in them, with one week, with long names and texts, and with many weeks."""
    none = Picture("Title", (), "A chart", ("one", "other", "third"), (), ("1:1", "Sum"), ())
    week = Column("Nov", (1, 0, 2))
    row = PictureRow("Maya", (1, 2), ("1", "2"))
    texts = (
        PictureRow("M" * 28, (), ("word " * 17 + "end",)),
        PictureRow("M" * 29, (), ("word " * 18,)),
        PictureRow("M" * 99, (), ("",)),
    )
    for picture in (
        none, none._replace(says=("Says.", "More."), columns=(week,), rows=(row, PictureRow("Bo", (0, 0), ("0", "0")))), none._replace(columns=(week, Column("", (0, 0, 0))), rows=(PictureRow("Bo", (0, 0), ("0", "")),)),
        none._replace(header=("Path",), columns=(Column("Nov", (9, 9, 9)),) * 40, rows=texts),
    ):  # fmt: skip
        for ending in (".svg", ".html"):
            yield f"# a picture: {ending}"
            drawn = picture_file(picture, ending).decode().partition("<body>" if picture.columns else "<!")
            yield from (drawn[2] or drawn[0]).splitlines()[-30:]
