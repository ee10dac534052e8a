"""What is drawn about everybody at the edge of each rule: in each width, with none, one and two of a thing, compared with `told/`."""

from collections.abc import Iterator
from datetime import date, time
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from bare_case import inked
from edge_case import Add, Edges, named, writing
from record_case import NOW, TODAY
from still_case import Still
from told_case import compare
from told_class import of, on

from advisory.caseload.caseload import Caseload
from advisory.caseload.year.year import year_of_partnerships
from advisory.caseload.year.year_end import YearEnd
from advisory.model import (
    Attempt,
    CatalogueMilestone,
    CatalogueSign,
    CheckIn,
    CognitiveInsight,
    DefensePlan,
    Evidence,
    ExportLog,
    FamilyContact,
    FollowUp,
    Indicator,
    KnownWell,
    MeetingPattern,
    Milestone,
    NoSchoolDay,
    Pact,
    Partnership,
    PlannedTalk,
    StageMove,
    Student,
    Tag,
    Term,
    TransitionNote,
)
from advisory.model.defense_words import DefenseOutcome, MilestoneStatus
from advisory.model.words import (
    AttemptResult,
    Audience,
    CheckInState,
    Direction,
    Facet,
    Independence,
    Kind,
    LearnedHow,
    MoveReason,
    NotMadeReason,
    PactStatus,
    Party,
    Stage,
    Status,
    Tone,
    Visibility,
)
from advisory.rules.family.good_word import HomeWord
from advisory.rules.learning.open_insights import NO_AREA, open_insights
from advisory.rules.overview.time_given import Given, SchoolWeek, TimeGiven
from advisory.rules.overview.week_review import STEPS, NotSeen, WeekReview, WeekStep, week_review
from advisory.rules.year_end.kept import Kept
from advisory.rules.year_end.steps import YearStep
from advisory.tui.drafts.unsaved import NOTE
from advisory.tui.kept_drafts import kept_drafts
from advisory.tui.prose import Shade
from advisory.tui.screens.board.card import board_card, card_text
from advisory.tui.screens.board.detail_pane import PartnershipDetail
from advisory.tui.screens.defenses.detail_pane import SeasonDetail
from advisory.tui.screens.families.detail_pane import FamilyDetail
from advisory.tui.screens.families.rows import family_rows
from advisory.tui.screens.insights.detail_pane import InsightDetail
from advisory.tui.screens.insights.rows import insight_rows
from advisory.tui.screens.known_well.detail_pane import FactDetail
from advisory.tui.screens.search.detail_pane import FoundDetail
from advisory.tui.screens.search.rows import FoundRows, found_line, help_rows, marked_spans
from advisory.tui.screens.settings.rows import settings_rows
from advisory.tui.screens.time.rows import SERIES, bar_lengths, time_rows
from advisory.tui.screens.week.rows import week_rows
from advisory.tui.screens.year.screen import _path_row
from advisory.tui.screens.year_end.rows import year_end_rows
from advisory.tui.widgets.text.inked_block import InkedBlock
from advisory.tui.widgets.text.week_chart import week_chart

pytestmark = pytest.mark.usefixtures("bare")

LONG = f"So long that it has to be wrapped: {'0123456789' * 9} and then some."


class Panes(Edges):
    """Tells panes as well, at a width and a height."""

    def pane(self, title: str, pane: InkedBlock, cells: int = 40, height: int = 20) -> None:
        """Every line of a pane."""
        pane.size = pane.size.with_height(height)
        self.told += [f"--- {title}", *(f"│{inked(line)}" for line in pane.block(cells))]


