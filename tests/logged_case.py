"""What leaves, as a page has it that shows each record in a line of its own."""

from typing import Any

from advisory.caseload.caseload import Caseload
from advisory.casework.share.log_share import log_share
from advisory.model import ExportLog, Student
from advisory.rules.leaving.leaving import Leaving
from advisory.rules.leaving.outgoing import Outgoing, Written
from advisory.rules.leaving.preview import Going, Part


def outgoing(leaving: Leaving, what: str = "page", **fields: Any) -> Outgoing:
    rows = [one.id for one in leaving.records if not isinstance(one, Student)]
    parts = [Part("Records", tuple(Going(row, row, (row,)) for row in rows))]
    return Outgoing(what, leaving, parts, lambda _out, _name: Written(b"Hello", what), lambda _out: "Hello", **fields)


def log(caseload: Caseload, leaving: Leaving, what: str, **fields: Any) -> ExportLog:
    """Log that all of it left."""
    shared = log_share(caseload, outgoing(leaving, what), **fields)
    assert shared is not None
    return shared
