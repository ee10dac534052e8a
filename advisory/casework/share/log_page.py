"""Log a page, a picture or a calendar that was given to others; one for yourself isn't logged."""

from collections.abc import Sequence

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving import leaving_of
from advisory.model import Pact
from advisory.model.words import Audience, PactStatus
from advisory.rules.refusal import Refusal

from .log_share import log_share

_NOT_AGREED = frozenset((PactStatus.DRAFT, PactStatus.PROPOSED))


def log_page(
    caseload: Caseload, audience: Audience, students: Sequence[str], *, what: str, rows: tuple[str, ...] = (), file: str = ""
) -> None:  # fmt: skip
    """Log what was given out. `rows` are the ids of the records in it; `file` is "" if there is none."""
    if audience is not Audience.MYSELF:
        log_share(caseload, leaving_of(caseload, students, audience, {}, kinds=()), what=what, rows=rows, file=file)


def need_agreed(pact: Pact, audience: Audience) -> None:
    """Refuse to give a pact to anybody but its two parties before both agreed to it."""
    if pact.status in _NOT_AGREED and audience in {Audience.FAMILY, Audience.STAFF}:
        raise Refusal("You two haven't agreed to it yet, so its page is for the student and you only.")
