"""The pages for others, made of little, of much and of what lies at an edge, whole in sheet_words.txt.

`kept_text` says how sheet_words.txt is written anew.
Read what is new in it: it is right only once somebody has.
"""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

from record_case import TODAY, make

from advisory.model import (
    CheckIn,
    Commitment,
    DefensePlan,
    Evidence,
    FamilyContact,
    FollowUp,
    Indicator,
    KnownWell,
    Leave,
    OtherHelp,
    Pact,
    Partnership,
    PlannedTalk,
    Record,
    Student,
    SuccessLine,
    TransitionNote,
)
from advisory.model.defense_words import DefenseOutcome, DefenseType
from advisory.model.words import (
    EvidenceSource,
    Facet,
    Independence,
    Kind,
    Level,
    PactOutcome,
    PactStatus,
    Party,
    PromiseStatus,
    ReviewEvery,
    Status,
    Tone,
)
from advisory.rules.days.school_days import Calendar, Span
from advisory.rules.leaving.leaving import Rated
from advisory.rules.pact.party import UNNAMED
from advisory.rules.sheet.comment import comment_page
from advisory.rules.sheet.conference import conference_page
from advisory.rules.sheet.family import family_page
from advisory.rules.sheet.given import Given
from advisory.rules.sheet.sheet_page import SheetPage
from advisory.rules.sheet.staff import Counted, staff_page
from advisory.rules.sheet.substitute import Hours, substitute_page
from advisory.rules.sheet.transition import transition_page

WORDS = Path(__file__).with_name("sheet_words.txt")
FIRST = date(2026, 9, 1)
DAY = timedelta(days=1)
TERM = Span(FIRST, TODAY)
OF_ONE = (conference_page, family_page, comment_page, transition_page)


def given(*records: Record, student: Student | None = None, span: Span = TERM, **more: Any) -> Given:
    own = {"rated": (), "calendar": Calendar(), "advisor_name": "M. Rivera", **more}
    return Given(student=student or make(Student), records=records, span=span, today=TODAY, **own)


def rated(number: int, level: Level | None, alone: Independence | None, **fields: Any) -> Rated:
    usual = {"pact": "g0000001", "on": TODAY - number * DAY, "source": EvidenceSource.QUIZ, **fields}
    return Rated(f"e000000{number}", "s0000001", level=level, independence=alone, **usual)


def pact(number: int = 1, **fields: Any) -> Pact:
    usual = {
        "status": PactStatus.ACTIVE,
        "title": "fractions",
        "area": "math",
        "why": "I want to stop guessing",
        "start_on": date(2026, 10, 12),
        "next_review_on": TODAY,
        "success_evidence": (
            SuccessLine(text="Draws it twice.", met_on=FIRST),
            SuccessLine(text="Tells a classmate", met_on=TODAY),
            SuccessLine(text="Met before the term", met_on=FIRST - DAY),
            SuccessLine(text="Uses it in physics"),
        ),
        "student_commitments": (
            Commitment(text="one drawing a week", how_often="every week", kept=(date(2026, 11, 9),)),
            Commitment(text="no marks yet"),
        ),
        "advisor_commitments": (Commitment(text="a page worth doing", how_often="every Friday"),),
        "others": (OtherHelp(who="math teacher", text="lets them retake the quiz"),),
    }
    return make(Pact, number, **{**usual, **fields})


def closed(number: int, **fields: Any) -> Pact:
    usual = {"status": PactStatus.CLOSED, "closed_on": TODAY - number * DAY, "next_review_on": None, "title": ""}
    return pact(number, **{**usual, "learning_target": f"I can do what pact {number} says.", **fields})


def check_in(number: int, day: date = TODAY, kind: Kind = Kind.ONE_TO_ONE, **fields: Any) -> CheckIn:
    return make(CheckIn, number, happened_on=day, kind=kind, **fields)


def fact(number: int, facet: Facet, text: str, day: date = TODAY) -> KnownWell:
    return make(KnownWell, number, facet=facet, text=text, learned_on=day)


