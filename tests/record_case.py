"""What tests of several rooms share: a day, an instant, and a record of any kind with as little in it as is allowed."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any, TypeVar

from advisory.model import (
    CatalogueMilestone,
    CatalogueSign,
    CheckIn,
    CognitiveInsight,
    DefensePlan,
    Evidence,
    ExportLog,
    FollowUp,
    Indicator,
    Intervals,
    KnownWell,
    Leave,
    MeetingPattern,
    NoSchoolDay,
    Pact,
    Partnership,
    PlannedTalk,
    Record,
    StageMove,
    Student,
    Tag,
    Term,
    TransitionNote,
    make_id,
)
from advisory.model.words import (
    Audience,
    Direction,
    EvidenceSource,
    Facet,
    InsightStatus,
    Kind,
    LearnedHow,
    MoveReason,
    Observer,
    PactStatus,
    Party,
    PromiseStatus,
    Stage,
    Visibility,
)

TODAY = date(2026, 11, 23)
"""A Monday."""
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)

R = TypeVar("R", bound=Record)

_MAYA = {"student": "s0000001"}
REQUIRED: dict[type[Record], dict[str, Any]] = {
    Student: {"given_name": "Maya", "family_name": "Okafor"},
    CheckIn: {
        **_MAYA,
        "happened_on": TODAY,
        "kind": Kind.ONE_TO_ONE,
        "counts_contact": True,
        "counts_one_to_one": True,
        "visibility": Visibility.PRIVATE,
    },
    FollowUp: {**_MAYA, "text": "bring lab notes", "owner": Party.ADVISOR, "status": PromiseStatus.OPEN},
    Partnership: {**_MAYA, "school_year": 2026, "stage": Stage.RAPPORT, "entered_on": TODAY},
    Indicator: {
        **_MAYA,
        "key": "listened",
        "stage": Stage.RAPPORT,
        "observed_on": TODAY,
        "by": Observer.ADVISOR,
    },
    StageMove: {
        **_MAYA,
        "partnership": "p0000001",
        "from_stage": Stage.RAPPORT,
        "to_stage": Stage.ALLIANCE,
        "moved_on": TODAY,
        "direction": Direction.FORWARD,
        "reason_key": MoveReason.SIGNS_SEEN,
        "reason": "Showed the unfinished essay",
    },
    Pact: {**_MAYA, "learning_target": "I can explain why fractions divide", "status": PactStatus.DRAFT},
    Evidence: {
        **_MAYA,
        "seen_on": TODAY,
        "source": EvidenceSource.CONVERSATION,
        "seen": "Explained it to Jun",
    },
    CognitiveInsight: {
        **_MAYA,
        "noticed_on": TODAY,
        "thinking": "A longer number is larger",
        "misconception": "0.45 is larger than 0.5",
        "status": InsightStatus.OPEN,
    },
    KnownWell: {
        **_MAYA,
        "facet": Facet.HOPES,
        "text": "Wants to build bridges",
        "learned_on": TODAY,
        "how": LearnedHow.TOLD_ME,
    },
    Term: {"title": "Autumn", "starts_on": date(2026, 8, 31), "ends_on": date(2026, 12, 18)},
    NoSchoolDay: {"starts_on": date(2026, 11, 26), "ends_on": date(2026, 11, 27)},
    Leave: {**_MAYA, "starts_on": date(2026, 11, 25), "ends_on": date(2026, 11, 25)},
    MeetingPattern: {"weekdays": (0, 2, 4), "starts": time(9, 40), "ends": time(10, 10)},
    Intervals: {},
    CatalogueSign: {"key": "saved_a_seat", "stage": Stage.RAPPORT, "label": "saved me a seat"},
    PlannedTalk: {**_MAYA, "on": TODAY},
    Tag: {"name": "lab"},
    DefensePlan: {**_MAYA, "held_on": date(2027, 6, 11)},
    TransitionNote: {
        **_MAYA,
        "written_on": TODAY,
        "strengths": "Draws what she means",
        "connecting": "Ask about the band",
    },
    ExportLog: {"given_on": TODAY, "audience": Audience.STAFF, "what": "conference page"},
    CatalogueMilestone: {"key": "invitations", "label": "invitations sent", "days_before": 12},
}
"""Kind → its required fields but for the id and the instants."""


def make(kind: type[R], number: int = 1, /, **fields: Any) -> R:
    instants = {"created_at": NOW, "updated_at": NOW}
    return kind(**{"id": make_id(kind, number), **instants, **REQUIRED[kind], **fields})


def ticking() -> Callable[[], datetime]:
    """A clock that is a second later each time it is looked at."""
    seconds = count()
    return lambda: NOW + timedelta(seconds=next(seconds))
