"""The check-ins of a group, and what was promised to the group as a whole."""

from collections import Counter
from collections.abc import Sequence
from itertools import count

from advisory.model import CheckIn, FollowUp, make_id, number_of

from .caseload import Caseload


def written_together(caseload: Caseload, check_in: CheckIn) -> int:
    """How many check-ins of its group are not deleted, this one included."""
    return max(1, len(members_of(caseload, check_in)))


def text_of_all(members: Sequence[CheckIn]) -> str:
    """The text about everyone in a group entry. One with a line of its own has it as its body."""
    texts = Counter(one.body or one.line for one in members)
    return max(texts, key=lambda text: texts[text], default="")


def has_own_line(check_in: CheckIn, text: str) -> bool:
    """Whether a check-in of a group entry has a line of its own, besides the text about all."""
    return check_in.body == text and check_in.line != text


def promised_besides(caseload: Caseload, promise: FollowUp) -> int:
    """How many other students a promise is for; 0 unless it is one for a group.

    The record of such a promise names one student of the group, whose check-in is its source. The others of the group
    have none of their own.
    """
    source = caseload.store.get(CheckIn, promise.source) if promise.source else None
    others = [one for one in members_of(caseload, source) if one.id != source.id] if source else []
    for other in others:
        made = caseload.store.of_student(FollowUp, other.student)
        if any(one.source == other.id and one.text == promise.text for one in made):
            return 0
    return len(others)


def promised_to(caseload: Caseload, promise: FollowUp, name: str) -> str:
    """Whom a promise is for: `Maya`, or `Maya +20` for one for a group."""
    besides = promised_besides(caseload, promise)
    return f"{name} +{besides}" if besides else name


def promised_text(caseload: Caseload, promise: FollowUp) -> str:
    """The words of a promise, where its student is named elsewhere: `bring tea`, or `bring tea (+20)` for one for a group."""
    besides = promised_besides(caseload, promise)
    return f"{promise.text} (+{besides})" if besides else promise.text


def members_of(caseload: Caseload, check_in: CheckIn) -> list[CheckIn]:
    """The check-ins of a group that are not deleted; none for one that stands alone. They have consecutive ids."""
    members: list[CheckIn] = []
    if caseload.store.get(CheckIn, check_in.group) is None:
        return members
    for number in count(number_of(check_in.group)):
        one = caseload.store.get(CheckIn, make_id(CheckIn, number))
        if one is None or one.group != check_in.group:
            return members
        members += [one] if one.deleted_at is None else []
    return members
