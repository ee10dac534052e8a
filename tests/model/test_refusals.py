"""What the model says of a value that it refuses, whole: an advisor reads it when a file was changed by hand."""

from datetime import date, time

import pytest
from each_row import each_row
from msgspec.structs import replace
from record_case import make

from advisory.model import (
    CatalogueMilestone,
    CatalogueSign,
    CheckIn,
    DefensePlan,
    ExportLog,
    FollowUp,
    Intervals,
    MeetingPattern,
    Milestone,
    Pact,
    RecordError,
    StageMove,
    Student,
    Tag,
)
from advisory.model.defense_words import DefenseOutcome, MilestoneStatus
from advisory.model.words import Direction, NotMadeReason, PromiseStatus, Stage

DAY, BEFORE = date(2026, 11, 23), date(2026, 11, 22)
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
    (
        CheckIn,
        {"contact_made": False, "counts_contact": False},
        "check-in: counts one to one is True; it must be off, because the contact was not made",
    ),
    (CheckIn, {"minutes": -1}, "check-in: minutes is -1; it must be from 0 to 1440"),
    (CheckIn, {"minutes": 1441}, "check-in: minutes is 1441; it must be from 0 to 1440"),
    (CheckIn, {"feeling": 6}, "check-in: feeling is 6; it must be from 1 to 5"),
    (Tag, {"name": "two words"}, "tag: name is 'two words'; it must be a word without spaces"),
    (Pact, {"confidence": 0}, "pact: confidence is 0; it must be from 1 to 5"),
    (Pact, {"revision": 0}, "pact: revision is 0; it must be from 1 to 10000"),
    (
        Pact,
        {"next_review_on": DAY, "target_on": BEFORE},
        "pact: target on is '2026-11-22'; it must be on or after next review on (2026-11-23)",
    ),
    (
        ExportLog,
        {"file_deleted_on": BEFORE},
        "share: file deleted on is '2026-11-22'; it must be on or after given on (2026-11-23)",
    ),
    (ExportLog, {"left_out": -1}, "share: left out is -1; it must be from 0 to 1000000"),
    (Intervals, {"contact_every": 0}, "intervals: contact every is 0; it must be from 1 to 200"),
    (Intervals, {"focal_contact_every": 201}, "intervals: focal contact every is 201; it must be from 1 to 200"),
    (Student, {"contact_every": 201}, "student: contact every is 201; it must be from 1 to 200"),
    (
        MeetingPattern,
        {"starts": time(10), "ends": time(10)},
        "meeting pattern: ends is '10:00:00'; it must be later than it starts",
    ),
    (DefensePlan, {"minutes": 9}, "defense plan: minutes is 9; it must be from 10 to 240"),
    (DefensePlan, {"minutes": 241}, "defense plan: minutes is 241; it must be from 10 to 240"),
    (DefensePlan, {"feeling_before": 0}, "defense plan: feeling before is 0; it must be from 1 to 5"),
    (DefensePlan, {"wonders": (" ",)}, "defense plan: feedback is ' '; it must be a text that is not empty"),
    (
        DefensePlan,
        {"outcome": DefenseOutcome.PASSED},
        "defense plan: feedback on is empty; it must be a date, because feedback comes before the outcome",
    ),
    (
        DefensePlan,
        {"outcome": DefenseOutcome.DEFEND_AGAIN, "feedback_on": DAY},
        "defense plan: defend again on is empty; it must be a date when they defend again, and empty otherwise",
    ),
    (
        DefensePlan,
        {"defend_again_on": DAY},
        "defense plan: defend again on is 2026-11-23; it must be a date when they defend again, and empty otherwise",
    ),
    (
        DefensePlan,
        {"celebration": "Cake"},
        "defense plan: celebrated on is empty; it must be a date when it was celebrated, and empty otherwise",
    ),
    (
        DefensePlan,
        {"celebration": " ", "celebrated_on": DAY},
        "defense plan: celebrated on is 2026-11-23; it must be a date when it was celebrated, and empty otherwise",
    ),
    (CatalogueMilestone, {"days_before": 201}, "milestone of the list: days before is 201; it must be from -30 to 200"),
    (CatalogueMilestone, {"days_before": -31}, "milestone of the list: days before is -31; it must be from -30 to 200"),
    (
        CatalogueMilestone,
        {"key": "a" * 41},
        f"milestone of the list: key is '{'a' * 41}'; it must be of small letters, digits and _, at most 40",
    ),
    (
        CatalogueMilestone,
        {"label": "x" * 100_000},
        "milestone of the list: label is '100,000 characters long'; it must be at most 20,000",
    ),
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


def test_what_lies_at_an_edge_is_no_refusal():
    for fields in ({"minutes": 0}, {"minutes": 1440}, {"feeling": 1}, {"feeling": 5}):
        make(CheckIn, **fields)
    for minutes in (10, 240):
        make(DefensePlan, minutes=minutes)
    make(DefensePlan, outcome=DefenseOutcome.POSTPONED)
    make(DefensePlan, celebration="Cake", celebrated_on=DAY)
    for days, key in ((200, "a" * 40), (-30, "a_1")):
        make(CatalogueMilestone, days_before=days, key=key)
    make(ExportLog, file_deleted_on=DAY, left_out=1_000_000)
    make(Intervals, contact_every=1, focal_contact_every=200)
    make(Pact, confidence=1, revision=10_000, next_review_on=DAY, target_on=DAY)


def test_a_value_is_shown_as_it_is_or_cut_where_it_is_long():
    def said(value: object) -> str:
        return str(RecordError("fact", "learned_on", value, "x"))

    shown = {None: "empty", "": "''", 3: "3", DAY: "2026-11-23", time(9): "09:00:00"}
    for value, text in shown.items():
        assert said(value) == f"fact: learned on is {text}; it must be x"
    assert said("a" * 58) == f"fact: learned on is '{'a' * 58}'; it must be x"
    assert said("a" * 59) == f"fact: learned on is '{'a' * 58}…; it must be x"
