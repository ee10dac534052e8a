"""Every short text about a student's things, with each of its parts there and missing, compared with `told/`."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from defense_case import near_plan, without_season
from msgspec.structs import replace
from pact_case import agreed, reworded
from record_case import NOW, TODAY, make
from told_case import StandIn, compare

from advisory.caseload.caseload import Caseload
from advisory.casework.student.mark_away import mark_away
from advisory.model import (
    Attempt,
    CheckIn,
    CognitiveInsight,
    Commitment,
    Evidence,
    FamilyContact,
    FollowUp,
    KnownWell,
    Milestone,
    Pact,
    PanelMember,
    Partnership,
    Revision,
)
from advisory.model.defense_words import DefenseOutcome, MilestoneStatus
from advisory.model.words import (
    AttemptResult,
    EvidenceSource,
    Facet,
    Independence,
    InsightStatus,
    Kind,
    LearnedHow,
    Level,
    PactOutcome,
    PactStatus,
    Party,
    Stage,
    Visibility,
)
from advisory.rules.days.contact_strip import DayCell
from advisory.rules.learning.trend import derive_trend
from advisory.tui.highlighted import Highlighted
from advisory.tui.prose import Prose, Shade
from advisory.tui.words import (
    back,
    contact_strip,
    copied,
    defense,
    fact,
    family,
    insight,
    pact,
    pact_history,
    summary,
    trend,
)
from advisory.tui.words import round as rounds
from advisory.tui.words.revisions import revision_lines


@pytest.fixture
def screen(demo: Caseload) -> StandIn:
    return StandIn(demo)


DAYS = (
    None,
    TODAY - timedelta(400),
    TODAY - timedelta(7),
    TODAY - timedelta(1),
    TODAY,
    TODAY + timedelta(1),
    TODAY + timedelta(9),
)
SHADES = tuple(Prose(shade=shade) for shade in (Shade.OFF, Shade.INITIALS))


def test_a_student_in_brief(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    maya = caseload.one("Maya")
    line = caseload.summary(maya.id)
    told = [f"{seen} of {wanted}: {summary.sign_marks(seen, wanted)}" for seen in range(4) for wanted in range(4)]
    for stage in (None, *Stage):
        for stage_age in (None, 0, 34):
            one: Any = SimpleNamespace(stage=stage, stage_age=stage_age)
            told.append(f"{stage} {stage_age}: {summary.stage_mark(one)} · {summary.stage_mark(one, with_age=False)}")
    for focal in (True, False):
        for since in (None, TODAY):
            for why in ("", "quiet"):
                student = replace(
                    maya, focal=focal, focal_since=since if focal else None, focal_why=why if focal else ""
                )
                told += [
                    f"{focal} {since} {why}: {summary.focal_text(replace(line, student=student), prose)}"
                    for prose in SHADES
                ]
    two = tuple(
        make(FollowUp, at, text=text, owner=Party.ADVISOR, due_on=due_on)
        for at, (text, due_on) in enumerate((("first", TODAY), ("second", None)), 1)
    )
    told += [
        f"{[one.text for one in some]}: {summary.next_text(replace(line, promises=some), SHADES[0])}"
        for some in (two, two[::-1], ())
    ]
    step = make(Partnership, next_step="ask about rowing")
    told.append(summary.next_text(replace(line, promises=(), partnership=step), SHADES[0]))
    for owner in (Party.ADVISOR, Party.STUDENT):
        told += [
            f"{owner} {on}: {summary.promise_look(make(FollowUp, text='x', owner=owner, due_on=on), TODAY)}"
            for on in DAYS
        ]
    for cells in (0, 3, 5, 9):
        for strip in (
            (),
            (
                DayCell.BEFORE,
                DayCell.NOTHING,
                DayCell.AWAY,
                DayCell.ATTEMPT,
                DayCell.CONTACT,
                DayCell.CONTACT,
                DayCell.ONE_TO_ONE,
            ),
        ):
            told.append(
                f"{cells} of {len(strip)}: {[(span.text, span.look) for span in contact_strip.strip_line(strip, cells)]}"
            )
    for first in (None, TODAY - timedelta(30)):
        told.append(f"{first}: {[span.text for span in contact_strip.dated_strip(line, first)]}")
    compare(told, "words_brief")


def test_a_pact_with_its_bars_at_each_width(screen: StandIn) -> None:
    line = screen.desk.caseload.summary(screen.desk.caseload.one("Maya").id)
    told: list[str] = []
    seen = [make(Evidence, at, source=EvidenceSource.QUIZ, seen="x", level=level, target="t", seen_on=TODAY) for at, level in enumerate(Level, 1)]  # fmt: skip
    for title in ("maps", "a name of its own"):
        named = make(Pact, title=title, learning_target="x", status=PactStatus.ACTIVE)
        one = replace(line, pact=named, trend=derive_trend(seen))
        told += [f"{cells}: {summary.pact_trend_text(one, SHADES[0], cells)}" for cells in range(6, 25)]
    compare(told, "words_bars")


def test_learning_and_facts() -> None:
    told: list[str] = []
    seen = [
        make(
            Evidence,
            at,
            source=EvidenceSource.QUIZ,
            seen="x",
            level=level,
            independence=alone,
            target="t",
            seen_on=TODAY - timedelta(30 - at),
        )
        for at, (level, alone) in enumerate(zip(Level, Independence, strict=False), 1)
    ]
    for some in (
        seen[:1],
        seen,
        [replace(one, level=None) for one in seen],
        [replace(one, independence=None) for one in seen],
    ):
        for prose in SHADES:
            for cells in (12, 40, 90):
                found = derive_trend(some)
                lines = trend.trend_lines(found, prose, TODAY, cells) if found else ()
                told.append(
                    f"{len(some)} {prose.shade.name} {cells}: {[[(span.text, span.look) for span in line] for line in lines]}"
                )
    for on in DAYS:
        for result in (AttemptResult.NOT_TRIED, AttemptResult.WORKED):
            for note in ("", "twice"):
                told += [
                    insight.attempt_text(SHADES[0], Attempt(strategy="fold", on=on, result=result, note=note), TODAY)
                ]
    for alone in (None, TODAY):
        for used in ("", "music"):
            one = make(
                CognitiveInsight,
                noticed_on=TODAY,
                misconception="x",
                status=InsightStatus.OPEN,
                self_corrects_on=alone,
                transferred_to=used,
            )
            told += [f"{alone} {used}: {insight.since_text(prose, one, TODAY)}" for prose in SHADES]
    compare(told, "words_learning")


def test_facts_and_the_family() -> None:
    told: list[str] = []
    facts = [
        make(
            KnownWell,
            at,
            facet=Facet.NAME,
            text=f"fact {at}",
            learned_on=TODAY,
            how=LearnedHow.TOLD_ME,
            sensitive=sensitive,
        )
        for at, sensitive in enumerate((False, True, True), 1)
    ]
    for some in ([], facts[:1], facts[1:2], facts):
        for asked in (False, True):
            visible = fact.visible_facts(some, asked=asked)
            told.append(
                f"{len(some)} {asked}: {[one.text for one in visible.shown]} {visible.hidden} {fact.hidden_words(visible.hidden, 'x')}"
            )
    told += [fact.fact_words(one, prose, TODAY) for one in facts[:2] for prose in SHADES]
    for on in DAYS:
        for days in (None, 0, 7):
            word: Any = SimpleNamespace(good_word_on=on, good_word_age=days)
            told.append(
                f"{on} {days}: {family.last_good_words(word, TODAY)} · {family.last_good_word_brief(word, TODAY)} · {family.good_word_home(make(CheckIn, happened_on=on) if on else None, days, TODAY)}"
            )
    for person in (
        FamilyContact(name="Obi"),
        FamilyContact(
            name="Obi", relation="uncle", language="Igbo", phone="5", email="a@b.c", best_time="noon", may_contact=False
        ),
    ):
        told += [family.person_words(person, prose) for prose in SHADES]
    compare(told, "words_facts")


def test_pacts_and_how_they_are_kept(screen: StandIn) -> None:
    desk = screen.desk
    told: list[str] = []
    plain = make(Pact, learning_target="I can wait", status=PactStatus.DRAFT)
    for status in PactStatus:
        for start_on, target_on in (
            (None, None),
            (TODAY, None),
            (None, TODAY),
            (TODAY - timedelta(9), TODAY + timedelta(9)),
        ):
            for closed_on, outcome in (
                ((None, None), (TODAY, None), (TODAY, PactOutcome.MET))
                if status is PactStatus.CLOSED
                else ((None, None),)
            ):
                one = SimpleNamespace(
                    status=status, start_on=start_on, target_on=target_on, closed_on=closed_on, outcome=outcome
                )
                told.append(f"{status} {start_on} {target_on} {closed_on} {outcome}: {pact.state_words(one, TODAY)}")
        told += [
            f"{status} {on}: {pact.look_words(SimpleNamespace(status=status, next_review_on=on, review_every=plain.review_every), TODAY)}"
            for on in DAYS
        ]
    begun = agreed(desk.caseload, desk.caseload.one("Elif"), start_on=TODAY - timedelta(21))
    for agreements in ((), begun.agreements[:1], begun.agreements[1:], begun.agreements):
        told += [pact.agreement_words(replace(begun, agreements=agreements), prose, TODAY) for prose in SHADES]
    told.append(pact.agreement_words(begun, SHADES[0], TODAY, 9))
    for kept, own in (
        ((), ()),
        ((TODAY,), ()),
        ((TODAY,), (TODAY,)),
        ((TODAY - timedelta(14), TODAY - timedelta(7), TODAY), (TODAY - timedelta(7),)),
    ):
        told.append(pact.kept_words(begun, Commitment(text="read", how_often="weekly", kept=kept, own_marks=own), desk))
    compare(told, "words_pacts")


def test_what_a_pact_said_before(caseload: Caseload) -> None:
    desk = StandIn(caseload).desk
    told = [
        f"{one.heading}: {[(span.text, span.look) for span in one.texts]}"
        for one in pact_history.wordings(desk, reworded(caseload))
    ]
    desk.prose.shade = Shade.INITIALS
    told += [
        f"{one.heading}: {[span.text for span in one.texts]}" for one in pact_history.wordings(desk, caseload.pacts[0])
    ]
    compare(told, "words_history")


def test_a_day_and_its_milestones(screen: StandIn) -> None:
    desk = screen.desk
    without_season(desk.caseload)
    plan = near_plan(desk.caseload)
    told: list[str] = []
    for status in MilestoneStatus:
        for due_on in DAYS[1:]:
            for before, mine in ((0, False), (3, True), (-2, False)):
                one = Milestone(
                    key="x",
                    label="x",
                    days_before=before,
                    due_on=due_on,
                    mine=mine,
                    status=status,
                    done_on=TODAY if status is MilestoneStatus.READY else None,
                )
                mark = defense.milestone_mark(one, TODAY)
                told.append(
                    f"{status} {due_on} {before} {mine}: {mark.text} {mark.look} · {defense.milestone_words(one, TODAY)}"
                )
    for outcome in (None, *DefenseOutcome):
        for held_on in (TODAY - timedelta(1), TODAY, TODAY + timedelta(1), date(2026, 12, 4)):
            told += [
                f"{outcome} {held_on}: {defense.away_words(desk, SimpleNamespace(outcome=outcome, held_on=held_on))}"
            ]
    for member in (
        PanelMember(name="Ms. Ortiz"),
        PanelMember(name="Ms. Ortiz", role="biology", asked_on=TODAY),
        PanelMember(name="Ms. Ortiz", asked_on=TODAY, confirmed_on=TODAY),
    ):
        told += [defense.panel_words(prose, member, TODAY) for prose in SHADES]
    for desk.prose.shade in (Shade.OFF, Shade.INITIALS):
        for place in ("", "gym"):
            told.append(defense.head_words(desk, replace(plan, place=place)))
    compare(told, "words_days")


def test_what_is_copied_of_a_record(screen: StandIn) -> None:
    desk = screen.desk
    maya = desk.caseload.one("Maya").id
    told = []
    for record in (
        {"check_in": make(CheckIn, student=maya, line="x")}, {"check_in": make(CheckIn, student=maya, line="x", body="more", student_says="yes", visibility=Visibility.SHAREABLE)},
        {"check_in": make(CheckIn, student="s0009999", line="x")}, {"learning": make(Evidence, student=maya, source=EvidenceSource.QUIZ, seen="both", next_step="sevenths")},
        {"learning": make(Evidence, student=maya, source=EvidenceSource.QUIZ, seen="both")},
        {"learning": make(CognitiveInsight, student=maya, noticed_on=TODAY, thinking="adds", misconception="halves add", status=InsightStatus.OPEN, attempts=(Attempt(strategy="fold", result=AttemptResult.SOME), Attempt(strategy="cut")))},
        {"fact": make(KnownWell, student=maya, facet=Facet.NAME, text="MY-ah", learned_on=TODAY, how=LearnedHow.TOLD_ME)}, {},
    ):  # fmt: skip
        for drawn in ("", "the line"):
            for student in (maya, ""):
                told += [
                    f"{[*record]} {drawn!r} {student}: {copied.copied(desk, Highlighted(desk, student, **record), drawn)}"
                ]
    compare(told, "words_copied")


def test_who_is_back_and_how_far_the_round_is(screen: StandIn) -> None:
    caseload, desk = screen.desk.caseload, screen.desk
    maya, kai, jun = (caseload.one(name).id for name in ("Maya", "Kai", "Jun"))
    told = []
    for cells in (0, 10, 20, 30, 40, 50, 60, 70, 80, 100, 140):
        told += [f"{cells}: {rounds.round_line(desk, cells)}"]
    told.append(rounds.round_words_in_full(desk))
    for one in (maya, kai, jun):
        told += [f"{rounds.planned_words(desk, one)!r} {rounds.planned_words(desk, one, ', ')!r}"]
    for one in (maya, kai):
        mark_away(caseload, one, TODAY, TODAY)
    told.append(f"{[desk.short(one) for one in back.away_of(desk, (maya, jun, kai))]}")
    for were in ((), (maya,), (jun,), (jun, maya), (jun, caseload.one("Nia").id)):
        told += [f"{len(were)} {named}: {back.back_words(desk, were, is_named=named)!r}" for named in (True, False)]
    compare(told, "words_back")


def test_what_an_edit_changed(screen: StandIn) -> None:
    desk = screen.desk
    maya = desk.caseload.one("Maya").id
    was: tuple[dict[str, Any], ...] = (
        {"student": maya}, {"student": "s0009999"}, {"pact": ""}, {"insight": "k1"}, {"line": ""}, {"body": "x" * 30}, {"student_says": "yes"}, {"counts_contact": True},
        {"counts_one_to_one": False}, {"tags": ["maps", "lab"]}, {"tags": []}, {"minutes": None}, {"minutes": 7}, {"topic": ""}, {"happened_on": "2026-11-20"}, {"kind": "quick_touch"},
        {"medium": "phone"}, {"not_made_reason": "absent"}, {"feeling": 3}, {"counts_contact": True, "minutes": 7, "line": "b", "student": maya}, {"part_of_day": None},
    )  # fmt: skip
    told = []
    for kind in (Kind.OBSERVATION, Kind.REFERRAL):
        for desk.prose.shade in (Shade.OFF, Shade.INITIALS):
            for one in was:
                note = make(CheckIn, kind=kind, revisions=(Revision(at=NOW, was=one),))
                told += [f"{kind} {one}: {line}" for line in revision_lines(note, desk, longest=20)]
    desk.prose.shade = Shade.OFF
    two = make(CheckIn, revisions=(Revision(at=NOW, was={"line": "first"}), Revision(at=NOW, was={"line": "second"})))
    told += revision_lines(two, desk)
    compare(told, "words_revisions")
