"""The initials that stand for names while these are hidden, made unique without more of the name."""

from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from itertools import count

from advisory.model import Student

from .finding import initials


def distinct_initials(students: Iterable[Student]) -> dict[str, str]:
    """Student id → initials; whoever was added later and shares them has a number after them: `MO`, `MO2`.

    The order in which students were added never changes, so nobody's initials do when another one leaves.
    """
    letters = {student.id: initials(student) for student in sorted(students, key=lambda student: student.id)}
    taken = set(letters.values())  # a letter and a number may be somebody's own initials
    shown: dict[str, str] = {}
    numbers: defaultdict[str, count[int]] = defaultdict(partial(count, 1))
    for student_id, own in letters.items():
        number = next(number for number in numbers[own] if number == 1 or f"{own}{number}" not in taken)
        shown[student_id] = own if number == 1 else f"{own}{number}"
    return shown
