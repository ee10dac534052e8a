"""What a pact says in words: what changed, how it read before, and what its target was on a day."""

from datetime import date, timedelta

from msgspec import UNSET
from msgspec.structs import replace
from record_case import NOW, TODAY, make

from advisory.model import Commitment, OtherHelp, Pact, SuccessLine
from advisory.model.words import ReviewEvery
from advisory.rules.pact.target import target_as_of
from advisory.rules.pact.wording import (
    AGREED_FIELDS,
    FIELD_LABELS,
    differences,
    earlier_words,
    field_lines,
    needs_agreement,
    pact_versions,
    with_revision,
)

DAY = timedelta(days=1)


def lines(*texts: str) -> tuple[SuccessLine, ...]:
    return tuple(SuccessLine(text=text) for text in texts)


ONE = make(Pact, success_evidence=lines("a", "b", "b"), confidence=3, review_every=ReviewEvery.WEEKLY)
OTHER: dict[str, object] = {
    "learning_target": "I can multiply",
    "title": "Products",
    "area": "math",
    "why": "for the bridge",
    "starting_point": "halves",
    "success_evidence": lines("c"),
    "student_commitments": (Commitment(text="draws"),),
    "advisor_commitments": (Commitment(text="brings"),),
    "others": (OtherHelp(who="the librarian", text="keeps a table"),),
    "confidence": 4,
    "start_on": TODAY,
    "review_every": ReviewEvery.MONTHLY,
    "next_review_on": TODAY,
    "target_on": TODAY,
}


def test_each_field_that_reads_otherwise_is_one_difference_and_those_agreed_to_ask_again() -> None:
    assert OTHER.keys() == FIELD_LABELS.keys()
    for field, value in OTHER.items():
        after = replace(ONE, **{field: value})
        (one,) = differences(ONE, after)
        assert (one.field, one.called) == (field, FIELD_LABELS[field])
        assert needs_agreement(ONE, after) is (field in AGREED_FIELDS)
    assert [one.field for one in differences(ONE, replace(ONE, **OTHER))] == list(FIELD_LABELS)
    assert differences(ONE, ONE) == []


def test_lines_that_stayed_are_left_out_twice_the_same_counts_twice_and_places_do_not_matter() -> None:
    (one,) = differences(ONE, replace(ONE, success_evidence=lines("b", "c", "a")))
    assert (one.was, one.now) == (("b",), ("c",))
    moved = replace(ONE, success_evidence=lines("b", "a", "b"))
    assert differences(ONE, moved) == []
    assert earlier_words(ONE, moved).success_evidence == ONE.success_evidence
    assert earlier_words(ONE, moved).learning_target is UNSET


def test_a_field_in_lines() -> None:
    one = replace(ONE, **OTHER, updated_at=NOW)
    assert {field: field_lines(one, field) for field in FIELD_LABELS} == {
        "learning_target": ("I can multiply",),
        "title": ("Products",),
        "area": ("math",),
        "why": ("for the bridge",),
        "starting_point": ("halves",),
        "success_evidence": ("c",),
        "student_commitments": ("draws",),
        "advisor_commitments": ("brings",),
        "others": ("the librarian: keeps a table",),
        "confidence": ("4 of 5",),
        "start_on": ("Nov 23, 2026",),
        "review_every": ("every month",),
        "next_review_on": ("Nov 23, 2026",),
        "target_on": ("Nov 23, 2026",),
    }
    often = replace(ONE, student_commitments=(Commitment(text="draws", how_often="daily"),))
    assert field_lines(often, "student_commitments") == ("draws, daily",)
    assert field_lines(ONE, "target_on") == field_lines(ONE, "title") == field_lines(ONE, "others") == ()


def test_the_readings_go_back_to_the_first_and_a_look_is_none() -> None:
    first = with_revision(ONE, replace(ONE, title="second"), NOW, typo=True)
    looked = with_revision(first, replace(first, next_review_on=TODAY), NOW, looked=True)
    last = with_revision(looked, replace(looked, title="third", revision=2), NOW)
    assert [(was.typo, was.looked, was.revision) for was in last.revisions] == [
        (True, False, 1),
        (False, True, 1),
        (False, False, 1),
    ]
    found = pact_versions(last)
    assert [was for was, _ in found] == [last.revisions[0], last.revisions[2], None]
    assert [(read.title, read.next_review_on, read.revision) for _, read in found] == [
        ("", None, 1),
        ("second", TODAY, 1),
        ("third", TODAY, 2),
    ]


def test_the_target_of_a_day_is_the_one_it_ended_with() -> None:
    noon = NOW.astimezone()
    on: date = noon.date()
    second = with_revision(ONE, replace(ONE, learning_target="second"), noon)
    titled = with_revision(second, replace(second, title="x"), noon + 2 * DAY)
    third = with_revision(titled, replace(titled, learning_target="third"), noon + 3 * DAY)
    third = replace(third, revisions=third.revisions[::-1])
    assert [target_as_of(third, on + away * DAY) for away in range(-1, 4)] == [
        ONE.learning_target,
        "second",
        "second",
        "second",
        "third",
    ]
