"""Note an insight into how a student thinks about something."""

from collections.abc import Sequence
from datetime import date

from advisory.caseload.caseload import Caseload
from advisory.model import Attempt, CognitiveInsight, Student
from advisory.model.words import InsightStatus
from advisory.rules.learning.insight_life import refuse_empty_insight, refuse_insight

from .record_evidence import own_pact


def note_insight(
    caseload: Caseload,
    student_id: str,
    thinking: str,
    misconception: str,
    *,
    area: str = "",
    builds_on: str = "",
    pact: str = "",
    noticed_on: date | None = None,
    attempts: Sequence[Attempt] = (),
) -> CognitiveInsight:
    """Note one insight, noticed today by default. It is open at first.

    Refuses one without the thinking or the specific misconception, a future day, and another student's pact.
    """
    refuse_empty_insight(thinking, misconception)
    with caseload.store.change("Insight noted", caseload.now()) as change:
        student = change.need(Student, student_id)
        if pact:
            own_pact(change, student.id, pact)
        insight = change.add(
            CognitiveInsight,
            student=student.id,
            noticed_on=noticed_on or caseload.today,
            thinking=thinking.strip(),
            misconception=misconception.strip(),
            status=InsightStatus.OPEN,
            pact=pact,
            area=area.strip(),
            builds_on=builds_on.strip(),
            attempts=tuple(attempts),
        )
        refuse_insight(insight, caseload.today)
        return insight
