"""The plain form for a pact, in the order of the conversation."""

from collections.abc import Sequence
from typing import Any, TypeVar

from advisory.casework.caseload import Caseload
from advisory.casework.draft_pact import usual_dates
from advisory.model import Commitment, Pact, SuccessLine
from advisory.model.words import ReviewEvery
from advisory.rules.refusal import Refusal
from advisory.tui.desk import Desk

from .field import Field

Part = TypeVar("Part", SuccessLine, Commitment)
_SURE = 5
_SEVERAL = "one a line; Tab goes on"


def pact_fields(pact: Pact | None, caseload: Caseload) -> list[Field]:
    """A form for a new pact, with the usual dates filled in, or for a draft there is."""
    every = pact.review_every if pact else ReviewEvery.TWO_WEEKS
    review, target = (pact.next_review_on, pact.target_on) if pact else usual_dates(caseload, caseload.today, every)
    return [
        Field("learning_target", "Learning target", pact.learning_target if pact else "", "I can …"),
        Field("title", "In a word or two", pact.title if pact else "", "fractions"),
        Field("why", "Why it matters", pact.why if pact else "", "Their words:", is_long=True),
        Field("starting_point", "Where we start", pact.starting_point if pact else "", is_long=True),
        Field(
            "success", "How we will both know", _joined(pact.success_evidence if pact else ()), _SEVERAL, is_list=True
        ),
        Field(
            "theirs",
            "What the student will do",
            _joined(pact.student_commitments if pact else ()),
            _SEVERAL,
            is_list=True,
        ),
        Field("mine", "What I will do", _joined(pact.advisor_commitments if pact else ()), _SEVERAL, is_list=True),
        Field("confidence", "How sure are they, 1 to 5", str((pact and pact.confidence) or "")),
        Field("review_every", "We look again", every.value, choices=[(word.value, word.label) for word in ReviewEvery]),
        Field("next_review_on", "First on", review.isoformat() if review else "", "fri, +14, 11/30"),
        Field("target_on", "Until when", target.isoformat() if target else "", "+42, 12/18"),
    ]


def pact_changes(values: dict[str, str], pact: Pact | None, desk: Desk) -> dict[str, Any]:
    """The form's values as Pact's fields. Refuses a day that is none, and a confidence outside 1 to 5."""
    sure = values["confidence"].strip()
    if sure and sure not in {str(number) for number in range(1, _SURE + 1)}:
        raise Refusal(
            f"“{sure}” is no answer to how sure they are: type a number from 1 to {_SURE}, or leave it empty."
        )
    days = {name: desk.day(values[name]) if values[name].strip() else None for name in ("next_review_on", "target_on")}
    return {
        "learning_target": values["learning_target"].strip(),
        "title": values["title"].strip(),
        "why": values["why"],
        "starting_point": values["starting_point"],
        "success_evidence": _parts(SuccessLine, values["success"], pact.success_evidence if pact else ()),
        "student_commitments": _parts(Commitment, values["theirs"], pact.student_commitments if pact else ()),
        "advisor_commitments": _parts(Commitment, values["mine"], pact.advisor_commitments if pact else ()),
        "confidence": int(sure) if sure else None,
        "review_every": ReviewEvery(values["review_every"]),
        **days,
    }


def _joined(parts: Sequence[Part]) -> str:
    return "\n".join(part.text for part in parts)


def _parts(kind: type[Part], text: str, before: Sequence[Part]) -> tuple[Part, ...]:
    """The parts a text names; one whose words are as they were keeps what else is written with it."""
    known = {part.text: part for part in before}
    texts = [part.strip() for part in text.splitlines() if part.strip()]
    return tuple(known.get(part) or kind(text=part) for part in texts)
