"""What the student leaves beside the advisor, and the advisor's putting a question away once it is answered."""

from typing import Any

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn
from advisory.model.words import Kind, Medium, Observer, Visibility
from advisory.rules.check_in.own_hand import refuse_nothing_left

from .edit import revised
from .record import add_check_in


def leave_words(caseload: Caseload, student_id: str, words: str) -> CheckIn:
    """Keep the student's own words of today. Refuses none."""
    return _leave(caseload, student_id, student_says=words.strip())


def leave_feeling(caseload: Caseload, student_id: str, feeling: int, words: str = "") -> CheckIn:
    """Keep how the student says they come to a talk, 1 to 5, with what they say about it."""
    return _leave(caseload, student_id, feeling=feeling, student_says=words.strip())


def leave_question(caseload: Caseload, student_id: str, question: str) -> CheckIn:
    """Keep what the student wants to ask next time. Refuses no words."""
    return _leave(caseload, student_id, question=question.strip())


def answer_question(caseload: Caseload, shown: CheckIn, answer: str = "") -> CheckIn:
    """Put the student's question away: it joins their own words, and `answer` is what the advisor adds.

    Raises Conflict if the check-in changed meanwhile.
    """
    said = "\n".join(filter(None, (shown.student_says, shown.question)))
    changes: dict[str, Any] = {"question": "", "student_says": said}
    if answer.strip():
        changes["body"] = "\n".join(filter(None, (shown.body, answer.strip())))
    at = caseload.now()
    with caseload.store.change("The student's question answered", at) as change:
        return change.put(revised(shown, replace(shown, **changes), at), shown=shown)


def _leave(caseload: Caseload, student_id: str, **left: Any) -> CheckIn:
    """Add a check-in that restarts no clock and may be shown to the student, who wrote it."""
    refuse_nothing_left(left.get("student_says", ""), left.get("feeling"), left.get("question", ""))
    with caseload.store.change("Left by the student", caseload.now()) as change:
        return add_check_in(
            change,
            student_id,
            Kind.OBSERVATION,
            happened_on=caseload.today,
            medium=Medium.WRITTEN_NOTE,
            visibility=Visibility.SHAREABLE,
            by=Observer.STUDENT,
            **left,
        )
