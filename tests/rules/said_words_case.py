"""What the rules say: every refusal, and the texts that are shown as they stand, whole in said_words.txt.

`kept_text` says how said_words.txt is written anew.
Read what is new in it: it is right only once somebody has.
"""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from pathlib import Path

from record_case import NOW, TODAY, make

from advisory.model import (
    Agreement,
    Attempt,
    CheckIn,
    CognitiveInsight,
    Commitment,
    ExportLog,
    KnownWell,
    MeetingPattern,
    NoSchoolDay,
    Pact,
    SuccessLine,
    Term,
)
from advisory.model.words import (
    Agreed,
    AttemptResult,
    Audience,
    Direction,
    Facet,
    InsightStatus,
    Kind,
    MoveReason,
    Observer,
    PactOutcome,
    PactStatus,
    Stage,
    Visibility,
)
from advisory.rules.capture.card import GRAMMAR as MARKS
from advisory.rules.capture.line import read_capture
from advisory.rules.check_in.contact import refuse_detailed_referral, refuse_empty, refuse_future
from advisory.rules.check_in.own_hand import FEELINGS, refuse_nothing_left
from advisory.rules.days.calendar_check import refuse_odd_hours, refuse_odd_span, refuse_shared_days
from advisory.rules.days.contact_strip import DayCell
from advisory.rules.days.day_words import read_day
from advisory.rules.days.hour_words import read_hour, read_hours, read_weekdays
from advisory.rules.days.school_days import Calendar
from advisory.rules.days.term_words import SUMMER
from advisory.rules.learning.facet_question import SIDES
from advisory.rules.learning.feedback_moves import FEEDBACK_MOVES
from advisory.rules.learning.insight_life import new_attempt, refuse_empty_insight, refuse_insight
from advisory.rules.learning.trend import TargetError, derive_trend
from advisory.rules.leaving.ratchet import need_not_shared
from advisory.rules.leaving.reason import Instead, Reason
from advisory.rules.log.filters import GRAMMAR, LOG_GRAMMAR, WANTED_EVERYWHERE
from advisory.rules.log.query import read_query
from advisory.rules.next.plan import refuse_day as refuse_day_of_talk
from advisory.rules.next.suggestion import Reason as NextReason
from advisory.rules.overview.week_review import STEPS as WEEK_STEPS
from advisory.rules.overview.week_review import focal_words
from advisory.rules.pact.end import CLOSE_OR_GO_ON
from advisory.rules.pact.keeping import with_kept, with_met, with_next_review, with_own_mark
from advisory.rules.pact.life import (
    Yes,
    activated,
    agreed,
    closed,
    missing_fields,
    paused,
    refuse_dates,
    resumed,
    reworded,
)
from advisory.rules.pact.life import proposed as propose_pact
from advisory.rules.partnership.stage_gate import direction
from advisory.rules.refusal import Refusal
from advisory.rules.season.clashes import ClashKind
from advisory.rules.season.milestones import MILESTONES
from advisory.rules.season.schedule import Hours, propose, school_days_from
from advisory.rules.sheet.sheet_page import SheetKind
from advisory.rules.sheet.transition_note import ASKED
from advisory.rules.tag.tags import read_tag
from advisory.rules.year_end.pact_ending import PactEnding
from advisory.rules.year_end.steps import STEPS as YEAR_STEPS

WORDS = Path(__file__).with_name("said_words.txt")
DAY = timedelta(days=1)
PLAIN = Calendar()
LATER = date(2026, 12, 7)
STUDENT, ADVISOR = Observer.STUDENT, Observer.ADVISOR
TERM = make(Term, title="Autumn", starts_on=date(2026, 8, 31), ends_on=date(2026, 12, 18))
PERIOD = make(MeetingPattern, weekdays=(0, 2), starts=time(9, 40), ends=time(10, 10))
REFERRAL = make(CheckIn, kind=Kind.REFERRAL, counts_contact=False, counts_one_to_one=False, body="More")


def line(text: str) -> object:
    return read_capture(text, TODAY, named=True, next_period_on=TODAY + DAY)


def pact(status: PactStatus = PactStatus.ACTIVE, **fields: object) -> Pact:
    usual = {
        "success_evidence": (SuccessLine(text="one"),),
        "student_commitments": (Commitment(text="draws", kept=(TODAY,)),),
        "start_on": TODAY - 7 * DAY,
        "next_review_on": LATER,
    }
    return make(Pact, **{"status": status, **usual, **fields})


