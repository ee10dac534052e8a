"""What the model says of a value that it refuses, whole: an advisor reads it when a file was changed by hand."""

from datetime import date

import pytest
from each_row import each_row
from msgspec.structs import replace
from record_case import make

from advisory.model import CatalogueSign, CheckIn, FollowUp, MeetingPattern, Milestone, RecordError, StageMove, Student
from advisory.model.defense_words import MilestoneStatus
from advisory.model.words import Direction, NotMadeReason, PromiseStatus, Stage

REFUSED = [
    (
        StageMove,
        {"from_stage": Stage.RAPPORT, "to_stage": Stage.RAPPORT},
        "stage move: to stage is 'rapport'; it must be another stage than the one it leaves",
    ),
    (
        StageMove,
        {"from_stage": Stage.RAPPORT, "to_stage": Stage.ALLIANCE, "direction": Direction.BACK},
        "stage move: direction is 'back'; it must be forward",
    ),
    (
        StageMove,
        {"from_stage": Stage.ALLIANCE, "to_stage": Stage.RAPPORT, "direction": Direction.FORWARD},
        "stage move: direction is 'forward'; it must be back",
    ),
    (
        CatalogueSign,
        {"key": "sat-down"},
        "sign of the catalogue: key is 'sat-down'; it must be of small letters, digits and _, at most 40",
    ),
    (Student, {"given_name": " "}, "student: given name is ' '; it must be a text that is not empty"),
    (Student, {"birthday": "13-01"}, "student: birthday is '13-01'; it must be a month and a day such as 03-14"),
    (MeetingPattern, {"weekdays": (7,)}, "meeting pattern: weekdays is 7; it must be from 0 (Monday) to 6 (Sunday)"),
    (
        FollowUp,
        {"done_on": date(2026, 11, 23)},
        "promise: done on is 2026-11-23; it must be a date when the promise is done, and empty otherwise",
    ),
    (
        FollowUp,
        {"status": PromiseStatus.DROPPED},
        "promise: dropped why is ''; it must be one line when it is dropped, and empty otherwise",
    ),
    (
        CheckIn,
        {"contact_made": False, "counts_contact": True, "counts_one_to_one": False},
        "check-in: counts contact is True; it must be off, because the contact was not made",
    ),
    (
        CheckIn,
        {"not_made_reason": NotMadeReason.ABSENT},
        "check-in: not made reason is 'absent'; it must be empty, because the contact was made",
    ),
    (CheckIn, {"tags": ("two words",)}, "check-in: tags is 'two words'; it must be words without spaces"),
]


@each_row(("kind", "fields", "sentence"), REFUSED)
def test_the_sentence_names_the_record_the_field_the_value_and_what_is_allowed(kind, fields, sentence):
    with pytest.raises(RecordError) as refused:
        make(kind, **fields)
    assert str(refused.value) == sentence


def test_a_milestone_has_the_day_it_was_done_when_it_is_ready_and_only_then():
    milestone = Milestone(key="k", label="Artifacts", days_before=1, due_on=date(2026, 11, 24))
    for fields in ({"status": MilestoneStatus.READY}, {"done_on": date(2026, 11, 23)}):
        with pytest.raises(
            RecordError, match=r"^milestone: done on is .*; it must be a date when the milestone is ready, and empty"
        ):
            replace(milestone, **fields)
    assert not replace(milestone, status=MilestoneStatus.READY, done_on=date(2026, 11, 23)).is_open
