"""The day on which a pact was to end: it closes nothing by itself, the two decide."""

from datetime import date

from advisory.model import Pact
from advisory.model.words import PactStatus

PASSED = "its day has passed"
CLOSE_OR_GO_ON = f"{PASSED}: close or go on"


def is_past_end(pact: Pact, today: date) -> bool:
    """Whether an active pact's end day is past, so that it is to be closed or to get a later one."""
    return pact.status is PactStatus.ACTIVE and pact.target_on is not None and pact.target_on < today
