"""Which students a text names, to warn the advisor before it is shared with somebody else."""

from collections.abc import Iterable

from advisory.model import Student

from .other_names import OtherNames


def named_in(texts: Iterable[str], students: Iterable[Student], but: Student) -> list[Student]:
    """The students (except `but`) whose names, in full or in part, occur in the texts, in the order given.

    Some may be ordinary words, such as Will; this only warns the advisor, who decides.
    """
    everyone = list(students)
    places = OtherNames(but, everyone).places("\n".join(texts))
    named = {student_id for place in places for student_id in place.whose}
    return [student for student in everyone if student.id in named]
