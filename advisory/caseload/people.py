"""Everybody in the data, by name: in their order, and called so that no two are mistaken for each other."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from advisory.model import Student
from advisory.rules.names.finding import find, fold, full_names, short_names
from advisory.rules.names.shaded import distinct_initials
from advisory.rules.refusal import Refusal


class People:
    """The students, those who left too. Names are made unique again only when students changed.

    After ten years that takes longer than a save; short names and initials wait until somebody asks, which the command
    line seldom does.
    """

    def __init__(self) -> None:
        self.everyone: list[Student] = []
        """All students, sorted by the name they go by."""
        self.names: dict[str, str] = {}
        """Student id → full name, unique among namesakes."""
        self.current: list[Student] = []
        """The students of the current caseload, in the same order."""
        self._records: list[Student] = []
        self._shorts: Mapping[str, str] | None = {}
        self._initials: dict[str, str] | None = {}

    def refresh(self, records: list[Student]) -> None:
        """Take over the students as they are now."""
        if records == self._records:
            return
        self._records, self.everyone = records, sorted(records, key=_alphabetical)
        self.current = [student for student in self.everyone if student.is_current]
        self.names, self._shorts, self._initials = full_names(self.everyone), None, None

    @property
    def shorts(self) -> Mapping[str, str]:
        """Student id → the name they go by, unique among namesakes."""
        if self._shorts is None:
            self._shorts = _Shorts(self.current, self.everyone)
        return self._shorts

    @property
    def initials(self) -> dict[str, str]:
        """Student id → what stands for the name while names are hidden, unique among everyone."""
        if self._initials is None:
            self._initials = distinct_initials(self.everyone)
        return self._initials

    def one(self, query: str, among: Sequence[Student]) -> Student:
        """The one of these students that a query fits. Refuses a query that fits nobody or several, and names those."""
        exact = [student for student in among if self.names[student.id] == query.strip()]
        found = exact if len(exact) == 1 else find(query.replace(",", " "), among)
        if len(found) == 1:
            return found[0]
        if not found:
            raise Refusal(f"Nobody in the caseload has a name that begins with “{query}”.")
        fitting = ", ".join(f"{self.names[student.id]} [{student.id}]" for student in found)
        raise Refusal(
            f"“{query}” fits {len(found)} students: {fitting}. Type more of the name, the student number or the id."
        )


class _Shorts(Mapping[str, str]):
    """Student id → short name. Those of students who left, many more after ten years, are made when one is asked for."""

    def __init__(self, current: Sequence[Student], everyone: Sequence[Student]) -> None:
        self._here, self._everyone = short_names(current), everyone

    @cached_property
    def _all(self) -> dict[str, str]:
        return short_names(self._everyone) | self._here

    def __getitem__(self, student_id: str) -> str:
        return self._here[student_id] if student_id in self._here else self._all[student_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._everyone)


def _alphabetical(student: Student) -> tuple[str, str, str]:
    return (fold(student.called), fold(student.family_name), student.id)
