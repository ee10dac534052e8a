"""Matches records against a query; a student's name is matched once for all their records."""

from collections.abc import Callable
from datetime import date

from advisory.model import Student
from advisory.rules.names.finding import matches

from .line import TAG, LogLine
from .query import Query


class Finder:
    """Matches records against a query; each student's name is matched once."""

    def __init__(self, query: Query, student_of: Callable[[str], Student | None]) -> None:
        self._query, self._student_of = query, student_of
        self._tags = tuple(TAG + tag for tag in query.tags)
        self._asks_for_text_only = (
            not (query.facts or query.numbers or query.either)
            and (query.starts_on, query.ends_on) == (date.min, date.max)
        )  # fmt: skip
        self._texts: dict[str, tuple[str, ...] | None] = {}

    def fits(self, line: LogLine) -> bool:
        """Whether a record matches. Optimized for speed: it runs thousands of times for each letter typed."""
        student, text = line.student, line.text
        wanted = self._texts[student] if student in self._texts else self._look_at(student)
        if wanted is None:
            return False
        for part in wanted:
            if part not in text:
                return False
        return self._asks_for_text_only or self._has_facts(line)

    def _has_facts(self, line: LogLine) -> bool:
        query = self._query
        return (
            query.starts_on <= line.happened_on <= query.ends_on
            and not any(map(line.facts.isdisjoint, query.facts))
            and all(one.low <= getattr(line, one.field) <= one.high for one in query.numbers)
            and all(any(beginning in line.text for beginning in one) for one in query.either)
        )

    def _look_at(self, student_id: str) -> tuple[str, ...] | None:
        """The texts that a record of this student must contain to match; None if none can match."""
        student, wanted = self._student_of(student_id), None
        if all(student is not None and any(matches(name, student) for name in names) for names in self._query.who):
            words = (word for word in self._query.words if student is None or not matches(word, student))
            wanted = (*words, *self._tags)
        self._texts[student_id] = wanted
        return wanted
