"""What the cursor of a screen is on, which is what commands act on."""

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from advisory.model import (
    CheckIn,
    CognitiveInsight,
    DefensePlan,
    Evidence,
    ExportLog,
    FollowUp,
    Indicator,
    KnownWell,
    Milestone,
    Pact,
)
from advisory.model.words import Facet

from .desk import Desk
from .kept_drafts import KeptDraft

if TYPE_CHECKING:
    from advisory.rules.pact.keeping import Marked
    from advisory.rules.tag.tags import TagUse

MILESTONES, ARTIFACTS, PRACTICES, PANEL = "milestones", "artifacts", "practices", "panel"
FEELING, AFTER = "feeling", "after"
"""The sections of a defense plan's screen."""


class PlanPart(NamedTuple):
    """A part of a defense plan: its section, and its number there, from 0."""

    section: str
    number: int


class Highlighted:
    """The highlighted row and the student it is about.

    `student` is an id, or "" when no student is highlighted. `row` is the kind of row, a key of `opening.OPENS`, and
    decides what Enter opens; "" means nothing. `line` is a line of a pact that can be marked as met or kept.
    `own_pact` is the pact that the row itself is about; None where a pact is only the student's.
    `settles` is what the end of the year settles here, a pact, a promise or a student, by the name of its step.
    `plan` is a defense plan, with the `milestone` or the `part` of it that the cursor is on. `shows_promise` says that the row shows the promise that a command would act on.
    """

    def __init__(
        self,
        desk: Desk,
        student: str = "",
        *,
        row: str = "student",
        check_in: CheckIn | None = None,
        promise: FollowUp | None = None,
        pact: Pact | None = None,
        line: "Marked | None" = None,
        sign: Indicator | None = None,
        learning: Evidence | CognitiveInsight | None = None,
        fact: KnownWell | None = None,
        facet: Facet | None = None,
        draft: KeptDraft | None = None,
        tag: "TagUse | None" = None,
        plan: DefensePlan | None = None,
        milestone: Milestone | None = None,
        part: PlanPart | None = None,
        settles: str = "",
        share: ExportLog | None = None,
        shows_promise: bool = False,
    ) -> None:
        self._desk, self._promise, self._pact, self.own_pact = desk, promise, pact, pact
        self.student, self.row = student, row
        self.shows_promise = shows_promise or promise is not None
        self.check_in, self.line, self.sign, self.learning, self.facet = check_in, line, sign, learning, facet
        self.draft, self.tag, self.fact = draft, tag, fact
        self.plan, self.milestone, self.part, self.share = plan, milestone, part, share
        self.settles = settles

    @cached_property
    def promise(self) -> FollowUp | None:
        """The highlighted promise, or else the student's next open promise."""
        if self._promise is not None or not self._is_known:
            return self._promise
        return next(iter(self._desk.caseload.summary(self.student).promises), None)

    @cached_property
    def pact(self) -> Pact | None:
        """The highlighted pact, or else the student's most relevant one: active first, then proposed, and so on."""
        if self._pact is not None or not self._is_known:
            return self._pact
        return self._desk.caseload.summary(self.student).pact

    @property
    def success_line(self) -> str:
        """The text of the pact's highlighted success line; "" when something else is highlighted."""
        pact, line = self.pact, self.line
        return pact.success_evidence[line.number].text if pact and line and line.side is None else ""

    @property
    def record(self) -> Evidence | CognitiveInsight | Indicator | CheckIn | None:
        """The highlighted record that can be moved to the trash."""
        return self.learning or self.sign or self.check_in

    @property
    def open_pact(self) -> bool:
        """Whether the highlighted row is a pact to settle at the end of the year."""
        return self.settles == "pacts"

    @property
    def open_promise(self) -> bool:
        """Whether the highlighted row is a promise to settle at the end of the year."""
        return self.settles == "promises"

    @property
    def may_leave(self) -> bool:
        """Whether the highlighted row is a student about whom the year's end asks whether they leave."""
        return self.settles == "leaving"

    @property
    def opens(self) -> bool:
        """Whether Enter opens something here."""
        what = {
            "": None,
            "student": self.student,
            "check_in": self.check_in,
            "learning": self.learning,
            "sign": self.sign,
            "promise": self._promise,
            "draft": self.draft,
        }
        if self.row in {"pact", "pact_to_write"}:
            return self.pact is not None
        return bool(what.get(self.row, True))

    @property
    def anybody(self) -> bool:
        """Whether there is a student in the caseload at all."""
        return bool(self._desk.caseload.students)

    @property
    def _is_known(self) -> bool:
        """Whether the student is still in the data; another terminal may have taken the record out."""
        return self.student in self._desk.caseload.names

    def has(self, what: str) -> bool:
        """Whether something of this kind is highlighted: `what` is a command's `needs`, and "" needs nothing."""
        return not what or bool(getattr(self, what))
