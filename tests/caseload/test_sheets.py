"""Pages for others: what stands on each, for a student with one term, with four years, with almost nothing."""

from datetime import date, timedelta

import pytest
from record_case import NOW, TODAY
from sheets_case import SECRET, WEEK, add_note, add_student, add_term, add_term_of, people

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.sheets import asked_span, audience_of, sheet_of, usual_span
from advisory.model import DefensePlan, Evidence, Leave, MeetingPattern, PlannedTalk, Student
from advisory.model.words import Audience, PronounsScope
from advisory.rules.days.school_days import Span
from advisory.rules.refusal import Refusal
from advisory.rules.sheet.sheet_page import Look, SheetKind, SheetPage

OF_ONE = (SheetKind.CONFERENCE, SheetKind.FAMILY, SheetKind.COMMENT, SheetKind.TRANSITION)


@pytest.fixture
def maya(caseload: Caseload) -> Student:
    """A student with a term behind her."""
    add_term(caseload)
    one = add_student(
        caseload, "Maya", "Okafor", grade="10", pronounce="MY-ah", pronouns="she/her",
        pronouns_scope=PronounsScope.SCHOOL_ONLY, **people(),
    )  # fmt: skip
    add_term_of(caseload, one)
    return one


def page_of(caseload: Caseload, kind: SheetKind, *students: Student, **more) -> SheetPage:
    return sheet_of(caseload, kind, [one.id for one in students], {}, **more).pages[0]


def told(page: SheetPage) -> str:
    """All that stands on the page for its reader."""
    sections = "\n".join(
        "\n".join([section.heading, *(line.words for line in section.lines)]) for section in page.sections
    )
    return f"{page.title}\n{page.name}\n{page.for_whom}\n{sections}\n{page.foot}"


def section(page: SheetPage, heading: str) -> list[str]:
    return [line.words for one in page.sections if one.heading == heading for line in one.lines]


def test_a_conference_begins_with_strengths_and_ends_with_room(caseload: Caseload, maya: Student) -> None:
    page = page_of(caseload, SheetKind.CONFERENCE, maya)
    assert next(one.heading for one in page.sections if one.is_there) == "Strengths"
    assert page.for_whom == "Maya, the family and M. Rivera · Aug 31 to Nov 23, 2026"
    assert section(page, "What we agreed to work on") == [
        "I can explain fractions with a drawing",
        "Why it matters: “I want to stop guessing fractions”",
        "Met so far: one of the two.",
        "On this target: first “not yet”, now “there”, without help.",
    ]
    assert section(page, "How we’ll both know") == [
        "Draws fractions twice (met Nov 9)",
        "Tells a classmate about fractions",
    ]
    assert section(page, "What Maya will do") == ["one drawing (every week, kept in 2 of 6 weeks)"]
    assert section(page, "What was seen") == [
        f"Drew fractions, shareable {weeks} ({day}, in a quiz)" for weeks, day in ((1, "Nov 16"), (4, "Oct 26"))
    ]
    assert "says about fractions shareable (Nov 21)" in section(page, "In Maya’s own words")
    assert "Next review: Mon Nov 30, then every two weeks" in section(page, "What comes next")
    assert page.sections[-1].room


def test_a_family_page_names_the_language_and_whom_it_is_for(caseload: Caseload, maya: Student) -> None:
    page = page_of(caseload, SheetKind.FAMILY, maya)
    assert page.for_whom.startswith("Ngozi Adichie, aunt · language at home: Igbo")
    assert section(page, "Our last good news") == ["family contact about fractions shareable (Nov 21)"]
    words = told(page).casefold()
    for trade in (
        "pact",
        "evidence",
        "success line",
        "commitment",
        "one-to-one",
        "in a quiz",
        "nobody asks",
        "555",
        "she/her",
    ):
        assert trade not in words
    assert "One of two signs of success is there so far." in told(page)