def _partnerships(add: Add) -> Iterator[tuple[str, str]]:
    """Title and id of a student for each way in which a card differs."""
    rapport, alliance, insight = Stage

    def at(name: str, stage: Stage, step: str = "", signs: int = 0, **pact: Any) -> str:
        (student,) = named(add, name, focal=signs == 1, focal_why="new" if signs == 1 else "")
        add(Partnership, student, stage=stage, next_step=step, entered_on=on(-signs))
        for number, key in enumerate(("listened", "student_started", "says_name", "listened")[:signs]):
            add(Indicator, student, stage=stage, key=key, observed_on=on(-9 - number))
        if pact:
            add(Pact, student, **pact)
        return student

    active = {"status": PactStatus.ACTIVE, "title": "bridges", "start_on": on(-30)}
    waits, past = {**active, "next_review_on": on(0)}, {**active, "target_on": on(-1)}
    yield "no partnership", named(add, "None")[0]
    yield "no sign", at("No", rapport)
    for signs in (1, 2, 3, 4):
        yield f"{signs} signs", at(f"Of{signs}", rapport, LONG if signs == 2 else "Ask", signs, **(active if signs > 2 else {}))  # fmt: skip
    yield "alliance", at("Al", alliance, "Hold the review", 1, **waits)
    yield "alliance, its day passed", at("Bo", alliance, LONG, 0, **past)
    yield "a pact on hold", at("Cy", alliance, "", 2, **{**active, "status": PactStatus.PAUSED})
    yield "a long pact", at("Di", rapport, "Ask", 1, **{**waits, "title": LONG})
    yield "insight without a sign", at("Ed", insight, LONG)
    for signs in (1, 2):
        student = at(f"In{signs}", insight, LONG, signs, **{**active, "next_review_on": on(5)})
        add(Evidence, student, pact=f"g{0:06}9", independence=Independence.ON_OWN)
        yield f"insight with {signs}", student


def test_the_board(caseload: Caseload) -> None:
    with writing(caseload) as add:
        students = [*_partnerships(add)]
        last = students[-1][1]
        for moved, to, why in ((-9, Stage.ALLIANCE, MoveReason.LONG_ABSENCE), (-8, Stage.COGNITIVE_INSIGHT, MoveReason.OTHER), (-7, Stage.ALLIANCE, MoveReason.OTHER), (-6, Stage.COGNITIVE_INSIGHT, MoveReason.SIGNS_SEEN)):  # fmt: skip
            of_stage = Stage.RAPPORT if to is Stage.ALLIANCE else Stage.ALLIANCE
            add(StageMove, last, moved_on=on(moved), from_stage=of_stage, to_stage=to, direction=Direction.FORWARD, reason_key=why, override=moved == -8)  # fmt: skip
    panes = Panes(caseload)
    desk = panes.desk
    for title, student in students:
        line = caseload.summary(student)
        card = board_card(desk, line)
        panes.told.append(f"=== {title}: {card._names()} {card._foot}")
        for lines in (2, 3, 4, 5):
            for cells in (14, 20, 26, 40):
                text = " ╱ ".join(map(inked, card_text(desk, line, cells, lines)))
                panes.told.append(f"{lines} lines of {cells}: {text}")
    pane = PartnershipDetail(desk)
    panes.pane("before anything is shown", pane)
    for title, student in students:
        pane.show(student)
        panes.pane(title, pane)
        for cells in (80, 30):
            panes.pane(f"{title}, low", pane, cells, 2)
    panes.pane("a line more", pane, 40, 3)
    desk.prose.shade = Shade.INITIALS
    for title, student in students[-2:]:
        panes.told += [f"shaded {title}", *map(inked, card_text(desk, caseload.summary(student), 30, 4))]
    panes.pane("shaded", pane)
    pane.show("")
    panes.pane("nobody", pane)
    compare(panes.told, "edges_board")


def test_how_they_think(caseload: Caseload) -> None:
    panes = Panes(caseload)
    desk = panes.desk
    panes.rows("nobody is there", insight_rows(desk, []))
    with writing(caseload) as add:
        one, other = named(add, "Featherstonehaugh-Cholmondeley", "Cai")
    panes.rows("nothing is open", insight_rows(desk, []))
    with writing(caseload) as add:
        tried = (of(Attempt, "Draw it", on(-6), AttemptResult.SOME, "two"), of(Attempt, LONG, None))
        first = add(CognitiveInsight, one, area="physics", misconception="heavier things fall faster", attempts=tried, builds_on=LONG, thinking=LONG)  # fmt: skip
        add(CognitiveInsight, other, area="Physics", misconception="Heavier things fall faster!", attempts=tried[:1])
        add(CognitiveInsight, other, misconception="lighter things fall faster", area="physics", noticed_on=on(-1))
        bare = add(CognitiveInsight, other, misconception=LONG, self_corrects_on=on(-1), transferred_to="music")
    areas = open_insights(caseload.insights)
    for cells in (100, 84, 60, 48, 45, 20):
        panes.rows(f"in {cells} cells", insight_rows(desk, areas), cells)
    panes.rows("of one student", insight_rows(desk, open_insights(caseload.insights[:1])))
    assert any(area.area == NO_AREA for area in areas)
    pane = InsightDetail(desk)
    panes.pane("before anything is shown", pane)
    for title, insight in (("all of it", first), ("little", bare), ("nothing", None)):
        pane.show(insight)
        panes.pane(title, pane)
    desk.prose.shade = Shade.INITIALS
    panes.rows("shaded", insight_rows(desk, areas))
    pane.show(first)
    panes.pane("shaded", pane)
    compare(panes.told, "edges_insights")


