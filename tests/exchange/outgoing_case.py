"""What is shown before something leaves, what then stands in the file and on the clipboard: whole, in outgoing_words.txt.

`kept_text` says how outgoing_words.txt is written anew.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, time
from pathlib import Path

from msgspec.structs import replace
from page_case import agreed, usual
from panel_case import pact as panel_pact
from panel_case import plan as panel_plan
from record_case import TODAY, make

from advisory.exchange.calendar.dates_out import dates_out
from advisory.exchange.handover.handover_outgoing import handover_outgoing
from advisory.exchange.page.pact_out import pact_out
from advisory.exchange.page.panel_out import panel_out
from advisory.exchange.picture.picture_out import picture_out
from advisory.exchange.picture.time_picture import time_picture
from advisory.exchange.picture.year_picture import year_picture
from advisory.exchange.sheet.sheet_out import sheet_out
from advisory.exchange.tables.table_out import kinds_of, table_out
from advisory.exchange.year_end.year_kept import counts_out, pacts_out
from advisory.model import (
    CheckIn,
    DefensePlan,
    Evidence,
    FamilyContact,
    FollowUp,
    Indicator,
    Milestone,
    Pact,
    Partnership,
    Record,
    StageMove,
    Student,
    TransitionNote,
)
from advisory.model.words import (
    Agreed,
    Audience,
    CheckInState,
    Direction,
    EvidenceSource,
    Independence,
    Level,
    MoveReason,
    Observer,
    PactOutcome,
    PactStatus,
    Stage,
    Visibility,
)
from advisory.rules.days.school_days import Calendar
from advisory.rules.family.good_word import HomeWord
from advisory.rules.leaving.leaving import Covered, Leaving, Rated
from advisory.rules.leaving.outgoing import Outgoing
from advisory.rules.leaving.preview import Kept
from advisory.rules.leaving.reason import Reason
from advisory.rules.overview.partnership_weeks import PartnershipYear, StagePath, Step, Week
from advisory.rules.overview.summary import StudentFile, Summary, summarize
from advisory.rules.overview.time_given import Given, SchoolWeek, TimeGiven
from advisory.rules.partnership.signs import SIGN
from advisory.rules.refusal import Refusal
from advisory.rules.sheet.sheet_page import Line, Look, Section, SheetKind, SheetPage
from advisory.rules.year_end.kept import YearCounts

WORDS = Path(__file__).with_name("outgoing_words.txt")
MAYA = make(Student, 1, grade="9", student_number="0042")
BEN = make(Student, 2, given_name="Ben", family_name="Ode", grade="10")
NAMES = {"s0000001": "Maya", "s0000002": "Ben"}
SHAREABLE = {"visibility": Visibility.SHAREABLE}


def leaving(*records: Record, audience: Audience = Audience.STAFF, rated: tuple[Rated, ...] = ()) -> Leaving:
    return Leaving(audience, records, rated, (), (), (), lambda _, text: Covered(text, ()))


class Dates:
    """A defense with an hour and a place, one without an hour, a milestone, a review and a promise."""

    today = TODAY
    students = (MAYA,)
    defenses = (
        make(
            DefensePlan, 1, held_on=date(2027, 3, 12), starts=time(9), minutes=60, place="Library",
            milestones=(Milestone(key="practice", label="practice", days_before=4, due_on=date(2027, 3, 8), mine=True),),
        ),
        make(DefensePlan, 2, held_on=date(2027, 4, 1)),
    )  # fmt: skip
    pacts = (make(Pact, 1, status=PactStatus.ACTIVE, next_review_on=date(2026, 12, 7)),)
    follow_ups = (make(FollowUp, 1, due_on=date(2026, 12, 1)),)

    def out(self, zone=UTC) -> Outgoing:
        records = (*self.defenses, *self.pacts, *self.follow_ups)
        return dates_out(self, leaving(*records), {"s0000001": "MO"}, zone, names_zone=" (set TZ)")


class Book:
    """Two students with a record of each kind, and how they fared."""

    names = NAMES
    pacts = (usual(2, status=PactStatus.ACTIVE), make(Pact, 2, student="s0000002"))
    check_ins = (
        make(CheckIn, 1, line="Showed the draft", tags=("lab", "essay"), minutes=12, **SHAREABLE),
        make(CheckIn, 2, line="At the door", student="s0000002", counts_one_to_one=False, state=CheckInState.JOT),
    )
    follow_ups = (make(FollowUp, 1, due_on=date(2026, 12, 1)),)
    evidence = (make(Evidence, 1, pact="g0000001", level=Level.GETTING_THERE, **SHAREABLE),)
    stage_moves = (make(StageMove, 1),)
    insights = ()
    defenses = Dates.defenses[1:]
    time_given = TimeGiven(
        date(2026, 8, 31), True,
        (
            Given(student_id="s0000002", since=date(2026, 8, 31), came_later=False, school_days=58, contacts=1, attempts=2),
            Given(
                student_id="s0000001", since=date(2026, 10, 5), came_later=True, school_days=35, one_to_ones=3, contacts=4,
                minutes=36, timed=3, by_advisor=2, by_student=1, by_others=1, celebrations=1,
            ),
        ),
        (
            SchoolWeek(date(2026, 10, 26), (1, 1, 0)), SchoolWeek(date(2026, 11, 2), (0, 0, 2)),
            SchoolWeek(date(2026, 11, 9), (2, 0, 0)),
        ),
    )  # fmt: skip
    home_words = (
        HomeWord(
            student=MAYA, good_word_on=date(2026, 11, 20), good_word_age=1, is_this_term=True, celebrations=1, others=2
        ),
        HomeWord(student=BEN, good_word_on=None, good_word_age=None, is_this_term=False, concerns=1, attempts=3),
    )

    @property
    def all_summaries(self) -> list[Summary]:
        files = [
            StudentFile(student, [one for one in self.check_ins if one.student == student.id], pacts=[pact])
            for student, pact in zip((MAYA, BEN), self.pacts, strict=True)
        ]
        return [summarize(file, NAMES[file.student.id], "", Calendar(), TODAY) for file in files]

    summaries = all_summaries

    def out(self, what: str, audience: Audience = Audience.STAFF) -> Outgoing:
        records = (*self.check_ins, *self.follow_ups, *self.evidence, *self.stage_moves, *self.defenses, *self.pacts)
        about = (one for one in records if isinstance(one, kinds_of(what)))
        return table_out(what, self, leaving(MAYA, BEN, *about, audience=audience), bom=False)


def picture_of_time() -> Outgoing:
    on_leave = replace(Book.time_given.students[0], on_leave=True, attempts=0)
    given = Book.time_given._replace(students=(*Book.time_given.students, on_leave))
    return picture_out("picture of your time", time_picture(given, TODAY, NAMES.__getitem__), leaving(MAYA, BEN))


def picture_of_the_year() -> Outgoing:
    moves = (
        Step(Stage.RAPPORT, date(2026, 8, 31)),
        Step(Stage.ALLIANCE, date(2026, 10, 5)),
        Step(Stage.RAPPORT, date(2026, 11, 9), Direction.BACK, MoveReason.LONG_ABSENCE),
    )
    paths = (
        StagePath("s0000001", moves * 4),
        StagePath("s0000002", moves[:1], left_on=date(2026, 11, 2)),
    )
    weeks = (
        Week(date(2026, 8, 31), (2, 0, 0)),
        Week(date(2026, 10, 5), (1, 1, 0)),
        Week(date(2026, 10, 12), (1, 0, 1)),
    )
    year = PartnershipYear(weeks, paths)
    long = {"s0000001": "Maya Featherstonehaugh-Castellanos", "s0000002": "Ben <Ode>"}
    return picture_out("picture of the year", year_picture(year, TODAY, long.__getitem__), leaving())


def handover(**encrypted) -> Outgoing:
    person = FamilyContact(name="Ana", relation="aunt", language="Spanish", phone="555-0100", best_time="evenings")
    maya = replace(
        MAYA, pronounce="MY-ah", pronouns="she/her", email="maya@example.org", home_language="Igbo", birthday="03-12",
        family_contacts=(person, FamilyContact(name="Ben")),
    )  # fmt: skip
    records = (
        maya, make(Partnership, entered_on=date(2026, 9, 7)), make(Indicator), make(Pact, start_on=date(2026, 10, 19)),
        make(Evidence, pact="g0000001", **SHAREABLE), make(TransitionNote, written_on=date(2025, 6, 1)), BEN,
    )  # fmt: skip
    quiz = Rated("e0000001", "s0000001", "g0000001", TODAY, EvidenceSource.QUIZ, Level.BEGINNING, None)
    both = quiz._replace(record_id="e0000008", level=Level.THERE, independence=Independence.ON_OWN)
    neither = quiz._replace(record_id="e0000009", level=None, on=date(2025, 5, 4))
    given = leaving(*records, rated=(quiz, both, neither))
    return handover_outgoing(given, TODAY, SIGN, encrypted.get("by"))


def pages(count: int) -> Outgoing:
    sections = (
        Section(
            "What she works on",
            (Line("Fractions", ("g0000001",), basis="pact g1", note="since Oct 19"), Line("Tables")),
        ),
        Section("Seen", (Line("Maya", ("c0000001",), cells=("Maya", "", "3")),), columns=("Student", "Grade", "1:1")),
    )
    all_of_them = [
        SheetPage(SheetKind.FAMILY, "Family", name, "Nov 23, 2026", sections, "Room 9", for_you=("Say it as they do.",))
        for name in NAMES.values()
    ]
    return sheet_out(all_of_them[:count], leaving(MAYA, BEN))


def page_of_each_look() -> Outgoing:
    looks = tuple(
        Line(f"{look.name.lower()} <1>", look=look, note="Nov 12" if look is Look.MET else "") for look in Look
    )
    cells = (Line("Ada", cells=("Ada", "3", "")), Line("Bo", cells=("Bo", "12", "x")))
    sections = (
        Section("All looks", (*looks, Line("again", look=Look.SENTENCE), Line("and again", look=Look.SENTENCE))),
        Section("Left", looks[2:3], beside=True),
        Section("Right", looks[3:4], room=2, beside=True),
        Section("Not there"),
        Section("Alone", looks[2:3], beside=True),
        Section("A table", cells, columns=("Name", "1:1", "Mark")),
        Section("", (), room=3),
    )
    return sheet_out(
        [SheetPage(SheetKind.CONFERENCE, "Conference & more", "Maya", "", sections, "Room 9")], leaving(MAYA)
    )


def year_counts() -> Outgoing:
    counts = [YearCounts(MAYA, 40, 12, 5, 3, 6, 1, 0, 0, 1), YearCounts(BEN, 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    return counts_out(2026, leaving(MAYA, BEN), NAMES, counts)


CLOSED = usual(
    1, status=PactStatus.CLOSED, closed_on=date(2026, 11, 20), outcome=PactOutcome.MET, reflections="Mine now",
    comes_next="ratios", agreements=(agreed(Observer.STUDENT, Agreed.SIGNED),), others=(),
)  # fmt: skip
PLAN = panel_plan(2)
_SEAT = Kept(PLAN, "A seat on the panel", Reason.NAMES, key="panel:1")


def every_one() -> Mapping[str, tuple[Outgoing, str]]:
    return {
        "a pact to sign": (pact_out(leaving(MAYA, usual(2)), "Ms Rivera", TODAY), "page.md"),
        "a closed pact": (pact_out(leaving(MAYA, CLOSED), "Ms Rivera", TODAY), "page.md"),
        "a pact of which nothing leaves": (pact_out(leaving(MAYA), "Ms Rivera", TODAY), "page.md"),
        "a panel's page": (panel_out(leaving(MAYA, PLAN, panel_pact(2)), ("panel:0",), (_SEAT,), TODAY), "page.md"),
        "a panel's page with little": (
            panel_out(leaving(MAYA, panel_plan(0, place="", claim="", panel=())), (), (), TODAY), "page.md"
        ),
        "a panel's page of which nothing leaves": (panel_out(leaving(MAYA), (), (), TODAY), "page.md"),
        "one page": (pages(1), "page.md"),
        "two pages": (pages(2), "page.md"),
        "a page with each look": (page_of_each_look(), "page.html"),
        "a page with each look as text": (page_of_each_look(), "page.md"),
        "a panel's page to print": (panel_out(leaving(MAYA, PLAN), ("panel:0",), (), TODAY), "page.html"),
        "your dates": (Dates().out(), "dates.ics"),
        "your dates without a zone": (Dates().out(None), "dates.ics"),
        "a picture of your time": (picture_of_time(), "time.svg"),
        "a picture of the year": (picture_of_the_year(), "year.svg"),
        "the same as a page": (picture_of_the_year(), "year.html"),
        "a picture of your time as a page": (picture_of_time(), "time.html"),
        "a handover": (handover(), "maya.json"),
        "a closed handover": (handover(by=lambda data: b"closed: %d bytes" % bool(data)), "maya.age"),
        **{
            f"the table of {what}": (Book().out(what), f"{what}.csv")
            for what in (
                "caseload", "students", "checkins", "pacts", "followups", "stage-moves", "evidence", "defenses", "time",
                "families", "summary",
            )
        },
        "check-ins for the family": (Book().out("checkins", Audience.FAMILY), "checkins.csv"),
        "check-ins for the student": (Book().out("checkins", Audience.STUDENT), "checkins.csv"),
        "time in numbers": (Book().out("time", Audience.COUNTS), "time.csv"),
        "what the school keeps of pacts": (pacts_out(2026, leaving(MAYA, BEN, *Book.pacts), NAMES), "pacts.csv"),
        "what the school keeps in numbers": (year_counts(), "counts.csv"),
    }  # fmt: skip


def told() -> Iterator[str]:
    for name, (out, file) in every_one().items():
        yield f"# {name}"
        marks = [
            word for word, holds in (("uses pronouns", out.uses_pronouns), ("may include", out.may_include)) if holds
        ]
        yield " · ".join((out.what, *marks, *out.notes, *(f"kept {one.id}" for one in out.kept)))
        for part in out.parts:
            yield f"[{part.heading}]"
            yield from (
                f"  {line.key or '–'} | {line.text} | {', '.join(line.rows)} {line.note}".rstrip()
                for line in part.lines
            )
        yield f"records: {', '.join(out.rows()) or 'none'}"
        everything = sorted({line.key for part in out.parts for line in part.lines if line.key})
        yield from _given("the file", out, file, ())
        if everything and "handover" not in name:
            left = out.without(everything)
            yield f"without all that can be left out, these leave: {', '.join(one.id for one in left.records) or 'none'}"
            yield f"and these stay: {', '.join(f'{one.record.id} {one.reason.label}' for one in left.stays) or 'none'}"
            yield from _given("that file", out, file, everything)


def _given(called: str, out: Outgoing, file: str, left_out) -> Iterator[str]:
    try:
        made = out.file(left_out, file)
    except Refusal as refusal:
        yield f"{called}: {refusal}"
        return
    yield f"{called}: {made.holds} {made.warning}".rstrip()
    made_of = made.data.decode().replace("\r\n", "\n").strip()
    yield made_of
    try:
        text = out.text(left_out)
        yield "on the clipboard: the same" if text.strip() == made_of else f"on the clipboard:\n{text}"
    except Refusal as refusal:
        yield f"on the clipboard: {refusal}"


def words() -> str:
    """All of it as one text."""
    return "\n".join(told()) + "\n"
