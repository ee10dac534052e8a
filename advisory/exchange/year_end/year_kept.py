"""What the school keeps of a year: pacts-2026-27.csv for staff, and counts-2026-27.csv, which says nothing in words."""

from collections.abc import Iterable, Mapping

from advisory.exchange.tables.export import Sources, Table, table
from advisory.exchange.tables.table_out import outgoing
from advisory.model import Pact
from advisory.rules.leaving.leaving import Leaving
from advisory.rules.leaving.outgoing import Outgoing
from advisory.rules.year_end.kept import Kept, YearCounts

COUNTS = (
    "student",
    "grade",
    "status",
    "contacts",
    "one_to_ones",
    "student_started",
    "family_contacts",
    "celebrations",
    "pacts_met",
    "pacts_partly_met",
    "pacts_not_yet",
    "pacts_open",
)


def pacts_out(year: int, leaving: Leaving, names: Mapping[str, str]) -> Outgoing:
    """The pacts of the year, as far as they leave."""
    whole = table("pacts", Sources(names=names, pacts=leaving.of(Pact)), leaving.audience)
    return outgoing(Kept.PACTS.called(year), whole, leaving, sheet=Kept.PACTS)


def counts_out(year: int, leaving: Leaving, names: Mapping[str, str], counts: Iterable[YearCounts]) -> Outgoing:
    """The year in numbers, one row per student."""
    cells = [
        (one.student.id, (names[one.student.id], one.student.grade, one.student.status, *one[1:])) for one in counts
    ]
    return outgoing(Kept.COUNTS.called(year), Table(COUNTS, cells), leaving, sheet=Kept.COUNTS)