def test_what_went_home(caseload: Caseload) -> None:
    people = (of(FamilyContact, "Ida", "mother", "Danish", "555", "i@x.org", "after six"), of(FamilyContact, LONG, may_contact=False))  # fmt: skip
    with writing(caseload) as add:
        one, bare, closed = (add(Student, given_name=name, family_name="Reed", family_contacts=those).id for name, those in (("Ada", people), ("Bo", ()), ("Featherstonehaugh", people[1:])))  # fmt: skip
        for at, (tone, made, sight) in enumerate(((Tone.NEUTRAL, True, Visibility.STAFF), (Tone.CONCERN, True, Visibility.STAFF), (Tone.CELEBRATE, False, Visibility.STAFF), (Tone.CONCERN, True, Visibility.PRIVATE), (Tone.CELEBRATE, True, Visibility.PRIVATE))):  # fmt: skip
            add(CheckIn, one, kind=Kind.FAMILY_CONTACT, tone=tone, line=f"{at} {LONG}" if at != 3 else "", person="" if at == 1 else "Ida", contact_made=made, not_made_reason=None if made else NotMadeReason.NO_ANSWER, counts_contact=made, visibility=sight, happened_on=on(-9 + at))  # fmt: skip
        add(CheckIn, one, kind=Kind.OBSERVATION, line="not to the family")
    panes = Panes(caseload)
    desk = panes.desk
    counts = {"celebrations": 1, "concerns": 2, "others": 10, "attempts": 0}
    words = [
        HomeWord(student=desk.student(one), good_word_on=on(-5), good_word_age=4, is_this_term=True, **counts),
        HomeWord(student=desk.student(bare), good_word_on=on(-90), good_word_age=60, is_this_term=False, concerns=1),
        HomeWord(student=desk.student(closed), good_word_on=on(0), good_word_age=0, is_this_term=True),
        HomeWord(student=desk.student(bare), good_word_on=None, good_word_age=None, is_this_term=False, attempts=3),
    ]
    for cells in (90, 77, 76, 75, 60, 52, 40):
        panes.rows(f"in {cells} cells", family_rows(desk, words, cells), cells)
    pane = FamilyDetail(desk)
    panes.pane("before anything is shown", pane)
    for student in (one, bare, "s9", ""):
        pane.show(student)
        panes.pane(f"{student or 'nobody'}", pane)
    pane.show(one)
    desk.prose.keeps_private = True
    panes.pane("kept back", pane)
    desk.prose.keeps_private = False
    desk.prose.shade = Shade.INITIALS
    panes.pane("shaded", pane)
    compare(panes.told, "edges_families")