def seen(number: int, text: str, day: date, source: EvidenceSource = EvidenceSource.QUIZ) -> Evidence:
    return make(Evidence, number, seen=text, seen_on=day, source=source)


def much() -> list[Record]:
    """More of everything than there is room for, and of each what doesn't belong: other days, other owners, no words."""
    return [
        pact(1),
        closed(2, outcome=PactOutcome.MET, reflections="I know it now", comes_next="ratios"),
        closed(3, outcome=PactOutcome.PARTLY_MET, closed_on=FIRST),
        closed(4, closed_on=FIRST - DAY, title="before the term"),
        *(fact(number, Facet.STRENGTHS, f"strength {number}", FIRST + number * DAY) for number in range(1, 8)),
        fact(8, Facet.HOPES, "Wants to build bridges."),
        fact(9, Facet.LEARNS_BEST, "there is a drawing"),
        fact(10, Facet.TRUSTED_ADULTS, "the librarian"),
        *(fact(10 + number, facet, f"of {facet.label}") for number, facet in enumerate(reversed(Facet), 1)),
        *(seen(number, f"Explained it {number} times", FIRST + number * DAY) for number in range(1, 8)),
        seen(8, "The day before the term", FIRST - DAY),
        *(seen(10 + at, f"Seen {one.label}.", TODAY - at * DAY, one) for at, one in enumerate(EvidenceSource)),
        *(
            check_in(number, FIRST + number * DAY, student_says=f"I can do {number}", line=f"Line {number}")
            for number in range(1, 8)
        ),
        check_in(8, FIRST - DAY, student_says="Before the term", line="Before the term"),
        check_in(9, student_says=" ", line=" "),
        *(
            check_in(20 + number, FIRST + number * DAY, tone=Tone.CELEBRATE, line=f"Celebrated {number}")
            for number in range(6)
        ),
        check_in(30, kind=Kind.FAMILY_CONTACT, tone=Tone.CELEBRATE, line="Told home: a fine drawing"),
        check_in(31, TODAY - DAY, Kind.FAMILY_CONTACT, tone=Tone.CELEBRATE, line="Told home before"),
        check_in(32, kind=Kind.FAMILY_CONTACT, tone=Tone.CELEBRATE, line=" "),
        check_in(33, tone=Tone.CELEBRATE, line=" "),
        check_in(34, kind=Kind.FAMILY_CONTACT, line="Told home of a missed bus", tone=Tone.CONCERN),
        make(FollowUp, 1, owner=Party.STUDENT, text="bring the notebook", due_on=date(2026, 12, 1)),
        make(FollowUp, 2, owner=Party.STUDENT, text="kept already", status=PromiseStatus.DONE, done_on=TODAY),
        make(FollowUp, 3, owner=Party.FAMILY, text="sign the form"),
        make(FollowUp, 4, owner=Party.ADVISOR, text="call the library", due_on=date(2027, 1, 8)),
        make(FollowUp, 5, owner=Party.STAFF, text="find a mentor"),
        make(Partnership, 1, next_step="a walk after lunch", school_year=2026),
        make(Partnership, 2, next_step="of the year before", school_year=2025),
        make(TransitionNote, 1, written_on=TODAY, strengths="Draws first\n\n  then talks  ", connecting="A walk",
             peers="The band", community="Choir", family="Her aunt", supports="Quiet", go_on_with="Drawings"),
        make(TransitionNote, 2, written_on=TODAY - DAY, strengths="Written before"),
        *(
            make(Indicator, number, key=key, observed_on=TODAY - number * DAY)
            for number, key in enumerate(("self_corrected", "began_alone", "self_corrected", "said_why", "listened"), 1)
        ),
        make(Indicator, 6, key="used_elsewhere", observed_on=FIRST - DAY),
    ]  # fmt: skip


