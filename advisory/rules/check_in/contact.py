"""Which kinds of check-in count as contact, and which check-ins are refused."""

from datetime import date
from typing import NamedTuple

from advisory.model import CheckIn
from advisory.model.day_order import show_date
from advisory.model.words import Kind, OwnLine
from advisory.rules.refusal import Refusal

DEFAULT_KIND = Kind.ONE_TO_ONE
GROUP_KIND = Kind.WHOLE_GROUP
"""The kind of a group entry unless the advisor chooses another; an entry of this kind needs a line or tag as well."""
_BOTH = {Kind.ONE_TO_ONE, Kind.PACT_REVIEW, Kind.CONFERENCE, Kind.DEFENSE_PREP}
_CONTACT_ONLY = {Kind.QUICK_TOUCH, Kind.SMALL_GROUP, Kind.CELEBRATION}


class Counts(NamedTuple):
    """Which of a student's clocks a check-in restarts."""

    contact: bool
    one_to_one: bool


def default_kind(students: int) -> Kind:
    """The kind of a check-in with this many students unless the advisor chooses another."""
    return DEFAULT_KIND if students == 1 else Kind.SMALL_GROUP


def default_counts(kind: Kind, *, contact_made: bool = True) -> Counts:
    """What a kind counts as unless the advisor says otherwise; without contact it counts as nothing."""
    if not contact_made:
        return Counts(contact=False, one_to_one=False)
    return Counts(contact=kind in _BOTH or kind in _CONTACT_ONLY, one_to_one=kind in _BOTH)


def with_own_line(kind: Kind, own_line: OwnLine) -> dict[str, bool]:
    """What the check-in of a student with a line of their own counts as in a group entry of this kind, as CheckIn's fields.

    It never counts as less than the others. A referral counts as nothing: it says who was told, not who was seen.
    """
    counts = default_counts(kind)
    if own_line is OwnLine.AS_ENTRY or kind is Kind.REFERRAL:
        return {}
    is_one_to_one = counts.one_to_one or own_line is OwnLine.ONE_TO_ONE
    return {"counts_contact": True, "counts_one_to_one": is_one_to_one}


def refuse_empty(line: str, tags: tuple[str, ...], kind: Kind) -> None:
    """Refuse an empty check-in: it needs a line, a tag, or a kind other than the default."""
    if not line.strip() and not tags and kind is DEFAULT_KIND:
        raise Refusal("There is nothing to save yet. Type a note, add a tag, or choose another kind.")


def refuse_detailed_referral(check_in: CheckIn) -> None:
    """Refuse a referral with any details: it may hold only the date and, in its line, the role that was told.

    The details belong in the school's own reporting channel, not in this program.
    """
    details = (check_in.body, check_in.student_says, check_in.feeling, check_in.tags, check_in.person, check_in.topic)
    if check_in.kind is Kind.REFERRAL and any(details):
        raise Refusal(
            "A referral keeps only the date and, in one line, the role you told. Everything else belongs in your "
            "school's own channel."
        )


def refuse_future(happened_on: date, today: date) -> None:
    """Refuse a check-in dated in the future."""
    if happened_on > today:
        raise Refusal(
            f"{show_date(happened_on)} is still to come (today is {show_date(today)}). Write it down after it happens."
        )
