"""One count of contacts for the term, the year and the staff table."""

from record_case import make

from advisory.model import CheckIn
from advisory.model.words import Kind, Party, Tone
from advisory.rules.overview.contact_counts import contact_counts


def test_the_counts_are_the_same_wherever_they_stand():
    none = {"counts_contact": False, "counts_one_to_one": False}
    started = {**none, "counts_contact": True, "initiator": Party.STUDENT}
    check_ins = [
        make(CheckIn, 1, counts_contact=True, counts_one_to_one=True),
        make(CheckIn, 2, tone=Tone.CELEBRATE, **started),
        make(CheckIn, 3, kind=Kind.CELEBRATION, **none),
        make(CheckIn, 4, kind=Kind.FAMILY_CONTACT, contact_made=False, tone=Tone.CELEBRATE, **none),
        make(CheckIn, 5, kind=Kind.REFERRAL, **started),
    ]
    assert contact_counts(check_ins) == (2, 1, 1, 2)