def test_who_gets_your_time(caseload: Caseload) -> None:
    with writing(caseload) as add:
        ids = named(add, "Ada", "Bo", "Cai", "Featherstonehaugh")
    panes = Panes(caseload)
    desk = panes.desk

    def given(at: int, ones: int, contacts: int, **more: Any) -> Given:
        made = {"since": on(-60), "came_later": False, "school_days": 40, "one_to_ones": ones, "contacts": contacts}
        return Given(student_id=ids[at], **{**made, **more})

    few = (given(0, 0, 0), given(1, 1, 1, minutes=9, timed=1, by_advisor=1), given(2, 2, 9, on_leave=True, minutes=50, timed=7, by_student=9, celebrations=3, concerns=2, attempts=1), given(3, 3, 12, came_later=True, since=on(-9)))  # fmt: skip
    many = (given(0, 1, 1), given(1, 0, 40), given(2, 39, 40, on_leave=True), given(3, 50, 40, came_later=True))
    monday = date(2026, 11, 16)
    weeks = [SchoolWeek(date.fromordinal(monday.toordinal() + 7 * at), (9 + at, 11, 12)) for at in (-2, -1, 0, 1)]
    for title, students in (("few", few), ("many", many), ("one", few[1:2]), ("nobody", ())):
        for cells in (120, 100, 99, 70, 69, 50):
            told = TimeGiven(on(-60), cells > 70, students, tuple(weeks[: 4 if cells > 99 else 3]))
            panes.rows(f"{title} in {cells} cells", time_rows(desk, told, cells, 40), cells)
    told = TimeGiven(on(-60), True, few, tuple(weeks))
    rows = len(time_rows(desk, told._replace(weeks=()), 120, 40))
    panes.rows("without a week", time_rows(desk, told._replace(weeks=()), 120, 40))
    for height in range(18, 32):
        shown = time_rows(desk, told, 120, height)
        panes.told.append(f"{height} high: {len(shown)} rows, {len(shown) - rows} more than without a chart")
    for ones, contacts, most, cells in ((0, 0, 0, 5), (1, 1, 1, 1), (1, 2, 5, 5), (1, 2, 6, 5), (1, 30, 60, 5), (0, 1, 60, 5), (9, 2, 5, 20), (3, 60, 60, 0)):  # fmt: skip
        lengths = bar_lengths(given(0, ones, contacts), most, cells)
        panes.told.append(f"{ones} of {contacts}, where {most} is the most, in {cells}: {[*map(int, lengths)]}")
    compare(panes.told, "edges_time")


def test_the_settings(caseload: Caseload) -> None:
    panes = Panes(caseload)
    desk = panes.desk
    panes.rows("nothing entered", settings_rows(desk, "advisory-dark"))
    with writing(caseload) as add:
        add(MeetingPattern)
        add(MeetingPattern, weekdays=(0, 1))
        for title, starts, ends in (("One day", on(1), on(1)), ("Long ago", on(-300), on(-200)), ("This week", on(-1), on(4)), ("Of last year, to July", date(2026, 2, 1), date(2026, 7, 31)), ("To August", date(2026, 7, 1), date(2026, 8, 1))):  # fmt: skip
            add(Term, title=title, starts_on=starts, ends_on=ends)
            if "To August" in title or ends < on(-100):
                add(NoSchoolDay, title=title, starts_on=starts, ends_on=ends)
        add(CatalogueSign)
        add(CatalogueSign, key="listened", label="reworded", stage=Stage.RAPPORT, hidden=True)
        add(CatalogueMilestone, hidden=True, mine=True)
        add(CatalogueMilestone, key="party", label="a party", days_before=-1)
    desk.keys["undo"] = "f2"
    desk.configuration.choose(day_first=True, starts_shaded=True, collapse_private=True, idle_shade=1)
    for cells in (75, 74, 73, 40):
        panes.rows(f"in {cells} cells", settings_rows(desk, "light"), cells)
    for minutes in (0, 2):
        desk.configuration.choose(idle_shade=minutes, starts_shaded=False)
        shown = [row for row in settings_rows(desk, "light") if "idle" in row.key or "private" in row.key]
        panes.rows(f"hidden after {minutes}", shown)
    compare(panes.told, "edges_settings")


def test_facts(caseload: Caseload) -> None:
    with writing(caseload) as add:
        (one,) = named(add, "Ada")
        for text, days, more in (("short", -1, {}), (LONG, -2, {}), ("earlier", -400, {}), ("secret", -3, {"sensitive": True}), ("x" * 19, 0, {}), ("y" * 20, 0, {})):  # fmt: skip
            add(KnownWell, one, facet=Facet.INTERESTS, text=text, learned_on=on(days), how=LearnedHow.OBSERVED, **more)
        add(KnownWell, one, facet=Facet.HOPES, learned_on=on(-400))
        add(KnownWell, one, facet=Facet.STRESS, sensitive=True)
        shared = add(KnownWell, one, facet=Facet.SKILLS, text="sews")
        add(ExportLog, rows=(shared.id,), students=(one,), audience=Audience.FAMILY, given_on=on(-1))
    panes = Panes(caseload)
    pane = FactDetail(panes.desk)
    panes.pane("before anything is shown", pane)
    for facet in (Facet.INTERESTS, Facet.HOPES, Facet.STRESS, Facet.SKILLS, Facet.PEERS):
        for asked, height in ((False, 6), (True, 6), (False, 5)):
            pane.show(one, facet, asked=asked)
            panes.pane(f"{facet.label}, {'all' if asked else 'some'}, {height} high", pane, 36, height)
    pane.show("", Facet.SKILLS, asked=False)
    panes.pane("nobody", pane)
    compare(panes.told, "edges_facts")


