"""A small handover file for tests, as values to change and as bytes."""

import json
from typing import Any

from record_case import TODAY, make

from advisory.exchange.handover.handover_in import read_handover
from advisory.exchange.handover.handover_out import handover_file
from advisory.model import CheckIn, Evidence, Pact, Partnership, Student
from advisory.model.words import Audience, EvidenceSource, Level, Visibility
from advisory.rules.leaving.leaving import Covered, Leaving, Rated

RATED = Rated("e0000009", "s0000001", "g0000001", TODAY, EvidenceSource.QUIZ, Level.BEGINNING, None)
RECORDS = (
    make(Student, student_number="0042"),
    make(Pact),
    make(Evidence, pact="g0000001", visibility=Visibility.SHAREABLE),
    make(Evidence, 2, pact="g0000077", visibility=Visibility.SHAREABLE),
    make(CheckIn, group="c0000001", line="Showed the draft", visibility=Visibility.STAFF, pact="g0000001"),
    make(Partnership),
)


def given_out() -> Leaving:
    """A pact, evidence for it and for another that stays, a check-in of a group, a partnership, and two ratings, one without its words."""
    return Leaving(
        Audience.STAFF,
        RECORDS,
        (RATED, RATED._replace(record_id="e0000001")),
        (),
        (),
        (),
        lambda _, text: Covered(text, ()),
    )


def values() -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(handover_file(given_out(), TODAY))
    return whole


def read(whole: Any) -> Any:
    data = whole if isinstance(whole, bytes) else json.dumps(whole).encode()
    return read_handover("maya.json", data, TODAY)