def insight(**fields: object) -> CognitiveInsight:
    return make(CognitiveInsight, status=InsightStatus.RESOLVED, **fields)


def yes(name: str) -> list[Yes]:
    return [Yes(STUDENT, name)]


BOTH = tuple(Agreement(party=one, name="M", on=TODAY, how=Agreed.SPOKEN, revision=1) for one in Observer)
CLOSED = pact(PactStatus.CLOSED, closed_on=TODAY, next_review_on=None)
EVERY_DAY_OFF = Calendar(no_school=[make(NoSchoolDay, starts_on=TODAY, ends_on=TODAY + 300 * DAY)])
SHARED = make(ExportLog, audience=Audience.FAMILY, given_on=date(2025, 11, 2))
REFUSED: list[Callable[[], object]] = [
    lambda: line(" "),
    lambda: line("ama, ben came"),
    lambda: line("mon: came"),
    lambda: line("ama mon: tue: came"),
    lambda: line("ama came >fri"),
    lambda: line("ama came >fri @student"),
    lambda: line("ama came >11/22/2026 bring tea"),
    lambda: line("ama came >nosuchday bring tea"),
    lambda: line(f"ama came >nosuch{'x' * 50} bring tea"),
    lambda: refuse_empty(" ", (), Kind.ONE_TO_ONE),
    lambda: refuse_detailed_referral(REFERRAL),
    lambda: refuse_future(TODAY + DAY, TODAY),
    lambda: refuse_nothing_left(" ", None, ""),
    lambda: refuse_odd_span("The term", TODAY, TODAY - DAY),
    lambda: refuse_odd_span("The term", TODAY, TODAY + 366 * DAY),
    lambda: refuse_odd_span("The break", TODAY, TODAY + 3660 * DAY),
    lambda: refuse_shared_days(date(2026, 12, 18), date(2027, 1, 8), [TERM]),
    lambda: refuse_odd_hours([], time(9), time(10), []),
    lambda: refuse_odd_hours([0], time(9), time(9), []),
    lambda: refuse_odd_hours([0, 1, 2, 4], time(10), time(10, 30), [PERIOD]),
    lambda: read_day(f" {'x' * 60} ", TODAY, past=True, day_first=False),
    lambda: read_day("x", TODAY, past=False, day_first=True),
    lambda: read_hours("10:35-10:05"),
    lambda: read_hours("10:05"),
    lambda: read_hours("25-26"),
    lambda: read_hour("x"),
    lambda: read_hour("2:05"),
    lambda: read_weekdays(" mon xday "),
    lambda: read_weekdays("12/7"),
    lambda: read_weekdays(" "),
    lambda: read_weekdays(f"{'x' * 60}"),
    lambda: new_attempt(" ", AttemptResult.WORKED, "", None, TODAY),
    lambda: refuse_empty_insight(" ", "x"),
    lambda: refuse_empty_insight("x", " "),
    lambda: refuse_insight(insight(attempts=(Attempt(strategy="a", result=AttemptResult.SOME),)), TODAY),
    lambda: refuse_insight(insight(self_corrects_on=TODAY + DAY), TODAY),
    lambda: derive_trend([]),
    lambda: need_not_shared(make(KnownWell, visibility=Visibility.STAFF), Visibility.PRIVATE, SHARED, TODAY),
    lambda: refuse_day_of_talk(TODAY - DAY, TODAY, PLAIN),
    lambda: refuse_day_of_talk(TODAY + 5 * DAY, TODAY, PLAIN),
    lambda: refuse_day_of_talk(TODAY, TODAY, EVERY_DAY_OFF),
    lambda: with_own_mark(pact(), 0, TODAY),
    lambda: with_met(pact(), 0, TODAY + DAY, TODAY),
    lambda: with_kept(pact(), STUDENT, 0, TODAY - 8 * DAY, TODAY),
    lambda: with_met(pact(PactStatus.DRAFT), 0, TODAY, TODAY),
    lambda: with_next_review(pact(), LATER + DAY, NOW, TODAY, PLAIN),
    lambda: with_next_review(pact(), TODAY - DAY, NOW, TODAY, PLAIN),
    lambda: agreed(pact(), yes("M"), TODAY),
    lambda: agreed(pact(PactStatus.PROPOSED), yes(" "), TODAY),
    lambda: activated(pact(), TODAY),
    lambda: activated(
        pact(PactStatus.PROPOSED, success_evidence=(), student_commitments=(), next_review_on=TODAY - DAY), TODAY
    ),
    lambda: activated(pact(PactStatus.PROPOSED, agreements=BOTH, next_review_on=None), TODAY),
    lambda: resumed(pact(), NOW, TODAY),
    lambda: resumed(pact(PactStatus.PAUSED, agreements=BOTH), NOW, TODAY),
    lambda: paused(pact(PactStatus.DRAFT)),
    lambda: propose_pact(CLOSED),
    lambda: propose_pact(pact()),
    lambda: closed(pact(), TODAY, PactOutcome.MET, " ", "x"),
    lambda: closed(pact(), TODAY, PactOutcome.MET, "x", " "),
    lambda: reworded(CLOSED, CLOSED, NOW, TODAY),
    lambda: reworded(pact(), pact(success_evidence=()), NOW, TODAY, typo=True),
    lambda: reworded(pact(agreements=BOTH), pact(agreements=BOTH, learning_target="other"), NOW, TODAY),
    lambda: reworded(pact(agreements=BOTH), pact(agreements=BOTH, title="other"), NOW, TODAY, typo=True),
    lambda: refuse_dates(None, LATER, LATER - DAY),
    lambda: refuse_dates(TODAY, TODAY - DAY, None),
    lambda: refuse_dates(TODAY, None, TODAY - DAY),
    lambda: direction(Stage.RAPPORT, Stage.RAPPORT),
    lambda: direction(Stage.RAPPORT, Stage.COGNITIVE_INSIGHT),
    lambda: school_days_from(TODAY, TODAY - DAY, PLAIN),
    lambda: school_days_from(TODAY, TODAY + 300 * DAY, PLAIN),
    lambda: propose(["s1"], [TODAY + 5 * DAY], Hours(time(9), time(12)), PLAIN),
    lambda: propose(["s1", "s2"], [TODAY], Hours(time(9), time(10), 60), PLAIN),
    lambda: read_tag(" # "),
    lambda: read_tag("two words"),
    lambda: read_tag(f"x {'x' * 60}"),
]
QUERIES = (
    "from:12/1 to:11/1", "#", "# lab", "mood:x", "knd:quick", "kind:", "minutes:x", "feeling:9", "since:x", "who:", "is:nosuch", "tone:,",
    "family:", "kind:nosuch medium:x", "part:x", "by:x", "from:", '"', "tag:#",
)  # fmt: skip


