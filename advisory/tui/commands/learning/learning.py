"""Evidence of what the highlighted student learned, and insights into how they think."""

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from advisory.caseload.leaving.shares import shared_line
from advisory.model import CognitiveInsight, Evidence
from advisory.model.words import InsightStatus
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.commands.note.whose import ask_and_move
from advisory.tui.words.called import called

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen

_NEW = "new"


async def edit(screen: "CaseScreen", shown: Evidence | CognitiveInsight) -> None:
    """Show the form that edits a piece of evidence or an insight."""
    if isinstance(shown, Evidence):
        await _edit_evidence(screen, shown)
    else:
        await _edit_insight(screen, shown)


@shows_dialog
async def evidence(screen: "CaseScreen") -> None:
    """Show the form that records evidence of the student's target."""
    from advisory.casework.learning.record_evidence import record_evidence
    from advisory.tui.dialogs.fields.evidence import evidence_changes, evidence_fields

    desk, highlighted = screen.desk, screen.highlighted
    student_id = highlighted.student

    def record(values: Values) -> None:
        made = record_evidence(desk.caseload, student_id, **evidence_changes(desk, values))
        screen.say_written("Evidence noted", called(desk, made), student_id)

    fields = evidence_fields(desk, student_id, None, highlighted.pact, highlighted.success_line)
    await fill(screen, "evidence", f"Evidence · {desk.name(student_id)}", fields, record, record_id=student_id)


async def _edit_evidence(screen: "CaseScreen", shown: Evidence) -> None:
    from advisory.casework.learning.edit_evidence import edit_evidence
    from advisory.tui.dialogs.fields.evidence import evidence_changes, evidence_fields
    from advisory.tui.dialogs.fields.whose import student_in

    desk = screen.desk

    def save(values: Values, shown: Evidence) -> Coroutine[Any, Any, None] | None:
        changes, student_id = evidence_changes(desk, values), student_in(desk, values, shown.student)
        if student_id != shown.student:

            def move() -> Evidence:
                return edit_evidence(desk.caseload, shown, **changes, student=student_id)

            return ask_and_move(screen, shown, student_id, move)
        edited = edit_evidence(desk.caseload, shown, **changes)
        screen.say_written("Evidence edited", called(desk, edited), shown.student)
        return None

    heading, fields = f"Evidence · {desk.name(shown.student)}", evidence_fields(desk, shown.student, shown)
    shared = shared_line(desk.caseload, shown.id)
    about = f"It was {shared}." if shared else ""
    await fill(screen, "edit_evidence", heading, fields, save, shown=shown, about=about)


@shows_dialog
async def insight(screen: "CaseScreen") -> None:
    """Edit the insight highlighted on the insights screen. Elsewhere, ask which open insight to edit, or start a new one."""
    highlighted = screen.highlighted
    chosen: CognitiveInsight | str | None
    if screen.stem == "insights" and isinstance(highlighted.learning, CognitiveInsight):
        chosen = highlighted.learning
    else:
        chosen = await _choose_insight(screen, highlighted.student)
    if isinstance(chosen, CognitiveInsight):
        await _edit_insight(screen, chosen)
    elif chosen == _NEW:
        await note(screen, highlighted.student)


async def _choose_insight(screen: "CaseScreen", student_id: str) -> CognitiveInsight | str | None:
    """One of the student's open insights, or "new"; None when nothing is chosen."""
    from advisory.tui.dialogs.pick import PickDialog

    desk, store = screen.desk, screen.desk.caseload.store
    insights = store.of_student(CognitiveInsight, student_id)
    options = [(one.id, desk.prose.note(one.misconception)) for one in insights if one.status is InsightStatus.OPEN]
    if not options:
        return _NEW
    heading = f"How {desk.short(student_id)} is thinking"
    picked = await screen.ask(PickDialog(heading, [*options, (_NEW, "a new insight")]))
    return store.get(CognitiveInsight, picked) if picked and picked != _NEW else picked


async def note(screen: "CaseScreen", student_id: str) -> None:
    """Show the form that begins an insight."""
    from advisory.casework.learning.note_insight import note_insight
    from advisory.tui.dialogs.fields.insight import insight_changes, insight_fields

    desk = screen.desk

    def save(values: Values) -> None:
        made = note_insight(desk.caseload, student_id, **insight_changes(desk, values, None))
        screen.say_written("Insight noted", called(desk, made), student_id)

    fields = insight_fields(desk, student_id, None, screen.highlighted.own_pact)
    await fill(screen, "insight", f"Insight · {desk.name(student_id)}", fields, save, record_id=student_id)


async def _edit_insight(screen: "CaseScreen", shown: CognitiveInsight) -> None:
    from advisory.casework.learning.edit_insight import edit_insight
    from advisory.tui.dialogs.fields.insight import insight_about, insight_changes, insight_fields

    desk = screen.desk

    def save(values: Values, shown: CognitiveInsight) -> None:
        edited = edit_insight(desk.caseload, shown, **insight_changes(desk, values, shown))
        is_same = edited.status is shown.status
        what = "Insight edited" if is_same else f"Insight {edited.status.label}"
        screen.say_written(what, called(desk, edited), shown.student)

    heading, fields = f"Insight · {desk.name(shown.student)}", insight_fields(desk, shown.student, shown)
    await fill(screen, "edit_insight", heading, fields, save, shown=shown, about=insight_about(desk, shown))