def test_the_friday_review(caseload: Caseload) -> None:
    with writing(caseload) as add:
        add(Term, starts_on=date(2026, 9, 1), ends_on=date(2027, 1, 15))
        (none,) = named(add, "None", joined_on=on(-60))
        (seen,) = named(add, "Featherstonehaugh-Cholmondeley", focal=True, focal_why=LONG, focal_since=on(-9))
        (focal,) = named(add, "Fay", focal=True)
        add(CheckIn, seen, happened_on=on(-40))
        add(CheckIn, focal, happened_on=on(-3), kind=Kind.OBSERVATION, initiator=Party.STUDENT)
        add(PlannedTalk, none, on=on(2))
        promises = [add(FollowUp, student, owner=owner, due_on=due if due is None else on(due), text=LONG if due == 1 else "do it") for student in (none, seen) for owner in (Party.ADVISOR, Party.FAMILY) for due in (-1, 0, 1, None)]  # fmt: skip
        pacts = [add(Pact, student, status=PactStatus.ACTIVE, title=title, target_on=on(end), next_review_on=None if days is None else on(days)) for student, title, days, end in ((none, "", -1, 30), (seen, LONG, 0, 30), (seen, "soon", 1, 30), (seen, "over", None, -1), (seen, "its last day", None, 0))]  # fmt: skip
    panes = Panes(caseload)
    desk = panes.desk
    lines = [caseload.summary(student) for student in (none, seen, focal)]
    review = week_review(caseload.summaries, caseload.home_words, caseload.calendar, caseload.today)
    mine = [one for one in promises if one.owner is Party.ADVISOR]
    theirs = [one for one in promises if one.owner is not Party.ADVISOR]
    full = review._replace(not_seen=[NotSeen(line, away) for line in lines for away in (False, True)], not_started=lines, promises=mine, promises_of_others=theirs, reviews=pacts, everybody=lines)  # fmt: skip
    for step in STEPS:
        for cells in (90, 60, 40):
            panes.rows(f"{step.label} in {cells} cells", week_rows(desk, step, full), cells)
        empty = WeekReview([], [], [], [], [], [], [], 0)
        panes.rows(f"{step.label}: none", week_rows(desk, step, empty))
    promised = WeekStep.PROMISES
    panes.rows("promises of others alone", week_rows(desk, promised, full._replace(promises=[])))
    panes.rows("mine alone", week_rows(desk, promised, full._replace(promises_of_others=[])))
    for cells in (36, 24):
        panes.rows(f"in {cells} cells", week_rows(desk, promised, full._replace(promises_of_others=[])), cells)
    with writing(caseload) as add:
        for one in caseload.store.all(Term):
            add(NoSchoolDay, starts_on=one.starts_on, ends_on=one.ends_on)
    desk.prose.shade = Shade.INITIALS
    for step in STEPS:
        panes.rows(f"{step.label}, shaded", week_rows(desk, step, full))
    compare(panes.told, "edges_week")


