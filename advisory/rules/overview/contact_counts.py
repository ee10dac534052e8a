"""Count how often a student was met: the same numbers, without any words, for a term, a year and the staff table."""

from collections.abc import Iterable
from typing import NamedTuple

from advisory.model import CheckIn
from advisory.model.words import Kind, Party, Tone


class ContactCounts(NamedTuple):
    """The counts for one student."""

    contacts: int
    """All contacts, including the one-to-ones."""
    one_to_ones: int
    student_started: int
    """The contacts that the student started."""
    celebrations: int
    """Notes about something to celebrate, also those that are no contact, such as observations."""


def contact_counts(check_ins: Iterable[CheckIn]) -> ContactCounts:
    """Count one student's check-ins; a referral counts as nothing."""
    there = [one for one in check_ins if one.kind is not Kind.REFERRAL]
    contacts = [one for one in there if one.counts_contact]
    celebrated = (one.tone is Tone.CELEBRATE or one.kind is Kind.CELEBRATION for one in there if one.contact_made)
    return ContactCounts(
        contacts=len(contacts),
        one_to_ones=sum(one.counts_one_to_one for one in there),
        student_started=sum(one.initiator is Party.STUDENT for one in contacts),
        celebrations=sum(celebrated),
    )
