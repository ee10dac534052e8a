"""The plain form for a pact, in the order of the conversation."""

from datetime import date

from advisory.casework.caseload import Caseload
from advisory.casework.draft_pact import draft_pact
from advisory.model import Commitment, Pact, SuccessLine
from advisory.model.words import ReviewEvery
from advisory.rules.day_words import next_review, read_day, usual_target
from advisory.rules.refusal import Refusal

from .field import Field

_SURE = 5


def pact_fields(today: date) -> list[Field]:
    """A form for a new pact, with the usual dates filled in."""
    every = ReviewEvery.TWO_WEEKS
    return [
        Field("learning_target", "Learning target", hint="I can …"),
        Field("title", "In a word or two", hint="fractions"),
        Field("why", "Why it matters", hint="Their words:"),
        Field("starting_point", "Where we start"),
        Field("success", "How we will both know", hint="one thing; a semicolon between several"),
        Field("theirs", "What the student will do", hint="a semicolon between several"),
        Field("mine", "What I will do", hint="a semicolon between several"),
        Field("confidence", "How sure are they, 1 to 5"),
        Field(
            "review_every",
            "We look again",
            value=every.value,
            choices=[(word.value, word.label) for word in ReviewEvery],
        ),
        Field("next_review_on", "First on", value=next_review(today, every).isoformat(), hint="fri, +14, 11/30"),
        Field("target_on", "Until when", value=usual_target(today).isoformat(), hint="+42, 12/18"),
    ]


def draft_from(caseload: Caseload, student_id: str, values: dict[str, str]) -> Pact:
    """Draft the pact the form describes. Refuses a day that is none, and a confidence outside 1 to 5."""
    sure = values["confidence"].strip()
    if sure and sure not in {str(number) for number in range(1, _SURE + 1)}:
        raise Refusal(
            f"“{sure}” is no answer to how sure they are: type a number from 1 to {_SURE}, or leave it empty."
        )
    today = caseload.today
    days = {name: read_day(values[name], today) for name in ("next_review_on", "target_on") if values[name].strip()}
    return draft_pact(
        caseload,
        student_id,
        values["learning_target"],
        title=values["title"].strip(),
        why=values["why"],
        starting_point=values["starting_point"],
        success_evidence=tuple(SuccessLine(text=text) for text in _several(values["success"])),
        student_commitments=tuple(Commitment(text=text) for text in _several(values["theirs"])),
        advisor_commitments=tuple(Commitment(text=text) for text in _several(values["mine"])),
        confidence=int(sure) if sure else None,
        review_every=ReviewEvery(values["review_every"]),
        **days,
    )


def _several(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]
