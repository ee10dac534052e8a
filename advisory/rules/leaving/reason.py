"""Why something stays here, and what stands in place of another student's name."""

from advisory.model.words import Word


class Reason(Word):
    """Why a record stays here."""

    PRIVATE = "private"
    SENSITIVE = "sensitive"
    STAFF_ONLY = "staff_only", "for staff only"
    NOT_AGREED = "not_agreed", "not agreed to yet"
    NOT_FOR_THEM = "not_for_them", "not for this reader"
    COUNTS_ONLY = "counts_only", "words, where only counts are asked for"
    NAMES = "names", "names another student"
    LEFT_OUT = "left_out", "left out by you"


CAN_BE_INCLUDED = (Reason.PRIVATE, Reason.SENSITIVE, Reason.STAFF_ONLY)
"""The reasons that the advisor may set aside, each time, by including a record on purpose. With any other reason it stays."""


class Instead(Word):
    """What stands in place of another student's name."""

    STAND_IN = "stand_in", "another student"
    INITIALS = "initials"
    LEAVE_OUT = "leave_out", "leave the line out"
