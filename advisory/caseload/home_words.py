"""What went home about each student, kept until something of the student changes."""

from collections.abc import Iterable
from datetime import date

from advisory.model import CheckIn, make_id
from advisory.model.words import Kind
from advisory.rules.days.school_days import Calendar
from advisory.rules.family.good_word import HomeWord, home_word, longest_without
from advisory.rules.overview.summary import Summary
from advisory.store import Store

from .seen import glimpses_of_all


class HomeWords:
    """Derives for each student what went home. It looks at the kind of each check-in, and reads only contacts with a family."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._glimpses = glimpses_of_all(store)
        self._known: dict[str, tuple[Summary, HomeWord]] = {}
        """Student id → the summary as of which it was derived, and what was."""

    def now(self, lines: Iterable[Summary], calendar: Calendar, today: date) -> list[HomeWord]:
        """What went home about the students of these summaries; whose family waits longest for a good word comes first."""
        return longest_without(self._of(line, calendar, today) for line in lines)

    def _of(self, line: Summary, calendar: Calendar, today: date) -> HomeWord:
        known = self._known.get(line.student.id)
        if known is None or known[0] is not line:
            word = home_word(line.student, self._to_family(line.student.id), calendar, today)
            known = self._known[line.student.id] = line, word
        return known[1]

    def _to_family(self, student_id: str) -> list[CheckIn]:
        store, of = self._store, self._glimpses.of
        numbers = [number for _, number in store.check_in_keys_of(student_id)]
        to_family = [one for one in numbers if (seen := of(one)) is not None and seen.kind is Kind.FAMILY_CONTACT]
        found = (store.get(CheckIn, make_id(CheckIn, number)) for number in to_family)
        return [one for one in found if one is not None]
