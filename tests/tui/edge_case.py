"""Students whose records are at the edge of what a screen draws, and the rows that are drawn for them, as text."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from bare_case import inked
from record_case import NOW, REQUIRED
from told_case import StandIn

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn, Record, Student
from advisory.model.words import Kind
from advisory.tui.widgets.lists.page import Page
from advisory.tui.widgets.lists.row import Row

_TALKS = {Kind.ONE_TO_ONE, Kind.PACT_REVIEW}

Add = Callable[..., Any]


@contextmanager
def writing(caseload: Caseload) -> Iterator[Add]:
    """Add records, all in one change; what is required and isn't given is as in other tests."""
    with caseload.store.change("Edges", NOW) as change:

        def add(kind: type[Record], student: str = "", /, **fields: Any) -> Any:
            whose = {"student": student} if student else {}
            if kind is CheckIn and "kind" in fields and fields["kind"] not in _TALKS:
                whose |= {"counts_one_to_one": False}
            return change.add(kind, **REQUIRED[kind] | whose | fields)

        yield add


def named(add: Add, *names: str, **fields: Any) -> list[str]:
    """Add students, and return their ids."""
    return [add(Student, given_name=one, family_name="Reed", **fields).id for one in names]


class Edges:
    """Tells rows and pages, each under a title."""

    def __init__(self, caseload: Caseload) -> None:
        self.desk = StandIn(caseload).desk
        self.told: list[str] = []

    def rows(self, title: str, rows: Iterable[Row], cells: int = 74) -> None:
        """Each row with its key."""
        self.told.append(f"--- {title}")
        self.told += [f"{row.key}│{inked(row.draw(cells))}".rstrip() for row in rows]

    def page(self, title: str, page: Page) -> None:
        """Each line of a page, and where what can be highlighted is on it."""
        self.told += [f"--- {title}", *(inked(line) for line in page.lines)]
        self.told.append(f"places {' '.join(f'{place}'.replace('Place', '') for place in page.places)}")