RATED = (
    rated(6, Level.NOT_YET, Independence.WITH_ME),
    rated(5, None, Independence.WITH_PROMPTS),
    rated(4, Level.GETTING_THERE, Independence.CHECKS_AFTER),
    rated(3, Level.THERE, None),
    rated(2, Level.BEGINNING, Independence.ON_OWN, pact="g0000009"),
)
MAYA = make(
    Student, preferred_name="May", grade="10", pronounce="MY-ah", pronouns="she/her", home_language="Igbo",
    family_contacts=(
        FamilyContact(name="Ngozi Adichie", relation="aunt"), FamilyContact(name="Sam Cole"),
        FamilyContact(name="Nobody Asks", relation="cousin", may_contact=False),
    ),
)  # fmt: skip
SHORT = {"title": "", "why": "", "student_commitments": (), "advisor_commitments": (), "others": ()}
ONE_LINE = (SuccessLine(text="Draws it", met_on=TODAY),)
GIVEN = {
    "much": given(*much(), student=MAYA, rated=RATED),
    "nothing, one day, no name agreed to": given(span=Span(TODAY, TODAY), advisor_name=UNNAMED),
    "nothing, over two years": given(span=Span(date(2025, 9, 1), TODAY)),
    "a pact just begun, and one piece of evidence": given(
        pact(1, success_evidence=(SuccessLine(text="Draws it"),), next_review_on=TODAY - DAY, start_on=None),
        seen(1, "Drew it again!", FIRST),
        rated=(rated(1, Level.NOT_YET, Independence.WITH_PROMPTS),),
    ),
    "a proposal, met": given(
        pact(1, **SHORT, status=PactStatus.PROPOSED, success_evidence=ONE_LINE, review_every=ReviewEvery.MONTHLY),
        rated=(rated(2, Level.THERE, None), rated(1, Level.THERE, Independence.ON_OWN), rated(1, Level.NOT_YET, None, on=TODAY + DAY)),
    ),
    "closed pacts, the latest with nothing said": given(
        closed(1, **SHORT, success_evidence=(), start_on=None, review_every=ReviewEvery.WEEKLY),
        closed(2, comes_next="ratios.", outcome=PactOutcome.NOT_YET, closed_on=date(2026, 9, 2)),
        check_in(1, student_says="I said “why”", kind=Kind.QUICK_TOUCH),
        check_in(2, FIRST, student_says="First words", kind=Kind.QUICK_TOUCH),
    ),
    "a closed pact with what comes next": given(
        closed(1, comes_next="word problems.", success_evidence=(SuccessLine(text="Draws it?", met_on=TODAY), SuccessLine(text="Shows it", met_on=TODAY))),
        make(Indicator, 1, key="explained_thinking", observed_on=TODAY),
        span=Span(TODAY - DAY, TODAY),
    ),
    "one sentence": given(
        make(Indicator, 1, key="began_alone", observed_on=FIRST),
        make(Indicator, 2, key="self_corrected", observed_on=FIRST - DAY),
        check_in(1, FIRST, line="Within the days"), check_in(2, FIRST - DAY, line="Before them"),
        pact(1, status=PactStatus.DISCARDED), make(Partnership, 1, school_year=2026),
    ),
    "two sentences of one piece of evidence": given(
        closed(1, **SHORT, success_evidence=(), closed_on=FIRST - DAY), seen(1, "Drew it.", FIRST), seen(2, "  Late ", FIRST - DAY),
        rated=(rated(1, Level.NOT_YET, None),),
    ),
    "a pact met in four ways, after three others": given(
        pact(5, success_evidence=tuple(SuccessLine(text=f"Way {at}", met_on=TODAY - at * DAY) for at in range(4)), next_review_on=None,
             comes_next="of no use while it runs"),
        *(closed(number, closed_on=FIRST + number * DAY) for number in range(1, 5)),
        rated=(rated(1, Level.BEGINNING, None, pact="g0000005", on=TODAY),),
    ),
    "days of another year": given(
        seen(1, "Long ago...", date(2025, 12, 1)), closed(1, closed_on=date(2025, 12, 2)),
        check_in(1, date(2025, 12, 3), student_says="I was small", line="A talk", tone=Tone.CELEBRATE),
        make(FollowUp, 1, owner=Party.STUDENT, text="bring the notebook"),
        span=Span(date(2025, 12, 1), date(2025, 12, 3)),
    ),
}  # fmt: skip