def refusal(act: Callable[[], object]) -> str:
    try:
        act()
    except (Refusal, TargetError) as refused:
        return str(refused)
    return "NOT REFUSED"


def told() -> Iterator[str]:
    yield "# refusals"
    yield from map(refusal, REFUSED)
    yield "# what a search notices"
    for query in QUERIES:
        for day_first in (False, True):
            notices = " / ".join(read_query(query, TODAY, day_first=day_first).notices)
            yield f"{query}: {notices or '–'}"
    yield "# texts"
    yield from (f"{mark}: {text}" for mark, text in MARKS)
    yield from (f"{facet}: {side}" for facet, side in SIDES.items())
    yield from map(str, FEEDBACK_MOVES)
    yield from (f"{step.label} | {step.question}" for step in WEEK_STEPS)
    yield from (f"{step.label} | {step.question} | {step.nothing}" for step in YEAR_STEPS)
    yield from (f"{one.key} {one.days_before} {one.mine} {one.label}" for one in MILESTONES)
    yield from (f"{field}: {asked}" for field, asked in ASKED.items())
    yield from (f"{key}: {wanted}" for key, wanted in WANTED_EVERYWHERE.items())
    for words in (Reason, Instead, NextReason, ClashKind, DayCell, SheetKind, PactEnding, Facet, MoveReason, Direction):
        yield f"{words.__name__}: {', '.join(getattr(one, 'label', one.name) for one in words)}"
    yield f"feelings: {FEELINGS}"
    yield from (LOG_GRAMMAR, GRAMMAR, SUMMER, CLOSE_OR_GO_ON)
    yield from (focal_words(count) for count in (0, 1, 3, 4))
    yield str(missing_fields(make(Pact)))
    yield str(missing_fields(pact(next_review_on=TODAY - DAY), TODAY))
    yield str(missing_fields(pact(next_review_on=TODAY, advisor_commitments=(Commitment(text="x"),)), TODAY))


def words() -> str:
    """All of it as one text."""
    return "\n".join(told()) + "\n"
