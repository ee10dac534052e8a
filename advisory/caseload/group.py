"""Count the check-ins of a group."""

from itertools import count

from advisory.model import CheckIn, make_id, number_of

from .caseload import Caseload


def written_together(caseload: Caseload, check_in: CheckIn) -> int:
    """How many check-ins of its group are not deleted, this one included. A group's check-ins have consecutive ids."""
    if caseload.store.get(CheckIn, check_in.group) is None:
        return 1
    still_there = 0
    for number in count(number_of(check_in.group)):
        one = caseload.store.get(CheckIn, make_id(CheckIn, number))
        if one is None or one.group != check_in.group:
            return max(1, still_there)
        still_there += one.deleted_at is None
    return still_there
