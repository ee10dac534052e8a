"""Which fields of a record hold the ids of other records."""

from .check_in import CheckIn
from .defense import DefensePlan
from .follow_up import FollowUp
from .learning import CognitiveInsight, Evidence, KnownWell
from .leaving import TransitionNote
from .pact import Pact
from .partnership import Indicator, Partnership, StageMove
from .record import Record
from .school import Leave, PlannedTalk
from .student import Student

_BELONGS = {"student": Student}
REFERENCES: dict[type[Record], dict[str, type[Record] | None]] = {
    CheckIn: {**_BELONGS, "group": CheckIn, "pact": Pact, "insight": CognitiveInsight},
    FollowUp: {**_BELONGS, "source": None},
    Partnership: {**_BELONGS},
    Indicator: {**_BELONGS, "check_in": CheckIn},
    StageMove: {**_BELONGS, "partnership": Partnership, "indicators": Indicator},
    Pact: {**_BELONGS, "next_pact": Pact},
    Evidence: {**_BELONGS, "pact": Pact},
    CognitiveInsight: {**_BELONGS, "pact": Pact},
    KnownWell: {**_BELONGS},
    Leave: {**_BELONGS},
    PlannedTalk: {**_BELONGS},
    DefensePlan: {**_BELONGS, "follows": DefensePlan},
    TransitionNote: {**_BELONGS},
}
"""Kind → field → kind of the record whose id it holds; None where it may be any kind. Empty fields refer to nothing."""
