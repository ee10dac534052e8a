"""A picture of what is shown before a page leaves, and of what was shared, as in test_snapshot."""

from typing import Any

from logged_case import log as log_it
from test_snapshot import USUAL, picture

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.leaving import leaving_of
from advisory.model.words import Audience


def test_the_preview(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "caseload", "at", "c", size=USUAL)


def test_what_was_given_out(snap_compare: Any, demo: Caseload) -> None:
    for name, audience in (("maya", Audience.FAMILY), ("kai", Audience.STAFF)):
        leaving = leaving_of(demo, [demo.one(name).id], audience, {})
        log_it(demo, leaving, what="conference page", to="his aunt", file=f"/home/{name}.html")
    assert picture(snap_compare, demo, "shared", "down", size=USUAL)


def test_the_passphrase_of_a_handover(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "caseload", "at", "h", *"four", size=USUAL)
