"""What a message calls a record, in the advisor's days."""

from advisory.caseload import called as caseload_called
from advisory.model import Record
from advisory.tui.desk import Desk
from advisory.tui.prose import day


def called(desk: Desk, record: Record) -> str:
    """`one-to-one, Nov 26`, `fractions: getting there`, `noticed today`; "" for kinds without words of their own."""
    caseload = desk.caseload
    return caseload_called.called(record, caseload.catalogue, lambda on: day(on, caseload.today))