def test_a_comment_has_four_to_six_sentences_that_say_what_they_rest_on(caseload: Caseload, maya: Student) -> None:
    page = page_of(caseload, SheetKind.COMMENT, maya)
    lines = list(page.lines)
    assert 4 <= len(lines) <= 6
    assert all(line.basis and line.rows and line.look is Look.SENTENCE and line.text[-1] in ".”" for line in lines)
    assert not page.for_you
    assert [line.basis for line in lines] == [
        "a known strength",
        "the pact of Oct 12",
        "success lines of the pact, met Nov 9",
        "evidence of Nov 16, quiz",
        "the levels of two pieces of evidence",
        "said on Nov 21, family contact",
    ]


def test_a_comment_with_little_written_is_short_and_says_what_is_missing(caseload: Caseload) -> None:
    add_term(caseload)
    page = page_of(caseload, SheetKind.COMMENT, add_student(caseload, "Jun", "Watanabe"))
    assert not list(page.lines)
    (missing,) = page.for_you
    assert missing == (
        "No sentence yet, where four to six are usual. Nothing you may share about Jun from Aug 31 to Nov 23, "
        "2026 covers strengths, anything to celebrate, a pact, evidence, signs or own words."
    )


def test_a_transition_page_goes_on_from_the_note(caseload: Caseload, maya: Student) -> None:
    assert "Maya has no transition note yet" in page_of(caseload, SheetKind.TRANSITION, maya).for_you[0]
    add_note(caseload, maya, strengths="Old")
    add_note(caseload, maya, family="Her aunt\nafter six")
    page = page_of(caseload, SheetKind.TRANSITION, maya)
    assert not page.for_you
    assert "say it MY-ah · she/her · language at home: Igbo · from M. Rivera" in page.for_whom
    assert section(page, "Strengths")[0] == "Builds first"
    assert section(page, "Family") == ["Her aunt", "after six"]
    assert section(page, "What to go on with")[0] == "Drawings"
    assert "I can explain fractions with a drawing" in section(page, "Current pact")
    assert "says about fractions staff (Nov 20)" in section(page, "In Maya’s own words")


def test_a_substitute_gets_the_names_and_the_day_and_nothing_else(caseload: Caseload, maya: Student) -> None:
    jun, left = add_student(caseload, "Jun", "Watanabe"), add_student(caseload, "Ana", "Silva")
    with caseload.store.change("Day", NOW) as change:
        change.add(
            MeetingPattern,
            weekdays=(0,),
            starts=NOW.time().replace(hour=9, minute=40),
            ends=NOW.time().replace(hour=10),
        )
        change.add(Leave, student=jun.id, starts_on=TODAY, ends_on=TODAY, title=SECRET)
        change.add(DefensePlan, student=maya.id, held_on=TODAY, starts=NOW.time(), place="Library", claim=SECRET)
        change.add(PlannedTalk, student=left.id, on=TODAY)
    page = page_of(caseload, SheetKind.SUBSTITUTE, maya, jun, left)
    assert page.for_whom == "Mon Nov 23, 2026 · 9:40 to 10:00 · 2 expected, 1 away"
    assert section(page, "Here") == [
        "Maya Okafor · MY-ah · she/her · Defense at 9:00, Library",
        "Ana Silva · a talk was planned",
    ]
    assert section(page, "Away") == ["Jun Watanabe"]
    assert "about fractions" not in told(page)
    tomorrow = TODAY + timedelta(days=1)
    next_day = page_of(caseload, SheetKind.SUBSTITUTE, maya, jun, span=Span(tomorrow, tomorrow))
    assert section(next_day, "Here") == ["Maya Okafor · MY-ah · she/her", "Jun Watanabe"]


