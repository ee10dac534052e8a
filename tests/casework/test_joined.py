"""Two records of one student as one person: what is filled in, what is left out in words, and who is here."""

from datetime import date

from record_case import TODAY, make

from advisory.casework.purge.old_private import OldPrivate
from advisory.casework.student.joined import joined
from advisory.casework.year_end.purge_old import confirmation, what_goes
from advisory.model import CheckIn, FamilyContact, FollowUp, Student
from advisory.model.words import PronounsScope, Status

EARLY, LATE = date(2026, 9, 1), date(2026, 10, 1)
ANYWHERE, SCHOOL, ASK = PronounsScope.ANYWHERE, PronounsScope.SCHOOL_ONLY, PronounsScope.ASK_ME


def one(**fields) -> Student:
    return make(Student, 1, **fields)


def other(**fields) -> Student:
    return make(Student, 2, **fields)


def test_what_is_empty_is_filled_in_and_what_differs_is_left_out_in_words():
    found = joined(
        one(grade="10", email="a@example.org"),
        other(grade="11", email="a@example.org", birthday="03-14", contact_every=5),
    )
    assert found.taken == ("birthday “03-14”", "contact every “5”")
    assert found.left_out == ("grade “11”",)
    assert [found.fields[field] for field in ("grade", "email", "birthday", "contact_every")] == [
        "10",
        "a@example.org",
        "03-14",
        5,
    ]


def test_the_pronouns_go_with_where_they_may_be_used_and_the_narrower_holds():
    def scope(ours: str, our_scope: PronounsScope, theirs: str, their_scope: PronounsScope) -> PronounsScope | None:
        fields = joined(
            one(pronouns=ours, pronouns_scope=our_scope), other(pronouns=theirs, pronouns_scope=their_scope)
        ).fields
        return fields.get("pronouns_scope")

    assert scope("she", SCHOOL, "", ANYWHERE) is None
    assert scope("", SCHOOL, "she", ANYWHERE) is ANYWHERE
    assert scope("she", ANYWHERE, "she", SCHOOL) is scope("she", SCHOOL, "she", ANYWHERE) is SCHOOL
    assert scope("she", SCHOOL, "she", ASK) is ASK
    assert scope("they", ANYWHERE, "she", SCHOOL) is ANYWHERE


def test_a_student_is_here_if_one_of_the_records_is_since_the_earlier_day_and_focal_if_one_is():
    left = {"status": Status.TRANSFERRED, "left_on": TODAY}

    def presence(kept: Student, gone: Student) -> tuple[object, ...]:
        found = joined(kept, gone)
        fields = ("status", "left_on", "joined_on", "focal", "focal_since")
        return (*(found.fields[field] for field in fields), found.left_out)

    nothing = (None, False, None)
    assert presence(one(), other(**left)) == (Status.ACTIVE, None, *nothing, ("status “transferred”",))
    assert presence(one(**left), other(status=Status.ON_LEAVE)) == (Status.ON_LEAVE, None, *nothing, ())
    assert presence(one(), other(status=Status.ON_LEAVE, left_on=TODAY)) == (
        Status.ACTIVE,
        None,
        *nothing,
        ("status “on leave”",),
    )
    assert presence(one(**left), other(status=Status.GRADUATED)) == (
        Status.TRANSFERRED,
        TODAY,
        *nothing,
        ("status “graduated”",),
    )
    focal = {"focal": True, "focal_since": LATE}
    assert presence(one(joined_on=LATE, **focal), other(joined_on=EARLY, focal_since=EARLY)) == (
        Status.ACTIVE,
        None,
        EARLY,
        True,
        EARLY,
        (),
    )
    assert presence(one(), other(joined_on=LATE, **focal))[2:5] == (LATE, True, LATE)


def test_a_person_of_both_families_is_one_and_each_namesake_their_own():
    aunt = FamilyContact(name="Ngozi", relation="aunt", phone="1")
    found = joined(
        one(family_contacts=(aunt, FamilyContact(name="Sam", language="Igbo"))),
        other(family_contacts=(FamilyContact(name="Ngozi", relation="mother", phone="1", best_time="noon", may_contact=False),
                               FamilyContact(name="Sam", email="s"), FamilyContact(name="Sam"), FamilyContact(name="Kai"))),
    )  # fmt: skip
    assert found.fields["family_contacts"] == (
        FamilyContact(name="Ngozi", relation="aunt", phone="1", best_time="noon", may_contact=False),
        FamilyContact(name="Sam", email="s", language="Igbo"),
        FamilyContact(name="Sam"),
        FamilyContact(name="Kai"),
    )
    assert found.taken == ("Sam of the family", "Kai of the family")
    assert found.left_out == ("Ngozi's relation “mother”",)


def test_what_a_purge_would_take_is_said_in_sentences():
    notes = (make(CheckIn, 1), make(CheckIn, 2), make(FollowUp, 1))
    takes = "It takes private check-ins, facts and evidence, jots, and insights that are resolved or parked."
    assert what_goes(OldPrivate(TODAY, (), 0, 0)) == [
        f"Nothing that a purge takes is from before Nov 23, 2026. {takes}"
    ]
    found = OldPrivate(TODAY, notes, 1, 2, ("c0000009",))
    assert what_goes(found) == [
        (
            "Private and from before Nov 23, 2026: 3 check-ins, 1 promise. They would go for good, out of the records, "
            "their history, the trash, the backups in the folder and the drafts."
        ),
        "Only history and backups still know 1 check-in of these: undone, or replaced by a restore.",
        "For 1 student the last contact would be an earlier one, so they may be due sooner.",
        "For 2 students the last one-to-one would be an earlier one, so they may be due sooner.",
        "Open promises and insights stay, and what is written in pacts, plans, signs and moves.",
        "Counts for those days go down. You can't undo past a purge.",
    ]
    assert len(what_goes(OldPrivate(TODAY, notes, 0, 0))) == 3
    assert confirmation(found) == "purge 4"


def test_two_relatives_of_one_name_in_one_record_stay_two():
    aunt, cousin = (FamilyContact(name="Ngozi Okafor", relation=word) for word in ("aunt", "cousin"))
    father = FamilyContact(name="Obi Okafor", relation="father")
    found = joined(one(family_contacts=(father,)), other(family_contacts=(aunt, cousin)))
    assert found.fields["family_contacts"] == (father, aunt, cousin)
    assert found.taken == ("Ngozi Okafor of the family",) * 2
