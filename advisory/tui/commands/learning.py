"""What can be done with what the highlighted student learns: evidence of a target, and insight into how they think."""

from advisory.model import CognitiveInsight, Evidence
from advisory.model.words import InsightStatus
from advisory.tui.asking import asking
from advisory.tui.screens.base.flow import Values, flow
from advisory.tui.screens.base.note_taking import NOBODY

from .partnership import PartnershipActions

_NEW = "new"


class LearningActions(PartnershipActions):
    """Writing it down, going on with it, and taking it out."""

    @property
    def learning(self) -> Evidence | CognitiveInsight | None:
        """The highlighted piece of evidence or insight."""
        store, key = self.desk.caseload.store, self.body.key
        return store.get(Evidence, key) or store.get(CognitiveInsight, key)

    async def edit_learning(self, shown: Evidence | CognitiveInsight) -> None:
        """Let the advisor change a piece of evidence or an insight."""
        if isinstance(shown, Evidence):
            await self._edit_evidence(shown)
        else:
            await self._edit_insight(shown)

    def remove_learning(self, shown: Evidence | CognitiveInsight) -> None:
        """Put a piece of evidence or an insight into the trash."""
        from advisory.casework.trash import move_to_trash

        with asking(self):
            move_to_trash(self.desk.caseload, type(shown), shown.id)
            self.say("Deleted; u brings it back", shown.student)
        self.retell()

    async def action_open_insights(self) -> None:
        await self.run_action("app.open_over('insights')")

    @property
    def success_line(self) -> str:
        """The line of the pact's success evidence that is highlighted; "" on most screens."""
        return ""

    # --- evidence -------------------------------------------------------------------------------------------------

    @flow
    async def action_evidence(self) -> None:
        from advisory.casework.learning.record_evidence import record_evidence
        from advisory.rules.learning.trend import describe_piece
        from advisory.tui.dialogs.fields.evidence import evidence_changes, evidence_fields

        desk, student_id = self.desk, self.student_id
        if not student_id:
            self.say(NOBODY)
            return

        def record(values: Values) -> None:
            made = record_evidence(desk.caseload, student_id, **evidence_changes(desk, values))
            self.say(
                f"Evidence noted{': ' if describe_piece(made) else ''}{', '.join(describe_piece(made))}", student_id
            )

        fields = evidence_fields(desk, student_id, None, self.pact, self.success_line)
        await self.fill("evidence", f"Evidence · {desk.name(student_id)}", fields, record, record_id=student_id)

    async def _edit_evidence(self, shown: Evidence) -> None:
        from advisory.casework.learning.edit_evidence import edit_evidence
        from advisory.tui.dialogs.fields.evidence import evidence_changes, evidence_fields

        desk = self.desk

        def edit(values: Values) -> None:
            edit_evidence(desk.caseload, shown, **evidence_changes(desk, values))
            self.say("Evidence edited", shown.student)

        def rebase(stored: Evidence) -> None:
            nonlocal shown
            shown = stored

        heading, fields = f"Evidence · {desk.name(shown.student)}", evidence_fields(desk, shown.student, shown)
        await self.fill("edit_evidence", heading, fields, edit, record_id=shown.id, rebase=rebase)

    # --- insight --------------------------------------------------------------------------------------------------

    @flow
    async def action_insight(self) -> None:
        """With open insights about the student, ask first which is meant, or a new one."""
        student_id = self.student_id
        if not student_id:
            self.say(NOBODY)
            return
        meant = await self.choose_insight(student_id)
        if isinstance(meant, CognitiveInsight):
            await self._edit_insight(meant)
        elif meant == _NEW:
            await self._note_insight(student_id)

    async def choose_insight(self, student_id: str) -> CognitiveInsight | str | None:
        """One of the student's open insights, or `new`; None when none was chosen."""
        from advisory.tui.dialogs.pick import PickDialog

        desk, store = self.desk, self.desk.caseload.store
        insights = store.of_student(CognitiveInsight, student_id)
        options = [(one.id, desk.prose.note(one.misconception)) for one in insights if one.status is InsightStatus.OPEN]
        if not options:
            return _NEW
        heading = f"How {desk.short(student_id)} is thinking"
        picked = await self.ask(PickDialog(heading, [*options, (_NEW, "a new insight")]))
        return store.get(CognitiveInsight, picked) if picked and picked != _NEW else picked

    async def _note_insight(self, student_id: str) -> None:
        from advisory.casework.learning.note_insight import note_insight
        from advisory.tui.dialogs.fields.insight import insight_changes, insight_fields

        desk = self.desk

        def note(values: Values) -> None:
            note_insight(desk.caseload, student_id, **insight_changes(desk, values, None))
            self.say("Insight noted", student_id)

        heading, fields = f"Insight · {desk.name(student_id)}", insight_fields(desk, student_id, None, self.pact)
        await self.fill("insight", heading, fields, note, record_id=student_id)

    async def _edit_insight(self, shown: CognitiveInsight) -> None:
        from advisory.casework.learning.edit_insight import edit_insight
        from advisory.tui.dialogs.fields.insight import insight_about, insight_changes, insight_fields

        desk = self.desk

        def edit(values: Values) -> None:
            edited = edit_insight(desk.caseload, shown, **insight_changes(desk, values, shown))
            self.say(
                "Insight edited" if edited.status is shown.status else f"Insight {edited.status.label}", shown.student
            )

        def rebase(stored: CognitiveInsight) -> None:
            nonlocal shown
            shown = stored

        heading, fields = f"Insight · {desk.name(shown.student)}", insight_fields(desk, shown.student, shown)
        about = insight_about(desk, shown)
        await self.fill("edit_insight", heading, fields, edit, record_id=shown.id, about=about, rebase=rebase)