def test_the_years_end(caseload: Caseload) -> None:
    panes = Panes(caseload)
    desk = panes.desk

    def steps(title: str, *widths: int, ticked: set[str] | None = None) -> None:
        end, drafts = YearEnd(caseload), kept_drafts(desk)
        for step in YearStep:
            for cells in widths:
                rows = year_end_rows(desk, end, step, ticked or set(), drafts)
                panes.rows(f"{title}, {step.label} in {cells} cells, {end.open_in(step)} open", rows, cells)

    steps("nothing", 70)
    with writing(caseload) as add:
        add(Term, starts_on=date(2026, 9, 1), ends_on=date(2027, 1, 15))
        (one,) = named(add, "Featherstonehaugh-Cholmondeley", grade="12")
        (other,) = named(add, "Cai")
        add(Partnership, one)
        gone = [add(Student, given_name=name, family_name="Reed", status=status, left_on=date(2026, 10, 1)).id for name, status in (("Gus", Status.TRANSFERRED), ("Hal", Status.GRADUATED))]  # fmt: skip
        carried = add(FollowUp, one, due_on=date(2027, 10, 1), text="next year")
        for owner in (Party.ADVISOR, Party.STUDENT):
            for due in (-1, 0, 1, None):
                add(FollowUp, one, owner=owner, due_on=due if due is None else on(due), text=LONG if due else "do")
        for title, status, ends in (("a", PactStatus.ACTIVE, -1), (LONG, PactStatus.ACTIVE, 5), ("next", PactStatus.ACTIVE, 400), ("held", PactStatus.PAUSED, 5), ("new", PactStatus.DRAFT, 5), ("asked", PactStatus.PROPOSED, 5)):  # fmt: skip
            add(Pact, one, title=title, status=status, target_on=on(ends))
        for days, outcome in ((-1, None), (0, None), (1, None), (2, DefenseOutcome.POSTPONED)):
            add(DefensePlan, one, held_on=on(days), outcome=outcome)
        for line in (LONG, ""):
            add(CheckIn, one, line=line, state=CheckInState.JOT, happened_on=on(-1))
        add(CheckIn, one, happened_on=date(2025, 10, 1), line="old")
    desk.unsaved.keep(NOTE, other, {"text": "half"}, NOW)
    desk.unsaved.keep("group", "", {"text": "half"}, NOW)
    steps("all of it", 100, 60, 30, ticked={one, "f0000002", "g0000001"})
    desk.prose.keeps_private = True
    panes.rows("kept back", year_end_rows(desk, YearEnd(caseload), YearStep.UNFINISHED, set(), ()))
    desk.prose.keeps_private = False
    with writing(caseload) as add:
        add(FollowUp, other, due_on=date(2027, 10, 1), text="next year too")
        add(Partnership, other, school_year=2026)
        add(Term, title="New", starts_on=date(2027, 9, 1), ends_on=date(2028, 1, 1))
        add(Term, title="Newer", starts_on=date(2028, 1, 2), ends_on=date(2028, 6, 1))
        add(TransitionNote, gone[0])
        add(CheckIn, one, happened_on=date(2025, 10, 2), line="older")
        for kept in (*Kept,)[:1]:
            add(ExportLog, what=kept.called(2026), file="/tmp/kept", audience=Audience.STAFF)
    steps("further on", 70)
    assert carried.is_open
    desk.prose.shade = Shade.INITIALS
    steps("shaded", 70)
    compare(panes.told, "edges_year_end")


