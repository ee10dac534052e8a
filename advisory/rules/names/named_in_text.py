"""Which students a text names, so that one doesn't carry another's name out of the house unnoticed."""

from collections.abc import Iterable

from advisory.model import Student

from .other_names import OtherNames


def named_in(texts: Iterable[str], students: Iterable[Student], but: Student) -> list[Student]:
    """The students but one who are named in the texts by any part of their names, in the order given.

    It may be another word that is a name too, such as Will: this warns a person, who decides.
    """
    whole = "\n".join(texts)
    return [student for student in students if student.id != but.id and OtherNames(but, [but, student]).found(whole)]