def test_a_team_gets_counts_only(caseload: Caseload, maya: Student) -> None:
    add_student(caseload, "Jun", "Watanabe")
    sheet = sheet_of(caseload, SheetKind.STAFF, [one.id for one in caseload.students], {})
    table = sheet.pages[0].sections[0]
    assert [line.cells for line in table.lines] == [
        ("Jun Watanabe", "", "0", "0", "0", "0", "none", ""),
        ("Maya Okafor", "10", "3", "3", "0", "6", "active", "Nov 30"),
    ]
    assert all(isinstance(one, Student) for one in sheet.leaving.records)
    assert audience_of(SheetKind.STAFF) is Audience.COUNTS


def test_four_years_are_on_one_page_with_the_latest_first(caseload: Caseload, maya: Student) -> None:
    for years in (1, 2, 3):
        add_term_of(caseload, maya, TODAY - timedelta(weeks=52 * years), about=f"project {years}")
    whole = Span(date(2023, 9, 1), TODAY)
    for kind in OF_ONE:
        sheet = sheet_of(caseload, kind, [maya.id], {}, span=whole)
        assert SECRET not in told(sheet.pages[0])
        assert len(list(sheet.pages[0].lines)) < 60
        rows = {row for line in sheet.pages[0].lines for row in line.rows} - {maya.id}
        assert {one.id for one in sheet.leaving.records if not isinstance(one, Student)} == rows
        rated = {one.id for one in sheet.leaving.of(Evidence) if one.level}
        assert {one.record_id for one in sheet.leaving.rated} == rated
        assert rated
    page = page_of(caseload, SheetKind.CONFERENCE, maya, span=whole)
    assert "project 1: met (Nov 24, 2025)" in section(page, "What came of it")
    this_term = page_of(caseload, SheetKind.CONFERENCE, maya)
    assert not section(this_term, "What came of it")


def test_what_is_included_is_the_advisors_choice(caseload: Caseload, maya: Student) -> None:
    usual = sheet_of(caseload, SheetKind.CONFERENCE, [maya.id], {})
    private = next(
        one.record for one in usual.leaving.stays if isinstance(one.record, Evidence) and one.record.seen == SECRET
    )
    other = sheet_of(caseload, SheetKind.CONFERENCE, [maya.id], {}, included={private.id})
    assert SECRET in [line.text for line in other.pages[0].lines]
    assert other.leaving.included == (private.id,)


def test_nobody_and_days_out_of_order_are_refused(caseload: Caseload, maya: Student) -> None:
    with pytest.raises(Refusal, match="nobody"):
        sheet_of(caseload, SheetKind.CONFERENCE, [], {})
    with pytest.raises(Refusal, match="before the first"):
        sheet_of(caseload, SheetKind.CONFERENCE, [maya.id], {}, span=Span(TODAY, TODAY - WEEK))


def test_days_are_typed_in_part_or_whole_and_a_substitute_gets_one(caseload: Caseload) -> None:
    add_term(caseload)

    def asked(kind: SheetKind, first: str, last: str = "") -> Span | None:
        return asked_span(caseload, kind, first, last, day_first=False)

    begins = date(2026, 8, 31)
    for kind, usual in ((SheetKind.STAFF, Span(begins, TODAY)), (SheetKind.SUBSTITUTE, Span(TODAY, TODAY))):
        assert usual_span(caseload, kind) == usual
        assert asked(kind, " ", " ") is None
    first, friday, next_friday = date(2026, 9, 7), date(2026, 11, 20), date(2026, 11, 27)
    assert asked(SheetKind.STAFF, "9/7") == Span(first, TODAY)
    assert asked(SheetKind.STAFF, " ", "fri") == Span(begins, friday)
    assert asked(SheetKind.STAFF, "9/7", "fri") == Span(first, friday)
    assert (
        asked(SheetKind.SUBSTITUTE, "fri") == asked(SheetKind.SUBSTITUTE, " ", "fri") == Span(next_friday, next_friday)
    )
    assert asked(SheetKind.SUBSTITUTE, "fri", "9/7") == Span(next_friday, next_friday)
