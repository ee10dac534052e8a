"""What the tests of the pact's screen share: a pact that two keep, and coming to it."""

from datetime import date, timedelta
from typing import Any

from app_case import case_screen, settle
from record_case import TODAY
from textual.pilot import Pilot

from advisory.caseload.caseload import Caseload
from advisory.casework.pact.activate import Beside, activate_pact
from advisory.casework.pact.draft import draft_pact
from advisory.casework.pact.edit import edit_pact
from advisory.casework.student.add import add_student
from advisory.model import Commitment, Pact, Student, SuccessLine
from advisory.model.words import Observer
from advisory.rules.pact.life import Yes

BEGAN = date(2026, 11, 2)
END = date(2026, 12, 18)
BOTH = (Yes(Observer.STUDENT, "Maya Okafor"), Yes(Observer.ADVISOR, "Mr Reed"))
WORDS: dict[str, Any] = {
    "title": "graphs",
    "why": "So that the lab makes sense",
    "starting_point": "Reads the axes",
    "success_evidence": (SuccessLine(text="two graphs read to a friend"), SuccessLine(text="one drawn")),
    "student_commitments": (Commitment(text="bring one graph a week", how_often="weekly"),),
    "advisor_commitments": (Commitment(text="find the graphs"), Commitment(text="look on Fridays")),
    "confidence": 4,
    "start_on": BEGAN,
    "next_review_on": TODAY + timedelta(days=2),
    "target_on": END,
}


def maya_in(caseload: Caseload) -> Student:
    return add_student(caseload, given_name="Maya", family_name="Okafor")


def drafted(caseload: Caseload, student: Student, **fields: Any) -> Pact:
    """A draft with everything in it but the two agreements."""
    return draft_pact(caseload, student.id, "I can read a graph aloud", **{**WORDS, **fields})


def agreed(caseload: Caseload, student: Student, **fields: Any) -> Pact:
    """The same, agreed to by both and begun."""
    return activate_pact(caseload, drafted(caseload, student, **fields), BOTH, beside=Beside.KEEP)


def reworded(caseload: Caseload) -> Pact:
    """A pact whose title, then a commitment, then a typo in it was changed."""
    pact = agreed(caseload, maya_in(caseload))
    pact = edit_pact(caseload, pact, title="two graphs")
    theirs = (Commitment(text="bring two grphs a week", how_often="weekly"),)
    pact = edit_pact(caseload, pact, student_commitments=theirs, yes=BOTH)
    mended = (Commitment(text="bring two graphs a week", how_often="weekly"),)
    return edit_pact(caseload, pact, student_commitments=mended, typo=True)


def stored(caseload: Caseload, pact: Pact) -> Pact:
    """The pact as it is now."""
    return caseload.store.need(Pact, pact.id)


async def open_pact(pilot: Pilot[None], pact: Pact) -> None:
    """Open a pact's screen, whatever it stands at."""
    await case_screen(pilot).open_over("pact", pact.id)
    await settle(pilot)
