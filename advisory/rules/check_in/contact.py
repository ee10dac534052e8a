"""What counts as contact, and what a check-in must hold to be worth keeping (DESIGN §4)."""

from datetime import date
from typing import NamedTuple

from advisory.model import CheckIn
from advisory.model.words import Kind
from advisory.rules.refusal import Refusal

DEFAULT_KIND = Kind.ONE_TO_ONE
GROUP_KIND = Kind.WHOLE_GROUP
"""What a group entry is unless said otherwise; by itself it says as little as the default kind."""
_BOTH = {Kind.ONE_TO_ONE, Kind.PACT_REVIEW, Kind.CONFERENCE, Kind.DEFENSE_PREP}
_CONTACT_ONLY = {Kind.QUICK_TOUCH, Kind.SMALL_GROUP, Kind.CELEBRATION}


class Counts(NamedTuple):
    """Which clocks a check-in restarts."""

    contact: bool
    one_to_one: bool


def default_kind(students: int) -> Kind:
    """What a check-in with so many students is unless the advisor says otherwise."""
    return DEFAULT_KIND if students == 1 else Kind.SMALL_GROUP


def default_counts(kind: Kind, *, contact_made: bool = True) -> Counts:
    """What a kind counts as unless the advisor says otherwise; an attempt that reached nobody counts as nothing."""
    if not contact_made:
        return Counts(contact=False, one_to_one=False)
    return Counts(contact=kind in _BOTH or kind in _CONTACT_ONLY, one_to_one=kind in _BOTH)


def refuse_empty(line: str, tags: tuple[str, ...], kind: Kind) -> None:
    """Refuse a check-in that says nothing: it needs a line, a tag or a kind other than the default."""
    if not line.strip() and not tags and kind is DEFAULT_KIND:
        raise Refusal("There is nothing to save yet: type a line, add a tag, or choose another kind.")


def refuse_told_referral(check_in: CheckIn) -> None:
    """Refuse a referral that tells more than its day and, in its line, the role told (DESIGN §8)."""
    told = (check_in.body, check_in.student_says, check_in.feeling, check_in.tags)
    if check_in.kind is Kind.REFERRAL and any(told):
        raise Refusal(
            "A referral keeps only the day and, in its line, the role that was told: leave the other words to the "
            "school's own channel."
        )


def refuse_future(happened_on: date, today: date) -> None:
    """Refuse a check-in that has not happened yet."""
    if happened_on > today:
        raise Refusal(
            f"{happened_on.isoformat()} is still to come (today is {today.isoformat()}): write it down when it has happened."
        )
