"""Whose promise it is, in every sentence that is made of it."""

from advisory.model.words import Party
from advisory.rules.promise.owner import dropped_words, kept_words, owner_words, promise_of, snoozed_words

ADVISOR, STUDENT, FAMILY, STAFF = Party.ADVISOR, Party.STUDENT, Party.FAMILY, Party.STAFF


def test_each_owner_has_words_of_their_own():
    said = {
        owner: (
            promise_of(owner),
            owner_words(owner, "Maya"),
            kept_words(owner, "Maya"),
            dropped_words(owner, "Maya"),
            snoozed_words(owner, "Maya", "Fri"),
        )
        for owner in (ADVISOR, STUDENT, FAMILY, STAFF)
    }
    assert said == {
        ADVISOR: ("Promise", "you", "Done", "Promise dropped", "Snoozed until Fri"),
        STUDENT: (
            "Student's promise",
            "Maya",
            "Maya kept their promise",
            "Maya's promise dropped",
            "Maya's promise put off until Fri",
        ),
        FAMILY: (
            "Family's promise",
            "Maya's family",
            "Maya's family kept their promise",
            "Maya's family's promise dropped",
            "Maya's family's promise put off until Fri",
        ),
        STAFF: (
            "Promise of staff",
            "staff",
            "Staff kept their promise for Maya",
            "Promise of staff for Maya dropped",
            "Promise of staff for Maya put off until Fri",
        ),
    }


def test_promises_of_several_parties_are_nobodys_in_particular():
    assert promise_of(STUDENT, STUDENT) == "Student's promise"
    assert promise_of(STUDENT, FAMILY) == promise_of(STAFF, ADVISOR) == promise_of(ADVISOR, ADVISOR) == "Promise"
