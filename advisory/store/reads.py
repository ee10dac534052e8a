"""What a store gives to read: records and parts of them, from memory."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import msgspec

from advisory.model import CheckIn, Student, make_id, number_of

from .change import found
from .codec import KIND_OF, R
from .memory.digest import Digests, Made
from .memory.index import Key
from .memory.shelf import Records, Shelf
from .memory.table import Fields, JournalDB


class Reads:
    """The records of an open data folder; they follow every change, and never wait for the disk."""

    def __init__(self, db: JournalDB) -> None:
        self._shelves: dict[str, Shelf[Any]] = {
            table: Shelf(kind, db.journal_table(table), self._is_student) for table, kind in KIND_OF.items()
        }

    def get(self, kind: type[R], record_id: str) -> R | None:
        """The record with this id, even if it is in the trash; None if there is none."""
        try:
            number = number_of(record_id)
        except ValueError:
            return None
        return self.shelf(kind).one(number) if make_id(kind, number) == record_id else None

    def need(self, kind: type[R], record_id: str) -> R:
        """Like get, but raises Missing if there is none."""
        return found(kind, record_id, self.get(kind, record_id))

    def all(self, kind: type[R]) -> list[R]:
        """The records not in the trash, sorted by id."""
        return self.shelf(kind).all()

    def trash(self, kind: type[R]) -> list[R]:
        """The records in the trash, sorted by id."""
        shelf = self.shelf(kind)
        return shelf.these(sorted(shelf.index.trash))

    def check_ins_of(self, student_id: str) -> Sequence[CheckIn]:
        """A student's check-ins not in the trash, oldest first; decoded on access, so ask again after a change."""
        shelf = self.shelf(CheckIn)
        return Records(shelf, shelf.index.of(student_id))

    def of_student(self, kind: type[R], student_id: str) -> list[R]:
        """A student's records of one kind not in the trash, sorted by id."""
        shelf = self.shelf(kind)
        return shelf.these(sorted(number for _, number in shelf.index.of(student_id)))

    def recent_check_ins(self, students: Iterable[str] | None = None) -> Iterator[CheckIn]:
        """All check-ins not in the trash, or those of these students, newest first; decoded on access."""
        shelf = self.shelf(CheckIn)
        for _, number in shelf.index.newest_first(students):
            record = shelf.get(number)
            if record is not None:  # it may have been undone since the iteration began
                yield record

    def recent_parts(self, fields: type[Fields]) -> Iterator[Fields]:
        """A few fields of each check-in not in the trash, newest first; far faster than whole records.

        `fields` is a struct with some of the record's fields, with the same names and defaults.
        """
        shelf, decode = self.shelf(CheckIn), msgspec.json.Decoder(fields).decode
        newest_first = reversed(tuple(shelf.index.everyone))
        raws = dict(shelf.table.raw_items())
        for _, number in newest_first:
            try:
                yield decode(raws[number])
            except ValueError:
                shelf.get(number)  # sets it aside

    def students_seen_since(self, day: date) -> list[str]:
        """The ids of the students with check-ins not in the trash on this day or later."""
        return self.shelf(CheckIn).index.students_since(day.isoformat())

    def check_in_keys_of(self, student_id: str) -> list[Key]:
        """The date and the number of each check-in of one student not in the trash, oldest first."""
        return self.shelf(CheckIn).index.of(student_id).copy()

    def check_in_keys(self) -> list[Key]:
        """The date and the number of each check-in not in the trash, oldest first."""
        return self.shelf(CheckIn).index.everyone.copy()

    def jots(self) -> list[CheckIn]:
        """The check-ins still to be finished (jots) not in the trash, oldest first."""
        shelf = self.shelf(CheckIn)
        return shelf.these(number for _, number in sorted(shelf.index.jots))

    def digests(self, kind: type[R], fields: type[Fields], make: Callable[[Fields], Made]) -> Digests[Fields, Made]:
        """Values computed by `make` from a few fields of each record, on demand; they follow every change."""
        return self.shelf(kind).digests(fields, make)

    def shelf(self, kind: type[R]) -> Shelf[R]:
        """The records of one kind; only for the store's own modules."""
        return self._shelves[kind.table]

    def _is_student(self, student_id: str) -> bool:
        return self.get(Student, student_id) is not None
