"""The frozen records and enumerations everything else works with; no I/O and no clock."""

from .check_in import CheckIn, Revision
from .defense import Artifact, CatalogueMilestone, DefensePlan, Milestone, PanelMember, Practice
from .follow_up import FollowUp, Snooze
from .learning import Attempt, CognitiveInsight, Evidence, KnownWell
from .leaving import ExportLog, TransitionNote
from .pact import Agreement, Commitment, OtherHelp, Pact, PactRevision, PactWording, SuccessLine
from .partnership import CatalogueSign, Indicator, Partnership, StageMove
from .record import Piece, Record, RecordError, make_id, number_of
from .school import Intervals, Leave, MeetingPattern, NoSchoolDay, PlannedTalk, Term
from .settings import THEMES, Settings
from .student import FamilyContact, Student
from .tag import Tag

KINDS: tuple[type[Record], ...] = (
    Student,
    CheckIn,
    FollowUp,
    Partnership,
    Indicator,
    StageMove,
    Pact,
    Evidence,
    CognitiveInsight,
    KnownWell,
    Term,
    NoSchoolDay,
    Leave,
    MeetingPattern,
    Intervals,
    CatalogueSign,
    PlannedTalk,
    Tag,
    DefensePlan,
    CatalogueMilestone,
    TransitionNote,
    ExportLog,
)
"""Every kind of record that is saved, in the order of their tables in the file."""

__all__ = [
    "KINDS",
    "THEMES",
    "Agreement",
    "Artifact",
    "Attempt",
    "CatalogueMilestone",
    "CatalogueSign",
    "CheckIn",
    "CognitiveInsight",
    "Commitment",
    "DefensePlan",
    "Evidence",
    "ExportLog",
    "FamilyContact",
    "FollowUp",
    "Indicator",
    "Intervals",
    "KnownWell",
    "Leave",
    "MeetingPattern",
    "Milestone",
    "NoSchoolDay",
    "OtherHelp",
    "Pact",
    "PactRevision",
    "PactWording",
    "PanelMember",
    "Partnership",
    "Piece",
    "PlannedTalk",
    "Practice",
    "Record",
    "RecordError",
    "Revision",
    "Settings",
    "Snooze",
    "StageMove",
    "Student",
    "SuccessLine",
    "Tag",
    "Term",
    "TransitionNote",
    "make_id",
    "number_of",
]