def everyone() -> list[Given]:
    """The advisory on one day: here, away, on leave, with a defense, a talk, or neither."""
    away = make(Leave, 1, student="s0000003", starts_on=TODAY, ends_on=TODAY)
    defense = {"starts": time(9), "place": "Library"}
    return [
        given(
            make(DefensePlan, 1, held_on=TODAY, type=DefenseType.BENCHMARK, **defense),
            make(DefensePlan, 2, held_on=TODAY + DAY, **defense),
            make(DefensePlan, 3, held_on=TODAY, outcome=DefenseOutcome.PASSED, feedback_on=TODAY),
            check_in(1, kind=Kind.WHOLE_GROUP, topic="sleep"), check_in(2, TODAY - DAY, topic="of the day before"),
            student=MAYA, span=Span(TODAY, TODAY),
        ),
        given(
            make(DefensePlan, 4, held_on=TODAY), make(PlannedTalk, 1, on=TODAY), make(PlannedTalk, 2, on=TODAY + DAY),
            check_in(3, kind=Kind.WHOLE_GROUP, topic="sleep"), check_in(4, topic="the trip"), check_in(5),
            student=make(Student, 2, given_name="Jun", family_name="Watanabe"), span=Span(TODAY, TODAY),
        ),
        given(student=make(Student, 3, given_name="Ana", family_name="Silva", pronouns="she/her"), calendar=Calendar(leaves=[away]), span=Span(TODAY, TODAY)),
        given(student=make(Student, 4, given_name="Kai", family_name="Tran", status=Status.ON_LEAVE), span=Span(TODAY, TODAY)),
    ]  # fmt: skip


def counted() -> list[Counted]:
    """The team's counts: all that counts, nothing at all, and a pact that is closed."""
    days = (FIRST - DAY, FIRST, TODAY, TODAY + DAY)
    contacts = [check_in(at, day, initiator=Party.STUDENT, tone=Tone.CELEBRATE) for at, day in enumerate(days, 1)]
    over = closed(2, outcome=PactOutcome.MET, next_review_on=TODAY)
    jun = make(Student, 2, given_name="Jun", family_name="Watanabe")
    return [
        Counted(given(student=MAYA), contacts, [pact(1)]),
        Counted(given(), [], []),
        Counted(given(student=jun), [], [over]),
        Counted(given(student=jun), [], [pact(3, next_review_on=None, status=PactStatus.PAUSED)]),
    ]


def told(page: SheetPage) -> Iterator[str]:
    """All there is of a page, a line a line."""
    yield f"{page.kind} | {page.title} | {page.name} | {page.for_whom} | {page.foot} | {page.student_id}"
    for one in page.sections:
        if one.is_there or one.beside or one.columns:
            beside, room = "beside " if one.beside else "", f" room {one.room}" if one.room else ""
            yield f"  {beside}[{one.heading}]{room} {' / '.join(one.columns)}".rstrip()
        for line in one.lines:
            rows = ",".join(row.replace("00000", "") for row in line.rows)
            basis = f" ← {line.basis}" if line.basis else ""
            text = f"{line.text}: " if line.cells else ""
            yield f"    {line.look.name.lower()} {text}{line.words} <{rows}>{basis}"
    yield from (f"  for you: {text}" for text in page.for_you)


def pages() -> Iterator[tuple[str, SheetPage]]:
    for name, one in GIVEN.items():
        yield from ((name, make_page(one)) for make_page in OF_ONE)
    period, late = Hours(time(9, 40), time(10)), Hours(time(14), time(14, 30))
    yield "everybody", substitute_page(everyone(), [period, late])
    yield "one who is there", substitute_page([given(span=Span(TODAY, TODAY), advisor_name=UNNAMED)], [])
    yield "the team", staff_page(counted())
    yield "a team of one, with no name agreed to", staff_page([Counted(given(advisor_name=UNNAMED), [], [])])


def words() -> str:
    """All of it as one text."""
    return "".join(f"# {name}\n" + "\n".join(told(page)) + "\n\n" for name, page in pages())
