"""Which students a text names, to warn the advisor before it is shared with somebody else."""

from collections.abc import Iterable

from advisory.model import Student

from .other_names import OtherNames


def named_in(texts: Iterable[str], students: Iterable[Student], but: Student) -> list[Student]:
    """The students (except `but`) whose names, in full or in part, occur in the texts, in the order given.

    Some may be ordinary words, such as Will; this only warns the advisor, who decides.
    """
    whole = "\n".join(texts)
    return [student for student in students if student.id != but.id and OtherNames(but, [but, student]).found(whole)]