def test_the_friday_review_in_summer_and_where_no_term_covers_today(caseload: Caseload, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    with writing(caseload) as add:
        (one,) = named(add, "Ada")
        add(Term, starts_on=date(2026, 2, 1), ends_on=date(2026, 6, 12))
    panes = Panes(caseload)
    for today in (TODAY, date(2026, 7, 10)):
        monkeypatch.setattr(Caseload, "today", today)
        lines = [caseload.summary(one)]
        review = WeekReview([NotSeen(lines[0], False)], lines, [], [], [], [], lines, 0)
        for step in STEPS:
            panes.rows(f"{step.label} on {today}", week_rows(panes.desk, step, review))
    compare(panes.told, "edges_week_without_term")


def _steps(*due: int, ready: int = 0) -> tuple[Milestone, ...]:
    """Milestones due so many days from now, the first of them ready, every second one the advisor's."""
    status = [MilestoneStatus.READY] * ready + [MilestoneStatus.TO_DO] * len(due)
    return tuple(
        of(Milestone, f"m{at}", f"step {at}", 20 - at, on(days), at % 2 == 1, status[at], on(-1) if at < ready else None) for at, days in enumerate(due)
    )  # fmt: skip


def test_the_season_and_its_detail_pane(caseload: Caseload) -> None:
    with writing(caseload) as add:
        one, other, bare = named(add, "Featherstonehaugh-Cholmondeley", "Cai", "Dee")
        plan = add(DefensePlan, one, held_on=on(11), milestones=_steps(-1, 0, 1, 9), claim="Why?")
        add(DefensePlan, other, held_on=on(11), milestones=_steps(-1, 0, 1, 9, ready=4))
    panes = Panes(caseload)
    pane = SeasonDetail(panes.desk)
    panes.pane("before anything is shown", pane)
    milestone = plan.milestones[1]
    for title, shown in {
        "nobody": ("", None, None, ()),
        "no day": (bare, None, None, ()),
        "a plan": (one, plan, None, ()),
        "a milestone": (one, plan, milestone, ()),
        "clashes": (one, plan, milestone, ("Two at once.", LONG)),
    }.items():
        pane.show(*shown)
        for height in (5, 6):
            panes.pane(f"{title}, {height} high", pane, 40, height)
    pane.show(other, caseload.store.of_student(DefensePlan, other)[0], None, ())
    panes.pane("all of it ready", pane)
    panes.desk.prose.shade = Shade.INITIALS
    pane.show(one, plan, milestone, ("Two at once.",))
    panes.pane("shaded", pane)
    compare(panes.told, "edges_season")


async def test_what_is_said_above_the_season(caseload: Caseload) -> None:
    told: list[str] = []

    def season(title: str) -> None:
        still = Still(caseload, "defenses", cells=100, height=14, pane=24)
        shown = (line.strip() for line in still.told if line.lstrip().startswith(("season", "body")))
        told.extend([f"--- {title}", *shown])

    season("nobody")
    with writing(caseload) as add:
        ids = named(add, "Ada", "Bo", "Cai", "Dee", "Eli")
    season("nobody has a day")
    with writing(caseload) as add:
        more = [add(Student, given_name=f"More{at}", family_name="Reed") for at in range(3)]
        early = add(DefensePlan, ids[0], held_on=on(30))
    season("seven have none")
    with writing(caseload) as add:
        add(DefensePlan, more[0].id, held_on=on(31))
    season("six have none")
    with caseload.store.change("Fewer", NOW) as change:
        for one in (*more, early, *caseload.store.of_student(DefensePlan, more[0].id)):
            change.remove(one)
    days: list[tuple[int, dict[str, Any]]] = [(11, {}), (14, {}), (-3, {"outcome": DefenseOutcome.PASSED, "feedback_on": on(-3)}), (-4, {}), (21, {"outcome": DefenseOutcome.POSTPONED})]  # fmt: skip
    for at, ((held, more), student) in enumerate(zip(days, ids, strict=True)):
        with writing(caseload) as add:
            add(DefensePlan, student, held_on=on(held), milestones=_steps(-1, 5, ready=at % 2), **more)
        season(f"{at + 1} of 5 have a day")
    with writing(caseload) as add:
        (clashing,) = named(add, "Fay")
        add(DefensePlan, clashing, held_on=on(11), starts=time(9), milestones=_steps(1))
        add(DefensePlan, ids[4], held_on=on(11), starts=time(9), milestones=_steps(1))
    season("two at once")
    with writing(caseload) as add:
        add(NoSchoolDay, starts_on=on(14), ends_on=on(14))
    season("one thing clashes")
    with writing(caseload) as add:
        add(NoSchoolDay, starts_on=on(11), ends_on=on(11))
    season("two things clash")
    compare(told, "edges_season_above")


def _search_of_nothing() -> tuple[Any, Any, tuple[str, ...]]:
    """A search that found what is gone by now."""
    gone = type("Gone", (), {"record_id": "c9"})()
    search = SimpleNamespace(found=[gone], place={"c9": 0, "c8": 1}.get)
    return SimpleNamespace(record=lambda _entry: None), search, ()


def test_what_is_found_and_gone_by_now(caseload: Caseload) -> None:
    rows = FoundRows(Edges(caseload).desk, *_search_of_nothing())
    assert (len(rows), [rows.place(key) for key in ("c9", "c8", "c7")]) == (1, [0, None, None])
    assert [inked(rows[0].draw(60)) for _ in range(2)] == ["{muted (no longer here)}"] * 2


def test_what_is_found_in_full(caseload: Caseload) -> None:
    with writing(caseload) as add:
        (one,) = named(add, "Featherstonehaugh")
        note = add(CheckIn, one, line=f"bridge {LONG} bridge", body="a bridge\n\nand bridges", tags=("lab", "bridge"), student_says="It holds")  # fmt: skip
        promise = add(FollowUp, one, text="abridged, then a bridge")
        fact = add(KnownWell, one, text=LONG)
    panes = Panes(caseload)
    desk = panes.desk
    pane = FoundDetail(desk)
    panes.pane("before anything is shown", pane)
    for words in ((), ("bridge",), ("bri", "and"), ("wrapped", "0123")):
        for record in (note, promise, fact):
            pane.show(record, words)
            for cells in (40, 16):
                panes.pane(f"{words} in {cells} cells", pane, cells)
            for cells in (120, 75, 74, 73, 40):
                panes.told.append(f"{cells}│{inked([*found_line(desk, record, words, cells)])}")
    spans = [
        inked([*marked_spans(desk, "one bridge and one bridge", ("bridge",), room)]) for room in (0, 4, 10, 14, 30)
    ]
    panes.told += spans
    desk.prose.keeps_private = True
    panes.told.append(inked([*found_line(desk, note, ("bridge",), 80)]))
    panes.pane("kept back", pane)
    pane.show(note, ("bridge",))
    panes.pane("kept back", pane)
    desk.prose.keeps_private = False
    desk.prose.shade = Shade.INITIALS
    panes.pane("shaded", pane)
    panes.told += [inked([*found_line(desk, note, ("bridge",), 80)]), *(inked(row.draw(70)) for row in help_rows())]
    compare(panes.told, "edges_found")


def test_the_paths_of_a_year(caseload: Caseload) -> None:
    with writing(caseload) as add:
        add(Term, starts_on=date(2026, 9, 1), ends_on=date(2027, 1, 15))
        (long, short) = named(add, "Featherstonehaugh-Cholmondeley", "Ada")
        rapport, alliance, insight = Stage
        for student, moves in ((long, ((-40, rapport, alliance), (-30, alliance, rapport), (-20, rapport, alliance), (-10, alliance, insight))), (short, ())):  # fmt: skip
            partnership = add(
                Partnership, student, stage=insight if moves else rapport, entered_on=on(-10 if moves else -60)
            )
            for moved, of_stage, to in moves:
                way = Direction.BACK if to is rapport else Direction.FORWARD
                add(StageMove, student, partnership=partnership.id, moved_on=on(moved), from_stage=of_stage, to_stage=to, direction=way)  # fmt: skip
    panes = Panes(caseload)
    for path in year_of_partnerships(caseload).paths:
        for cells in (120, 91, 90, 80, 70, 61, 60, 50, 40, 24):
            panes.rows(f"in {cells} cells", [_path_row(panes.desk, path)], cells)
    for weeks, cells, rows in product((0, 1, 3), (3, 4, 8, 30), (1, 2, 5)):
        monday = date(2026, 8, 31).toordinal()
        shown = [SchoolWeek(date.fromordinal(monday + 7 * at), (at, 1, 1)) for at in range(weeks)]
        chart = week_chart(shown, SERIES, cells, rows, now="now")
        panes.told += [f"--- {weeks} weeks in {cells} by {rows}", *(f"│{inked(line)}" for line in chart)]
    compare(panes.told, "edges_year")


def test_tags_that_are_offered_and_hidden(caseload: Caseload) -> None:
    told: list[str] = []
    for name, hidden in ((None, False), ("lab", False), ("old", True)):
        with writing(caseload) as add:
            if name:
                add(Tag, name=name, hidden=hidden)
        told += [f"--- {name}", *Still(caseload, "tags", cells=70, height=9, pane=1).told]
    with writing(caseload) as add:
        (one,) = named(add, "Ada")
        for days in (-1, -2):
            add(CheckIn, one, tags=("lab", "old", f"once{-days}"), happened_on=on(days))
    told += ["--- with notes", *Still(caseload, "tags", cells=70, height=9, pane=1).told]
    compare([line for line in told if "KeyBar" not in line], "edges_tags")
